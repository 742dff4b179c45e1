import type { IChannel } from './channel';
import type { ITopicChannel } from './i-topic-channel';
import { ofKind } from './of-kind';

/** The topic behind a channel: itself, or what it is composed of. */
export function topicOf(channel: IChannel): ITopicChannel | undefined {
  return ofKind<ITopicChannel>(channel, 'topicArn');
}

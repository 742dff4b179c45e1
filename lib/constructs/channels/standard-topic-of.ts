import type { IChannel } from './channel';
import type { IStandardTopic } from './i-standard-topic';
import { ofKind } from './of-kind';

/** The standard topic behind a channel: itself, or what it is composed of. */
export function standardTopicOf(channel: IChannel): IStandardTopic | undefined {
  return ofKind<IStandardTopic>(channel, 'topicArn');
}

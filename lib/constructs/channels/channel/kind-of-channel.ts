import type { ChannelKind } from '../../../core/limits/channels';
import type { IChannel } from './channel';
import { classicBusOf } from './classic-bus-of';
import { topicOf } from './topic-of';

/** What a channel is, or is composed of; undefined for one of a user's own. */
export function kindOfChannel(channel: IChannel): ChannelKind | undefined {
  const { fifo, queue } = channel;
  if (queue) return fifo ? 'FifoWorkQueue' : 'WorkQueue';
  if (topicOf(channel)) return fifo ? 'FifoTopic' : 'StandardTopic';
  return classicBusOf(channel) && 'ClassicBus';
}

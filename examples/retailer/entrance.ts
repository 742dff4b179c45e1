import type {
  BusNode,
  Flow,
  Hop,
  RuleNode,
  SubscriptionHop,
  SubscriptionNode,
  TopicNode,
} from '../../lib/analysis';
import { type CloudEvent, toPublishInput, toPutEventsEntry } from '../../lib/runtime';
import type { ChannelName } from './channels';

/** What takes events from a channel: a rule of a bus, or a subscription to a topic. */
export type Taker = RuleNode | SubscriptionNode;

/** A way that an event went or didn't go. */
export type Way = Hop | SubscriptionHop;

/** Where checkout publishes. */
export interface Entrance {
  /** Which kind of channel the templates have, whatever they were made from. */
  readonly channel: ChannelName;
  /** All that may take an event, in the templates' order. */
  readonly takers: readonly Taker[];
  /**
   * Publishes an event as a producer does, by the input that the channel's own API takes.
   *
   * @throws CloudEventError if the channel can't hold the event
   */
  publish(event: CloudEvent): readonly Way[];
}

/**
 * The one channel that the templates declare.
 *
 * @throws RangeError if they declare none, or several
 */
export function entranceOf(flow: Flow): Entrance {
  const [channel, ...others] = flow.channels.filter(({ declared }) => declared !== undefined);
  if (channel === undefined || others.length > 0) {
    const count = channel === undefined ? 0 : others.length + 1;
    throw new RangeError(`the templates declare ${count} buses and topics; expected one`);
  }
  return channel.type === 'classicBus' ? onBus(flow, channel) : onTopic(flow, channel);
}

/** The rule or subscription of a way. */
export const takerOf = (way: Way): Taker => ('rule' in way ? way.rule : way.subscription);

function onBus(flow: Flow, { arn }: BusNode): Entrance {
  return {
    channel: 'classic',
    takers: flow.rules,
    publish: (event) => {
      const { Source, DetailType, Detail } = toPutEventsEntry(event);
      const put = { source: Source, detailType: DetailType, detail: JSON.parse(Detail) };
      return flow.route(put, { channel: arn }).hops;
    },
  };
}

function onTopic(flow: Flow, { arn, fifo }: TopicNode): Entrance {
  return {
    channel: fifo === 'yes' ? 'fifo' : 'standard',
    takers: flow.subscriptions,
    publish: (event) => {
      const { Message, MessageAttributes, MessageGroupId } = toPublishInput(event, {
        topicArn: arn,
      });
      const published = {
        message: Message,
        messageAttributes: MessageAttributes,
        messageGroupId: MessageGroupId,
      };
      return flow.route(published, { channel: arn }).hops;
    },
  };
}

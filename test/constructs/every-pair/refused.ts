import type { Capability, ChannelKind } from '../../../lib/core/limits/channels';
import type { ChannelName, DeliveryName, Pair } from './axes';

/**
 * What each channel can't do, and the words with which it says so: the limit of AWS, and what can.
 * Written by hand beside `lib/core/limits/channels.ts`, which the refusals read.
 */
export type Refusals = Readonly<
  Record<ChannelKind, Readonly<Partial<Record<Capability, readonly [limit: string, fix: string]>>>>
>;

const constantGroup =
  "a rule's target takes one constant message group, as far as AWS documents it";
const noOrder = 'a standard queue has no order that a message could hold up';
const onlyABus = 'delivers the CloudEvent as it was published; the envelope is that of a bus';
const alreadyOneAtATime = 'a FIFO queue hands over one event a key at a time already';
const notFair =
  'fair queues are standard queues; in a FIFO queue a group waits for nobody but itself';
const isTheQueue = 'the channel is itself the queue';

const takeFifo = 'take a FifoTopic, a FIFO WorkQueue or Delivery.oneAtATime';
const takeGroups = 'take a StandardTopic or a';
const takeABus = 'Leave envelope out, or subscribe to a ClassicBus';
const takePlain = 'Take Delivery.pull or Delivery.push';
const takeStandard = 'Leave requireFairQueue out, or take a StandardTopic or a standard WorkQueue';

const ofQueues = {
  eventBridgeEnvelope: [onlyABus, takeABus],
  where: ['SQS hands every message to whoever receives', 'Take contract.all(), or a StandardTopic'],
  severalSubscriptions: ['each message goes to one receiver', 'Grant consume to each of the'],
  standardQueue: [isTheQueue, 'Leave queue out'],
  fifoQueue: [isTheQueue, 'Leave queue out'],
} as const;

export const refusals: Refusals = {
  ClassicBus: {
    fairQueue: [constantGroup, takeGroups],
    hold: [noOrder, takeFifo],
    fifoQueue: [constantGroup, 'take Delivery.oneAtATime or a FifoTopic'],
  },
  StandardTopic: {
    hold: [noOrder, takeFifo],
    eventBridgeEnvelope: [onlyABus, takeABus],
    fifoQueue: ['a standard topic delivers to standard queues only', 'or take a FifoTopic'],
  },
  FifoTopic: {
    oneAtATime: [alreadyOneAtATime, takePlain],
    fairQueue: [notFair, takeStandard],
    eventBridgeEnvelope: [onlyABus, takeABus],
    standardQueue: ['only a FIFO queue keeps the order', 'subscribe to a StandardTopic'],
  },
  WorkQueue: { ...ofQueues, hold: [noOrder, takeFifo] },
  FifoWorkQueue: {
    ...ofQueues,
    oneAtATime: [alreadyOneAtATime, takePlain],
    fairQueue: [notFair, takeStandard],
  },
};

export const kindOf: Readonly<Record<ChannelName, ChannelKind>> = {
  ClassicBus: 'ClassicBus',
  'the default bus': 'ClassicBus',
  StandardTopic: 'StandardTopic',
  FifoTopic: 'FifoTopic',
  WorkQueue: 'WorkQueue',
  'FIFO WorkQueue': 'FifoWorkQueue',
};

/** What a delivery asks of its channel. */
const askedBy: Readonly<Record<DeliveryName, Capability>> = {
  pull: 'pull',
  'pull, fair queue': 'fairQueue',
  push: 'push',
  'one at a time, pull': 'oneAtATime',
  'one at a time, push': 'oneAtATime',
};

/** The words with which a pair is refused; none where it is built. */
export function refusalOf({ channel, delivery }: Pair): readonly string[] | undefined {
  return refusals[kindOf[channel]][askedBy[delivery]];
}

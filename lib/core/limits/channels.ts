import type { EventPattern } from '../event-patterns';
import { receivers } from './receivers';

/**
 * What each channel can do and what it can't, as data: the refusals, the guide and the tests read
 * it.
 *
 * Latencies are no promise: AWS states one for a bus only. The medians and 99th percentiles were
 * measured by one test, the same for all, until a function had the event.
 */
export interface ChannelCapability {
  /** The service that carries the events, as people call it. */
  readonly service: string;
  readonly ordering: string;
  /** How often a subscription gets an event that its filter takes. */
  readonly delivery: string;
  /** How many events a second it takes. */
  readonly throughput: string;
  readonly latency: string;
  readonly receivers: string;
  /** The language of its filters, and how much of it one subscription may say. */
  readonly dialect?: EventPattern['dialect'];
  readonly filter: string;
  /** What a producer's policy can name. */
  readonly producers: string;
  readonly encryption: string;
  readonly replay: string;
  readonly event: string;
  /** The pages that state it. */
  readonly sources: readonly string[];
  /** What can be asked of it; where it can't, why, and who can. */
  readonly can: Readonly<Record<Capability, Can>>;
}

/** What a subscription may ask of a channel. */
export type Capability =
  | 'pull'
  | 'push'
  | 'oneAtATime'
  | 'fairQueue'
  | 'hold'
  | 'where'
  | 'eventBridgeEnvelope'
  | 'severalSubscriptions'
  | 'standardQueue'
  | 'fifoQueue';

export type Can = true | Cannot;

/** The limit of AWS behind a refusal, and what to use instead. */
export interface Cannot {
  readonly why: string;
  readonly instead: string;
  readonly source: string;
}

const sqsGuide = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide';
const snsGuide = 'https://docs.aws.amazon.com/sns/latest/dg';
const eventBridgeGuide = 'https://docs.aws.amazon.com/eventbridge/latest/userguide';
const measured = 'https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/';
const authorization = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/** A reference that says nothing else: `MessageGroupId` is a text of at most 100 characters. */
const oneGroup = {
  why: "a rule's target takes one constant message group, as far as AWS documents it, and none from the event",
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html',
} as const;

const onlyBusHasEnvelope = (channel: string): Cannot => ({
  why: `${channel} delivers the CloudEvent as it was published; the envelope is that of a bus`,
  instead: 'Leave envelope out, or subscribe to a ClassicBus.',
  source: `${eventBridgeGuide}/eb-events-structure.html`,
});

const standardHasNoOrder: Cannot = {
  why: 'a standard queue has no order that a message could hold up',
  instead:
    'Leave onPoison out, or take a FifoTopic, a FIFO WorkQueue or Delivery.oneAtATime, whose queues are FIFO.',
  source: `${sqsGuide}/standard-queues.html`,
};

const fifoIsNotFair: Cannot = {
  why: 'fair queues are standard queues; in a FIFO queue a group waits for nobody but itself',
  instead: 'Leave requireFairQueue out, or take a StandardTopic or a standard WorkQueue.',
  source: `${sqsGuide}/sqs-fair-queues.html`,
};

const fifoIsOneAtATime: Cannot = {
  why: 'a FIFO queue hands over one event a key at a time already',
  instead: 'Take Delivery.pull or Delivery.push.',
  source: `${sqsGuide}/using-messagegroupid-property.html`,
};

/** Of a channel that is a queue. */
const ofQueue = {
  eventBridgeEnvelope: onlyBusHasEnvelope('a queue'),
  where: {
    why: 'SQS hands every message to whoever receives: what a filter behind the queue did not take would be gone',
    instead: 'Take contract.all(), or a StandardTopic, a FifoTopic or a ClassicBus, which filter.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
  },
  severalSubscriptions: {
    why: 'each message goes to one receiver, so that two subscriptions would take events from each other',
    instead:
      'Grant consume to each of the competing consumers, or take a StandardTopic, a FifoTopic or a ClassicBus, where each has a copy.',
    source: `${sqsGuide}/sqs-visibility-timeout.html`,
  },
  standardQueue: {
    why: 'the channel is itself the queue',
    instead: 'Leave queue out.',
    source: `${sqsGuide}/sqs-queue-types.html`,
  },
  fifoQueue: {
    why: 'the channel is itself the queue',
    instead: 'Leave queue out.',
    source: `${sqsGuide}/sqs-queue-types.html`,
  },
} as const satisfies Partial<Record<Capability, Can>>;

export const channelCapabilities = {
  ClassicBus: {
    service: 'EventBridge',
    ordering: 'none; one at a time a key with `Delivery.oneAtATime`',
    delivery: 'at least once',
    throughput:
      '400 to 10,000 PutEvents requests a second by region, up to 10 events each; can be raised',
    latency: 'median 148 ms, p99 387 ms (2023); p99 129 ms according to AWS (2024)',
    receivers: `${receivers.ClassicBus.max} rules a bus (100 in two regions); can be raised`,
    dialect: 'eventbridge',
    filter: '2,048 characters, all operators; 30 rules with a wildcard a bus',
    producers: 'a source and its event types',
    encryption: 'a customer-managed key on bus, archive and queues',
    replay: 'an archive (30 days by default)',
    event: '1 MB a request',
    sources: [
      `${eventBridgeGuide}/eb-quota.html`,
      `${eventBridgeGuide}/eb-create-pattern-operators.html`,
      `${eventBridgeGuide}/eb-archive.html`,
      `${eventBridgeGuide}/eb-troubleshooting.html`,
      'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-eventbridge-improvement-latency-event-buses/',
      measured,
      `${authorization}/list_amazoneventbridge.html`,
    ],
    can: {
      pull: true,
      push: true,
      oneAtATime: true,
      fairQueue: {
        why: oneGroup.why,
        instead:
          'Leave requireFairQueue out, or take a StandardTopic or a WorkQueue, whose producers name the group.',
        source: oneGroup.source,
      },
      hold: standardHasNoOrder,
      where: true,
      eventBridgeEnvelope: true,
      severalSubscriptions: true,
      standardQueue: true,
      fifoQueue: {
        why: oneGroup.why,
        instead: 'Bring a standard queue, or take Delivery.oneAtATime or a FifoTopic.',
        source: oneGroup.source,
      },
    },
  },
  StandardTopic: {
    service: 'SNS',
    ordering: 'none; one at a time a key with `Delivery.oneAtATime`',
    delivery: 'at least once',
    throughput: '300 to 30,000 messages a second by region; can be raised',
    latency: 'median 73 ms, p99 225 ms (2022)',
    receivers: `${receivers.StandardTopic.max} subscriptions a topic, as each has a filter; can be raised`,
    dialect: 'sns-body',
    filter: '5 fields, 150 combinations of values; on the body each counts times its depth',
    producers: 'the topic: whoever may publish may publish anything',
    encryption: 'a customer-managed key on topic and queues',
    replay: 'none',
    event: '256 KiB',
    sources: [
      `${snsGuide}/subscription-filter-policy-constraints.html`,
      'https://docs.aws.amazon.com/general/latest/gr/sns.html',
      `${snsGuide}/large-message-payloads.html`,
      'https://docs.aws.amazon.com/sns/latest/api/API_Publish.html',
      'https://aws.amazon.com/sns/features/',
      `${authorization}/list_amazonsns.html`,
      measured,
    ],
    can: {
      pull: true,
      push: true,
      oneAtATime: true,
      fairQueue: true,
      hold: standardHasNoOrder,
      where: true,
      eventBridgeEnvelope: onlyBusHasEnvelope('a topic'),
      severalSubscriptions: true,
      standardQueue: true,
      fifoQueue: {
        why: 'a standard topic delivers to standard queues only',
        instead: 'Bring a standard queue, or take a FifoTopic or Delivery.oneAtATime.',
        source: `${snsGuide}/sns-configure-dead-letter-queue.html`,
      },
    },
  },
  FifoTopic: {
    service: 'SNS FIFO',
    ordering: 'strict a key, from the publisher to the consumer',
    delivery:
      'AWS promises exactly once without a filter only; with one, and here each has one, it says at most once, "as messages can be filtered out"',
    throughput:
      '300 events a second a key; the quota of the region for all keys (3,000 without `highThroughput`)',
    latency: 'median 40 ms, p99 497 ms (2022)',
    receivers: `${receivers.FifoTopic.max} subscriptions a topic; no page says that it can be raised`,
    dialect: 'sns-body',
    filter: '5 fields, 150 combinations of values; on the body each counts times its depth',
    producers: 'the topic: whoever may publish may publish anything',
    encryption: 'a customer-managed key on topic and queues',
    replay: 'none here (SNS can archive a FIFO topic)',
    event: '256 KiB',
    sources: [
      `${snsGuide}/fifo-message-grouping.html`,
      `${snsGuide}/fifo-message-dedup.html`,
      `${snsGuide}/subscription-filter-policy-constraints.html`,
      `${snsGuide}/large-message-payloads.html`,
      `${snsGuide}/fifo-message-archiving-replay.html`,
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_sns.FifoThroughputScope.html',
      'https://aws.amazon.com/sns/features/',
      `${authorization}/list_amazonsns.html`,
      measured,
    ],
    can: {
      pull: true,
      push: true,
      oneAtATime: fifoIsOneAtATime,
      fairQueue: fifoIsNotFair,
      hold: true,
      where: true,
      eventBridgeEnvelope: onlyBusHasEnvelope('a topic'),
      severalSubscriptions: true,
      standardQueue: {
        why: 'only a FIFO queue keeps the order, and a FIFO topic hands a standard queue no message group',
        instead: 'Bring a FIFO queue, or subscribe to a StandardTopic.',
        source: `${snsGuide}/fifo-message-grouping.html`,
      },
      fifoQueue: true,
    },
  },
  WorkQueue: {
    service: 'SQS',
    ordering: 'none; one at a time a key with `Delivery.oneAtATime`',
    delivery: 'at least once',
    throughput: 'nearly unlimited',
    latency: 'median 16 ms, p99 105 ms (2022)',
    receivers: 'one subscription, any number of competing consumers',
    filter: 'none: every event',
    producers: 'the queue: whoever may send may send anything',
    encryption: 'a customer-managed key on the queues',
    replay: 'none',
    event: '1 MiB',
    sources: [
      `${sqsGuide}/quotas-messages.html`,
      `${sqsGuide}/standard-queues.html`,
      `${sqsGuide}/sqs-fair-queues.html`,
      `${authorization}/list_amazonsqs.html`,
      measured,
    ],
    can: {
      pull: true,
      push: true,
      oneAtATime: true,
      fairQueue: true,
      hold: standardHasNoOrder,
      ...ofQueue,
    },
  },
  FifoWorkQueue: {
    service: 'SQS FIFO',
    ordering: 'strict a key, from the sender to the consumer',
    delivery: 'once, if it is deleted in time; sent again within 5 minutes it is dropped',
    throughput:
      '300 requests a second a partition; up to 70,000 in the largest regions with many keys',
    latency: 'median 28 ms, p99 645 ms (2022)',
    receivers: 'one subscription, any number of competing consumers',
    filter: 'none: every event',
    producers: 'the queue: whoever may send may send anything',
    encryption: 'a customer-managed key on the queues',
    replay: 'none',
    event: '1 MiB',
    sources: [
      `${sqsGuide}/quotas-messages.html`,
      `${sqsGuide}/high-throughput-fifo.html`,
      `${sqsGuide}/FIFO-queues-exactly-once-processing.html`,
      `${authorization}/list_amazonsqs.html`,
      measured,
    ],
    can: {
      pull: true,
      push: true,
      oneAtATime: fifoIsOneAtATime,
      fairQueue: fifoIsNotFair,
      hold: true,
      ...ofQueue,
    },
  },
} as const satisfies Record<string, ChannelCapability>;

export type ChannelKind = keyof typeof channelCapabilities;

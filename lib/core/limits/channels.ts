/**
 * What a channel can do and what it can't, as data: refusals and the guide read it. Latencies are
 * typical figures, not promises.
 */
export interface ChannelCapability {
  /** The service that carries the events, as people call it. */
  readonly service: string;
  /** Why it sends to no FIFO queue. */
  readonly noFifoQueue: string;
  readonly latency: string;
  readonly receivers: string;
  readonly filter: string;
  /** What a producer's policy can name. */
  readonly producers: string;
  readonly replay: string;
  readonly event: string;
  /** The pages that state it. */
  readonly sources: readonly string[];
}

export const channelCapabilities = {
  ClassicBus: {
    service: 'EventBridge',
    noFifoQueue:
      'a rule sends all its events under one constant message group, never one from the event',
    latency: 'p99 about 130 ms (2024)',
    receivers: '300 rules a bus, a quota that can be raised',
    filter: '2,048 characters, all operators',
    producers: 'a source and its event types',
    replay: 'an archive',
    event: '1 MB a request',
    sources: [
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html',
    ],
  },
  StandardTopic: {
    service: 'SNS',
    noFifoQueue: 'a standard topic delivers to standard queues only',
    latency: 'under 30 ms typically',
    receivers: '200 filter policies a topic, a quota that can be raised',
    filter: '5 fields, 150 combinations of values, each counted times its depth',
    producers: 'the topic: whoever may publish may publish anything',
    replay: 'none',
    event: '256 KiB',
    sources: [
      'https://docs.aws.amazon.com/general/latest/gr/sns.html',
      'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html',
    ],
  },
} as const satisfies Record<string, ChannelCapability>;

import type { Limit } from '.';

/**
 * How many subscriptions a channel has at most, unless AWS raises the quota. Of a bus it is the rules,
 * 100 in two regions; of a standard topic the filter policies, one a subscription. Whether the 100 of
 * a FIFO topic can be raised no page says.
 */
export const receivers = {
  ClassicBus: {
    max: 300,
    unit: 'rules',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  },
  StandardTopic: {
    max: 200,
    unit: 'filter policies',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
  },
  FifoTopic: {
    max: 100,
    unit: 'subscriptions',
    source: 'https://aws.amazon.com/sns/features/',
  },
} as const satisfies Record<string, Limit>;

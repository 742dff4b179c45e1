import { matches, PatternError, parsePattern } from '../../../lib/core/event-patterns';
import { topicSubscriptions } from '../expected/topic-subscriptions';
import { isFields, type Json, type Templates } from '../template';
import { resourceAt, same, type Violations } from './compare';

interface Case {
  readonly topic: string;
  readonly event: object;
  readonly arrivesAt: readonly string[];
}

const placed = 'order.placed.v1';
const cancelled = 'order.cancelled.v1';

/** Where the CloudEvents that are published on a topic go, by the subscriptions that take them. */
const cases: readonly Case[] = [
  {
    topic: 'Fanout/Open',
    event: order(placed, { shipTo: { country: 'US' } }),
    arrivesAt: ['Fanout/Seattle', 'Fanout/Audit'],
  },
  {
    topic: 'Fanout/Open',
    event: order(placed, { shipTo: { country: 'CA' } }),
    arrivesAt: ['Fanout/Audit'],
  },
  {
    topic: 'Fanout/Open',
    event: order(cancelled, { shipTo: { country: 'US' } }),
    arrivesAt: ['Fanout/Audit'],
  },
  { topic: 'Fanout/Open', event: { ...order(placed, {}), source: 'elsewhere' }, arrivesAt: [] },
  {
    topic: 'Fanout/Secret',
    event: order(placed, { shipTo: { country: 'US' } }),
    arrivesAt: ['Fanout/Review', 'Fanout/Borders'],
  },
  {
    topic: 'Fanout/Secret',
    event: order(placed, { shipTo: { country: 'MX' } }),
    arrivesAt: ['Fanout/Borders'],
  },
  {
    topic: 'Fanout/Secret',
    event: order(cancelled, { refund: 100 }),
    arrivesAt: ['Fanout/Review'],
  },
  { topic: 'Fanout/Secret', event: order(cancelled, { refund: 99 }), arrivesAt: [] },
];

function order(type: string, data: object): object {
  return { specversion: '1.0', id: '1', source: 'shop.checkout', type, data };
}

export function everyMessageOnATopicArrivesWhereItIsWantedAndNowhereElse(
  templates: Templates,
): Violations {
  return cases.flatMap(({ topic, event, arrivesAt }) => {
    const takers = topicSubscriptions
      .map(({ place }) => place)
      .filter((place) => takes(templates, { place, topic, event }));
    return same(`${topic} ${JSON.stringify(event)} arrives at`, takers, arrivesAt);
  });
}

type Delivery = Pick<Case, 'topic' | 'event'> & { readonly place: string };

/** Without a filter SNS delivers everything. */
function takes(templates: Templates, { place, topic, event }: Delivery): boolean {
  const { TopicArn, FilterPolicy } = resourceAt(templates, `${place}TopicSubscription`).Properties;
  if (TopicArn !== `\${${topic}Topic}`) return false;
  return FilterPolicy === undefined || matchesBody(FilterPolicy, event);
}

/** SNS refuses a subscription with a filter that is none. */
function matchesBody(filter: Json, event: object): boolean {
  try {
    return isFields(filter) && matches(parsePattern(filter, 'sns-body'), event);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return false;
  }
}

import {
  type EventPattern,
  matches,
  PatternError,
  parsePattern,
} from '../../../lib/core/event-patterns';
import { foreignTopic, topicArn } from '../expected/arns';
import { topicSubscriptions } from '../expected/topic-subscriptions';
import { type Fields, isFields, type Json, type Templates } from '../template';
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
  {
    topic: 'Ordered/Ledger',
    event: order(placed, { shipTo: { country: 'US' } }),
    arrivesAt: ['Ordered/Booking'],
  },
  {
    topic: 'Ordered/Ledger',
    event: order(placed, { shipTo: { country: 'CA' } }),
    arrivesAt: [],
  },
  {
    topic: 'Ordered/Plain',
    event: order(placed, { shipTo: { country: 'US' } }),
    arrivesAt: ['Ordered/Copy'],
  },
  { topic: 'Ordered/Plain', event: order(placed, { shipTo: { country: 'CA' } }), arrivesAt: [] },
  { topic: 'InTurn/News', event: order(placed, {}), arrivesAt: ['InTurn/Handling'] },
  { topic: 'InTurn/News', event: order(cancelled, {}), arrivesAt: [] },
  { topic: foreignTopic, event: order(placed, {}), arrivesAt: ['InTurn/Mirror'] },
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

type Dialect = 'sns-body' | 'sns-attributes';
type Delivery = Pick<Case, 'topic' | 'event'> & { readonly place: string };

/** Without a filter SNS delivers everything. */
function takes(templates: Templates, { place, topic, event }: Delivery): boolean {
  const { Properties } = resourceAt(templates, `${place}TopicSubscription`);
  const { TopicArn, FilterPolicy, FilterPolicyScope } = Properties;
  if (TopicArn !== topicArn(topic)) return false;
  if (FilterPolicy === undefined) return true;
  return FilterPolicyScope === 'MessageBody'
    ? matchesIn('sns-body', FilterPolicy, event)
    : matchesIn('sns-attributes', FilterPolicy, attributesOf(event));
}

/** As the runtime publishes them where a topic's subscriptions filter on attributes. */
function attributesOf(event: object): object {
  const { source, type, data } = event as Published;
  const all = { source, type, 'shipTo.country': data.shipTo?.country };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  );
}

interface Published {
  readonly source: string;
  readonly type: string;
  readonly data: { readonly shipTo?: { readonly country: string } };
}

/** SNS refuses a subscription with a filter that is none. */
function matchesIn(dialect: Dialect, filter: Json, event: object): boolean {
  const pattern = isFields(filter) ? patternOf(filter, dialect) : undefined;
  return pattern !== undefined && matches(pattern, event);
}

const read: Readonly<Record<Dialect, WeakMap<Fields, EventPattern | undefined>>> = {
  'sns-body': new WeakMap(),
  'sns-attributes': new WeakMap(),
};

/** Each is read once: a mutant leaves all filters but one as they were. */
function patternOf(filter: Fields, dialect: Dialect): EventPattern | undefined {
  const known = read[dialect];
  if (!known.has(filter)) known.set(filter, parsed(filter, dialect));
  return known.get(filter);
}

function parsed(filter: Fields, dialect: Dialect): EventPattern | undefined {
  try {
    return parsePattern(filter, dialect);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return undefined;
  }
}

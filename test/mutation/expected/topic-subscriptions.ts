import type { Fields } from '../template';

/** What each subscription of a topic is for. Its place with `Queue`, `TopicSubscription` is theirs. */
export interface ExpectedTopicSubscription {
  readonly place: string;
  readonly topic: string;
  readonly filter: Fields;
  readonly key?: string;
}

const placed = { source: ['shop.checkout'], type: ['order.placed.v1'] };
const cancelled = { source: ['shop.checkout'], type: ['order.cancelled.v1'] };

export const topicSubscriptions: readonly ExpectedTopicSubscription[] = [
  {
    place: 'Fanout/Seattle',
    topic: 'Fanout/Open',
    filter: { ...placed, data: { shipTo: { country: ['US'] } } },
  },
  {
    place: 'Fanout/Audit',
    topic: 'Fanout/Open',
    filter: { source: ['shop.checkout'], type: ['order.placed.v1', 'order.cancelled.v1'] },
    key: 'Fanout/AuditKey',
  },
  {
    place: 'Fanout/Review',
    topic: 'Fanout/Secret',
    filter: {
      $or: [
        { ...placed, data: { shipTo: { country: ['US'] } } },
        { ...cancelled, data: { refund: [{ numeric: ['>=', 100] }] } },
      ],
    },
    key: 'Fanout/TopicKey',
  },
  {
    place: 'Fanout/Borders',
    topic: 'Fanout/Secret',
    filter: {
      $or: [
        { ...placed, data: { shipTo: { country: ['US', 'CA'] } } },
        // Every event has it: AWS drops an alternative that has an earlier one's fields and a value of it.
        {
          ...placed,
          data: { shipTo: { country: ['CA', 'MX'] } },
          specversion: [{ exists: true }],
        },
      ],
    },
    key: 'Fanout/TopicKey',
  },
];

import type { Fields } from '../template';
import { foreignDeadLetters, foreignKey, foreignTopic } from './arns';

/** What each subscription of a topic is for. Its place with `Queue`, `TopicSubscription` is theirs. */
export interface ExpectedTopicSubscription {
  readonly place: string;
  /** A place, or the ARN of a topic of another app. */
  readonly topic: string;
  readonly filter: Fields;
  /** @default 'MessageBody' */
  readonly filtersOn?: string;
  /**
   * The ARN of the queue of what can't be delivered.
   *
   * @default - that of the topic; of a FIFO topic one of its own
   */
  readonly undelivered?: string;
  readonly key?: string;
  /** Whether topic and queues are FIFO. @default false */
  readonly fifo?: boolean;
  /** How often an event is received before it is set aside. @default 5 */
  readonly receives?: number;
  /** For how many seconds a received event is hidden. @default 30 */
  readonly hiddenFor?: number;
}

const placed = { source: ['shop.checkout'], type: ['order.placed.v1'] };

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
      source: ['shop.checkout'],
      $or: [
        { type: ['order.placed.v1'], data: { shipTo: { country: ['US'] } } },
        { type: ['order.cancelled.v1'], data: { refund: [{ numeric: ['>=', 100] }] } },
      ],
    },
    key: 'Fanout/TopicKey',
  },
  {
    place: 'Fanout/Borders',
    topic: 'Fanout/Secret',
    filter: {
      ...placed,
      $or: [
        { data: { shipTo: { country: ['US', 'CA'] } } },
        // Every event has it: AWS drops an alternative that has an earlier one's fields and a value of it.
        { data: { shipTo: { country: ['CA', 'MX'] } }, specversion: [{ exists: true }] },
      ],
    },
    key: 'Fanout/TopicKey',
  },
  {
    // It holds: its consumer has 1,000 receives for an event.
    place: 'Ordered/Booking',
    topic: 'Ordered/Ledger',
    filter: { ...placed, data: { shipTo: { country: ['US'] } } },
    key: 'Ordered/LedgerKey',
    fifo: true,
    receives: 1000,
  },
  {
    place: 'Ordered/Copy',
    topic: 'Ordered/Plain',
    filter: { ...placed, 'shipTo.country': ['US'] },
    filtersOn: 'MessageAttributes',
    fifo: true,
  },
  {
    // A pipe moves on what arrives here.
    place: 'InTurn/Handling',
    topic: 'InTurn/News',
    filter: placed,
    key: 'InTurn/TurnKey',
    hiddenFor: 60,
  },
  {
    place: 'InTurn/Mirror',
    topic: foreignTopic,
    filter: placed,
    undelivered: foreignDeadLetters,
    key: foreignKey,
  },
];

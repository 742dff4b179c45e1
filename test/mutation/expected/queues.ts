import type { Fields } from '../template';
import { topicArn } from './arns';
import { subscriptions } from './subscriptions';
import { topicSubscriptions } from './topic-subscriptions';
import { topics } from './topics';

/** The service that may send, and from where. */
export interface ExpectedSender {
  readonly service: string;
  readonly condition: Fields;
}

export interface ExpectedQueue {
  readonly place: string;
  /** @default - nobody may send to it */
  readonly sender?: ExpectedSender;
  /** The queue that what is not processed goes to. @default - it is the last to take it */
  readonly setsAsideIn?: string;
  /** How often an event is received before it is set aside. @default 5 */
  readonly receives?: number;
  /** For how many seconds a received event is hidden. @default 30 */
  readonly hiddenFor?: number;
  readonly key?: string;
  /** What tells duplicates in a FIFO queue. @default - a standard queue */
  readonly fifo?: 'id' | 'body';
}

const eventsArn = 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}';

/** What producers send to themselves, and what a pipe sends to: its own policy is enough. */
const withoutSender: readonly ExpectedQueue[] = [
  {
    place: 'Worked/TasksQueue',
    setsAsideIn: 'Worked/TasksDeadLetters',
    key: 'Worked/TasksKey',
  },
  { place: 'Worked/LanesQueue', setsAsideIn: 'Worked/LanesDeadLetters', fifo: 'id' },
  {
    // Six times the 20 seconds of the function.
    place: 'InTurn/HandlingOneAtATimeQueue',
    setsAsideIn: 'InTurn/HandlingOneAtATimeDeadLetters',
    hiddenFor: 120,
    key: 'InTurn/TurnKey',
    fifo: 'body',
  },
];

/** What consumers receive from. */
export const consumed: readonly ExpectedQueue[] = [
  ...subscriptions.map(({ place, key }) =>
    consumedOf(place, eventBridge({ ArnEquals: from(`\${${place}Rule.Arn}`) }), key),
  ),
  ...topicSubscriptions.map(({ place, topic, key, fifo, receives, hiddenFor }) => ({
    ...consumedOf(place, sns(topic), key),
    ...(fifo && { fifo: 'id' as const }),
    receives,
    hiddenFor,
  })),
  ...withoutSender,
];

function consumedOf(place: string, sender: ExpectedSender, key?: string): ExpectedQueue {
  return { place: `${place}Queue`, sender, setsAsideIn: `${place}DeadLetters`, key };
}

/** What consumers gave up; SQS itself puts it there. */
export const unprocessed: readonly ExpectedQueue[] = consumed.map(
  ({ setsAsideIn: place = '', key, fifo }) => ({ place, key, fifo }),
);

/** What a channel gave up. */
export const undelivered: readonly ExpectedQueue[] = [
  {
    place: 'RetailerOrders/OrdersBusDeadLetters',
    sender: eventBridge({ ArnLike: from(`${eventsArn}:rule/RetailerOrders-Bus-1A67D5BB/*`) }),
  },
  {
    place: 'Sealed/BusDeadLetters',
    sender: eventBridge({ ArnLike: from(`${eventsArn}:rule/Sealed-Bus-1DC27903/*`) }),
    key: 'Sealed/Key',
  },
  {
    // Under SSE-SQS: a broken key would take the bus and this queue at once.
    place: 'Sealed/BusEncryptionFailures',
    sender: eventBridge({ ArnEquals: from(`${eventsArn}:event-bus/Sealed-Bus-1DC27903`) }),
  },
  {
    place: 'Sealed/CancellationsRuleDeadLetters',
    sender: eventBridge({ ArnEquals: from('${Sealed/CancellationsRule.Arn}') }),
  },
  ...topics
    .filter(({ fifo }) => !fifo)
    .map(({ place, key }) => ({ place: `${place}DeadLetters`, sender: sns(place), key })),
  // SQS would drop what two subscriptions of a FIFO topic didn't get: each has a queue of its own.
  ...topicSubscriptions
    .filter(({ fifo }) => fifo)
    .map(({ place, topic, key }) => ({
      place: `${place}Undelivered`,
      sender: sns(topic),
      key,
      fifo: 'id' as const,
    })),
];

function eventBridge(condition: Fields): ExpectedSender {
  return { service: 'events.amazonaws.com', condition };
}

function sns(topic: string): ExpectedSender {
  return {
    service: 'sns.amazonaws.com',
    condition: { ArnEquals: from(topicArn(topic)) },
  };
}

function from(arn: string): Fields {
  return { 'aws:SourceArn': arn };
}

export const queues: readonly ExpectedQueue[] = [...consumed, ...unprocessed, ...undelivered];

import type { Fields } from '../template';
import { subscriptions } from './subscriptions';

export interface ExpectedQueue {
  readonly place: string;
  /** The condition under which EventBridge may send to it. @default - nobody may */
  readonly sender?: Fields;
  /** The queue that what is not processed goes to. @default - it is the last to take it */
  readonly setsAsideIn?: string;
  readonly key?: string;
}

const eventsArn = 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}';

/** What consumers receive from. */
export const consumed: readonly ExpectedQueue[] = subscriptions.map(({ place, key }) => ({
  place: `${place}Queue`,
  sender: { ArnEquals: { 'aws:SourceArn': `\${${place}Rule.Arn}` } },
  setsAsideIn: `${place}DeadLetters`,
  key,
}));

/** What consumers gave up; SQS itself puts it there. */
export const unprocessed: readonly ExpectedQueue[] = subscriptions.map(({ place, key }) => ({
  place: `${place}DeadLetters`,
  key,
}));

/** What a channel gave up. */
export const undelivered: readonly ExpectedQueue[] = [
  {
    place: 'RetailerOrders/OrdersBusDeadLetters',
    sender: { ArnLike: { 'aws:SourceArn': `${eventsArn}:rule/RetailerOrders-Bus-1A67D5BB/*` } },
  },
  {
    place: 'Sealed/BusDeadLetters',
    sender: { ArnLike: { 'aws:SourceArn': `${eventsArn}:rule/Sealed-Bus-1DC27903/*` } },
    key: 'Sealed/Key',
  },
  {
    // Under SSE-SQS: a broken key would take the bus and this queue at once.
    place: 'Sealed/BusEncryptionFailures',
    sender: { ArnEquals: { 'aws:SourceArn': `${eventsArn}:event-bus/Sealed-Bus-1DC27903` } },
  },
  {
    place: 'Sealed/CancellationsRuleDeadLetters',
    sender: { ArnEquals: { 'aws:SourceArn': '${Sealed/CancellationsRule.Arn}' } },
  },
];

export const queues: readonly ExpectedQueue[] = [...consumed, ...unprocessed, ...undelivered];

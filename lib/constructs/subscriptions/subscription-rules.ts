import type { Duration } from 'aws-cdk-lib';
import type { Problem } from '../../core/diagnostics';
import { sqs } from '../../core/limits';
import { problemsOfNamed } from '../channels';
import { type PropRule, problemsOfRules } from '../validation';
import type { SubscriptionProps } from './subscription-props';

/** Everything that is wrong with a subscription's props, before anything is made. */
export function problemsOfSubscription(props: SubscriptionProps): Problem[] {
  const { events = [], from } = props;
  return [
    ...problemsOfNamed(
      'events',
      events.map(({ contract }) => contract),
      from.contracts,
    ),
    ...problemsOfRules([...ranges(props), ...withoutEffect(props)]),
  ];
}

const outside =
  ({ min = 0, max }: { min?: number; max: number }) =>
  (seconds: number): boolean =>
    !Number.isInteger(seconds) || seconds < min || seconds > max;

const outsideSeconds =
  (range: { min: number; max: number }) =>
  (duration: Duration): boolean =>
    outside(range)(duration.toSeconds({ integral: false }));

function ranges({ retention, maxReceiveCount, delivery }: SubscriptionProps): PropRule[] {
  return [
    {
      id: 'spillway:retention',
      prop: 'retention',
      value: retention,
      wrong: outsideSeconds(sqs.retention),
      expected: 'SQS keeps a message for 60 seconds to 14 days',
      fix: 'Give Duration.days(14) or less; an archive on the bus keeps events for longer.',
    },
    {
      id: 'spillway:max-receive-count',
      prop: 'maxReceiveCount',
      value: maxReceiveCount,
      wrong: outside(sqs.maxReceiveCount),
      expected: `a message is received ${sqs.maxReceiveCount.min} to ${sqs.maxReceiveCount.max} times, a whole number`,
      fix: 'Give 5: fewer sets events aside that a busy consumer could still have handled.',
    },
    {
      id: 'spillway:visibility-timeout',
      prop: 'delivery.visibilityTimeout',
      value: delivery?.visibilityTimeout,
      wrong: outsideSeconds(sqs.visibilityTimeout),
      expected: 'a received message is hidden for 0 seconds to 12 hours',
      fix: 'Give the time that handling an event takes, and extend it for the long ones.',
    },
  ];
}

/** With a queue of one's own, what belongs to the queue is decided where the queue is made. */
function withoutEffect(props: SubscriptionProps): PropRule[] {
  const { queue, encryptionKey, retention, maxReceiveCount, removalPolicy, delivery } = props;
  const ofTheQueue = {
    encryptionKey: encryptionKey?.node.path,
    retention,
    maxReceiveCount,
    removalPolicy,
    'delivery.visibilityTimeout': delivery?.visibilityTimeout,
  };
  return Object.entries(ofTheQueue).map(([prop, value]) => ({
    id: 'spillway:option-without-effect',
    prop,
    value,
    wrong: () => queue !== undefined,
    expected: 'it cannot take effect on a queue of your own',
    fix: 'Set it where the queue is made, or leave queue out.',
  }));
}

import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { sqs } from '../../core/limits';
import { problemsOfNamed, problemsOnChannel } from '../channels';
import { problemsOfKey } from '../policies';
import { type PropRule, problemsOfRules, removalRule, withoutEffect } from '../validation';
import { pushRules } from './push-rules';
import type { SubscriptionProps } from './subscription-props';

/** Everything that is wrong with a subscription's props, before anything is made. */
export function problemsOfSubscription(scope: Construct, props: SubscriptionProps): Problem[] {
  const { events = [], from, queue, encryptionKey, removalPolicy, delivery } = props;
  const contracts = events.map(({ contract }) => contract);
  const rules = queue ? besideQueue(props) : ranges(props);
  return [
    ...problemsOfNamed('events', contracts, from.contracts),
    ...problemsOfRules([
      ...rules,
      ...pushRules(delivery?._push, props.maxReceiveCount),
      removalRule(removalPolicy),
    ]),
    ...problemsOfKey('encryptionKey', encryptionKey, scope),
    ...problemsOnChannel(scope, { from, events, queue, envelope: delivery?.envelope }),
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

const inWords = (seconds: number): string => Duration.seconds(seconds).toHumanString();

const spanOf = ({ min, max }: { min: number; max: number }): string =>
  `${inWords(min)} to ${inWords(max)}`;

// Once for all subscriptions: putting durations into words takes longer than all the checks.
const retentionSpan = spanOf(sqs.retention);
const visibilitySpan = spanOf(sqs.visibilityTimeout);

function ranges({ retention, maxReceiveCount, delivery }: SubscriptionProps): PropRule[] {
  return [
    {
      id: 'spillway:retention',
      prop: 'retention',
      value: retention,
      wrong: outsideSeconds(sqs.retention),
      expected: `SQS keeps a message for ${retentionSpan}`,
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
      expected: `a received message is hidden for ${visibilitySpan}`,
      fix: 'Give the time that handling an event takes, and extend it for the long ones.',
    },
  ];
}

/** With a queue of one's own, what belongs to the queue is decided where the queue is made. */
function besideQueue(props: SubscriptionProps): PropRule[] {
  const { encryptionKey, retention, maxReceiveCount, removalPolicy, delivery } = props;
  const ofTheQueue = {
    encryptionKey: encryptionKey?.node.path,
    retention,
    maxReceiveCount,
    // Where the channel has no dead-letter queue for all, it makes one for this subscription.
    removalPolicy: props.from.deadLetterQueue && removalPolicy,
    'delivery.visibilityTimeout': delivery?._push ? undefined : delivery?.visibilityTimeout,
  };
  return withoutEffect(ofTheQueue, {
    expected: 'it cannot take effect on a queue of your own',
    fix: 'Set it where the queue is made, or leave queue out.',
  });
}

import { Duration } from 'aws-cdk-lib';
import { sqs } from '../../core/limits';
import type { PropRule } from '../validation';
import { longestRetention, standardReceives, standardVisibility } from './kept-queue';
import { OnPoison } from './on-poison';
import type { QueueSettings } from './queue-pair';

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

// Once for all queues: putting durations into words takes longer than all the checks.
const retentionSpan = spanOf(sqs.retention);
const visibilitySpan = spanOf(sqs.visibilityTimeout);

/** What SQS takes of the settings of a queue. `visibilityTimeout` is named as its owner has it. */
export function queueRules(settings: QueueSettings, visibilityProp: string): PropRule[] {
  const { retention, maxReceiveCount, visibilityTimeout, onPoison } = settings;
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
      prop: visibilityProp,
      value: visibilityTimeout,
      wrong: outsideSeconds(sqs.visibilityTimeout),
      expected: `a received message is hidden for ${visibilitySpan}`,
      fix: 'Give the time that handling an event takes, and extend it for the long ones.',
    },
    {
      id: 'spillway:option-without-effect',
      prop: 'maxReceiveCount',
      value: onPoison === OnPoison.HOLD ? maxReceiveCount : undefined,
      wrong: () => true,
      expected: `OnPoison.HOLD receives an event up to ${sqs.maxReceiveCount.max} times`,
      fix: 'Leave it out, or take OnPoison.SET_ASIDE.',
    },
    {
      id: 'spillway:on-poison',
      prop: visibilityProp,
      value: onPoison === OnPoison.HOLD ? visibilityTimeout : undefined,
      wrong: (hidden: Duration) => hidden.toMilliseconds() === 0,
      expected: `OnPoison.HOLD holds an event for one visibility timeout a receive, so that ${sqs.maxReceiveCount.max} receives would be used up at once`,
      fix: 'Give the time that handling an event takes.',
    },
    roomToSetAside(settings, visibilityProp),
  ];
}

/**
 * An event that expires before it was received often enough is never set aside: it is lost. Where it
 * holds up its message group, the receives are counted to fit, but one has to end.
 */
function roomToSetAside(settings: QueueSettings, visibilityProp: string): PropRule {
  const { onPoison, retention = longestRetention } = settings;
  const { visibilityTimeout: hidden = standardVisibility, maxReceiveCount = standardReceives } =
    settings;
  const holds = onPoison === OnPoison.HOLD;
  const receives = holds ? 1 : maxReceiveCount;
  const known = !retention.isUnresolved() && !hidden.isUnresolved();
  const expires = known && receives * hidden.toMilliseconds() >= retention.toMilliseconds();
  return {
    id: holds ? 'spillway:on-poison' : 'spillway:retention',
    prop: holds ? visibilityProp : 'retention',
    value: expires || undefined,
    wrong: () => true,
    // Words only where they are shown: they take longer than all the checks.
    given: expires
      ? holds
        ? held(retention, hidden)
        : tried(retention, receives, hidden)
      : undefined,
    expected: 'an event is set aside before SQS deletes it at the end of its retention',
    fix: `Give a longer retention${holds ? ' or a' : ', a'} shorter visibility timeout${holds ? '' : ' or fewer receives'}.`,
  };
}

const held = (retention: Duration, hidden: Duration): string =>
  `${hidden.toHumanString()} given beside a retention of ${retention.toHumanString()}`;

const tried = (retention: Duration, receives: number, hidden: Duration): string =>
  `${retention.toHumanString()} for ${receives} receives of ${hidden.toHumanString()} each`;

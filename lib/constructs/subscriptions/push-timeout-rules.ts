import { Duration } from 'aws-cdk-lib';
import { longestRetention, OnPoison, receivesOf } from '../queues';
import type { PropRule } from '../validation';
import { fewestReceives, type Push } from './push';
import type { SubscriptionProps } from './subscription-props';

/**
 * What the timeout of the function asks of a push: from it follows for how long a message is hidden,
 * and from that how often one can be tried within the retention.
 */
export function timeoutRules(push: Push, props: SubscriptionProps): PropRule[] {
  return [timeoutKnown(push), notBelowItsOwn(push), triedOften(push, props)];
}

function timeoutKnown({ visibilityTimeout }: Push): PropRule {
  return {
    id: 'spillway:push-timeout',
    prop: 'delivery.functionTimeout',
    value: visibilityTimeout ?? null,
    given: 'the timeout of an imported function is not known',
    wrong: (value: unknown) => value === null,
    expected: 'a message is hidden for six times the timeout, or it is handled twice',
    fix: "Give functionTimeout, the function's own.",
  };
}

function notBelowItsOwn({ knownTimeout, options: { functionTimeout } }: Push): PropRule {
  const own = knownTimeout?.isUnresolved() ? undefined : knownTimeout;
  return {
    id: 'spillway:push-timeout',
    prop: 'delivery.functionTimeout',
    value: own && functionTimeout,
    wrong: (given: Duration) => given.toMilliseconds() < (own?.toMilliseconds() ?? 0),
    expected: `the function itself has a timeout of ${own?.toSeconds({ integral: false })} seconds, so that a message would show again while it is handled`,
    fix: 'Leave it out: it is for a function that is only imported.',
  };
}

/** Holding tries an event for half of the retention: of a slow function that may be too seldom. */
function triedOften({ visibilityTimeout: hidden }: Push, props: SubscriptionProps): PropRule {
  const { onPoison, retention = longestRetention } = props;
  const holds = onPoison === OnPoison.HOLD && hidden && !isBrought(props);
  const receives = holds
    ? receivesOf({ onPoison, retention, visibilityTimeout: hidden })
    : fewestReceives;
  const tooFew = hidden && receives < fewestReceives ? hidden : undefined;
  return {
    id: 'spillway:on-poison',
    prop: 'retention',
    value: tooFew,
    wrong: () => true,
    // Words only where they are shown: they take longer than all the checks.
    given:
      tooFew &&
      `${retention.toHumanString()} for OnPoison.HOLD and a function whose timeout hides an event for ${tooFew.toHumanString()} a receive`,
    expected: `OnPoison.HOLD tries an event for half of the retention, and a throttled function counts as a receive, so that fewer than ${fewestReceives} set events aside that nobody looked at`,
    fix: `Give a retention of ${tooFew && Duration.seconds(2 * fewestReceives * tooFew.toSeconds()).toHumanString()} or more, a function with a shorter timeout, or OnPoison.SET_ASIDE.`,
  };
}

/** Of a queue that stands already, retention and onPoison are decided where it is made. */
const isBrought = ({ from, queue, delivery }: SubscriptionProps): boolean =>
  !delivery?._oneAtATime && Boolean(queue || from.queue);

import { Token } from 'aws-cdk-lib';
import { CfnQueue, type IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Problem } from '../../core/diagnostics';
import { finishedValues } from '../validation';
import { arrivalReceives, leastVisibility } from './arrival';

interface FinishedQueue {
  readonly MessageRetentionPeriod?: unknown;
  readonly RedrivePolicy?: { readonly maxReceiveCount?: unknown };
  readonly VisibilityTimeout?: unknown;
}

const leastHidden = leastVisibility.toSeconds();

/** What SQS itself keeps a message for, where nothing is set: 4 days. */
const defaultRetention = 345_600;

/**
 * What became of the queue that a pipe takes from, whether it was made for it, is the channel or was
 * brought along: an event that shows again while it is moved is moved and set aside, and one that
 * expires before it is set aside is lost. Of an imported queue nothing is known.
 */
export function validateArrival({ node: { defaultChild } }: IQueue): Problem[] {
  if (!(defaultChild instanceof CfnQueue)) return [];
  const made: FinishedQueue = finishedValues(defaultChild);
  const hidden = known(made.VisibilityTimeout) ?? leastHidden;
  const receives = known(made.RedrivePolicy?.maxReceiveCount) ?? arrivalReceives;
  const kept = known(made.MessageRetentionPeriod) ?? defaultRetention;
  const wrong: readonly (readonly [boolean, string])[] = [
    [hidden < leastHidden, `it hides an event for ${hidden} seconds`],
    [receives < arrivalReceives, `it sets an event aside after ${times(receives)}`],
    [
      made.RedrivePolicy !== undefined && hidden * receives >= kept,
      `it deletes an event after ${kept} seconds and sets aside after ${hidden * receives}`,
    ],
  ];
  return wrong.filter(([is]) => is).map(([, given]) => tooSoon(given));
}

const times = (receives: number): string => (receives === 1 ? '1 receive' : `${receives} receives`);

/** Undefined where it isn't set or is known only when deployed. CloudFormation takes texts as well. */
function known(value: unknown): number | undefined {
  if (value === undefined || Token.isUnresolved(value)) return undefined;
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
}

function tooSoon(given: string): Problem {
  return {
    id: 'spillway:pipe',
    prop: 'the queue that OneAtATime takes from',
    given,
    expected: `a pipe needs ${leastHidden} seconds or more to move an event on, and a throttled one counts as a receive, so that fewer than ${arrivalReceives} set aside what nobody looked at, and what it can't move is set aside before SQS deletes it`,
    fix: 'Set its visibility timeout, receives and retention where it is made, or exclude it from the Aspect or override that changes them.',
  };
}

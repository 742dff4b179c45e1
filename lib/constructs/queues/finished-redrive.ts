import { Stack } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Problem } from '../../core/diagnostics';

/**
 * When a finished queue sets aside what can't be processed, and where: a message that is not set
 * aside is deleted at the end of its retention.
 */

export interface ExpectedRedrive {
  readonly deadLetterQueue: Queue;
  /** How often an event that holds up its message group is received. @default - it holds up none */
  readonly heldReceives?: number;
}

interface FinishedQueue {
  readonly RedrivePolicy?: {
    readonly deadLetterTargetArn?: unknown;
    readonly maxReceiveCount?: unknown;
  };
  readonly MessageRetentionPeriod?: unknown;
  readonly VisibilityTimeout?: unknown;
}

export function problemsOfRedrive(queue: FinishedQueue, expected: ExpectedRedrive): Problem[] {
  const { deadLetterTargetArn } = queue.RedrivePolicy ?? {};
  if (!deadLetterTargetArn) return [noDeadLetters('was taken away after the queue was made')];
  return [
    ...(isArnOf(expected.deadLetterQueue, deadLetterTargetArn)
      ? []
      : [noDeadLetters('names another dead-letter queue than was made for it')]),
    ...problemsOfHolding(queue, expected.heldReceives),
  ];
}

/** Tokens of one queue are one text; what an override rendered is compared as it is rendered. */
export function isArnOf(queue: Queue, made: unknown): boolean {
  if (made === queue.queueArn) return true;
  const [one, other] = Stack.of(queue).resolve([made, queue.queueArn]);
  return JSON.stringify(one) === JSON.stringify(other);
}

function noDeadLetters(given: string): Problem {
  return {
    id: 'spillway:queue-dead-letters',
    prop: 'RedrivePolicy',
    given,
    expected:
      'what cannot be processed is set aside in the queue made for it, which redrive reads, or is retried until it expires and is lost',
    fix: 'Exclude the queue from what changes RedrivePolicy.',
  };
}

function problemsOfHolding(queue: FinishedQueue, heldReceives?: number): Problem[] {
  if (heldReceives === undefined) return [];
  const { maxReceiveCount: receives } = queue.RedrivePolicy ?? {};
  const { MessageRetentionPeriod: kept, VisibilityTimeout: hidden } = queue;
  if (receives !== heldReceives) return [changedHold(`receives became ${receives}`, heldReceives)];
  if (Number(hidden) === 0) return [changedHold('an event is hidden for 0 seconds', heldReceives)];
  if (typeof kept !== 'number' || typeof hidden !== 'number') return [];
  const held = heldReceives * hidden;
  return held < kept
    ? []
    : [changedHold(`an event is held for ${held} of ${kept} seconds`, heldReceives)];
}

function changedHold(given: string, heldReceives: number): Problem {
  return {
    id: 'spillway:on-poison',
    prop: 'onPoison',
    given: `${given} after the queue was made`,
    expected: `OnPoison.HOLD receives an event ${heldReceives} times, a visibility timeout apart, and sets it aside before the end of its retention`,
    fix: 'Exclude the queue from what changes RedrivePolicy, VisibilityTimeout or MessageRetentionPeriod, or give the two durations as props.',
  };
}

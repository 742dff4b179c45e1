import { CfnQueue, type IQueue, type Queue } from 'aws-cdk-lib/aws-sqs';
import type { Problem } from '../../core/diagnostics';
import { sqs } from '../../core/limits';
import { finishedValues, hasToken } from '../validation';
import { isArnOf } from './finished-redrive';
import { standardVisibility } from './kept-queue';

/**
 * Whether a finished queue sets aside in time what can't be processed, and whether the queue that it
 * sets aside in takes it.
 */

interface FinishedQueue {
  readonly RedrivePolicy?: { readonly maxReceiveCount?: unknown };
  readonly MessageRetentionPeriod?: unknown;
  readonly VisibilityTimeout?: unknown;
}

/**
 * For how many seconds SQS keeps a message unasked. Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
const standardRetention = 345_600;

/** CloudFormation takes a number as a text too; what only it knows can't be judged. */
function numberOf(value: unknown): number | undefined {
  const isKnown = (typeof value === 'number' || typeof value === 'string') && !hasToken(value);
  return isKnown && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** What SQS deletes before it was received often enough is never set aside: it is lost. */
export function problemsOfReceives(queue: FinishedQueue): Problem[] {
  const receives = numberOf(queue.RedrivePolicy?.maxReceiveCount);
  if (receives === undefined) return [];
  const { min, max } = sqs.maxReceiveCount;
  if (!Number.isInteger(receives) || receives < min || receives > max) {
    const given = `maxReceiveCount became ${receives} after the queue was made`;
    return [changed('spillway:max-receive-count', given, `SQS takes ${min} to ${max} receives`)];
  }
  const hidden = numberOf(queue.VisibilityTimeout ?? standardVisibility.toSeconds());
  const kept = numberOf(queue.MessageRetentionPeriod ?? standardRetention);
  if (hidden === undefined || kept === undefined || receives * hidden < kept) return [];
  const given = `${receives} receives of ${hidden} seconds became ${kept} seconds of retention after the queue was made`;
  const expected = 'an event is set aside before SQS deletes it at the end of its retention';
  return [changed('spillway:retention', given, expected)];
}

function changed(
  id: 'spillway:max-receive-count' | 'spillway:retention',
  given: string,
  expected: string,
): Problem {
  return {
    id,
    prop: 'RedrivePolicy',
    given,
    expected,
    fix: 'Exclude the queue from what changes it, or give maxReceiveCount, retention and the visibility timeout as props.',
  };
}

interface Redrive {
  readonly redrivePermission?: unknown;
  readonly sourceQueueArns?: readonly unknown[];
}

/** A dead-letter queue may say whose messages it takes; those of others SQS does not set aside. */
export function problemsOfClosed(
  deadLetters: { readonly RedriveAllowPolicy?: Redrive },
  queue: Queue,
): Problem[] {
  const { redrivePermission, sourceQueueArns = [] } = deadLetters.RedriveAllowPolicy ?? {};
  const isNamed = () => sourceQueueArns.some((arn) => isArnOf(queue, arn));
  const isClosed =
    redrivePermission === 'denyAll' || (redrivePermission === 'byQueue' && !isNamed());
  if (!isClosed) return [];
  return [
    {
      id: 'spillway:queue-dead-letters',
      prop: 'RedriveAllowPolicy',
      given: `became ${redrivePermission} after the dead-letter queue was made`,
      expected: 'its queue may set aside in it, or what cannot be processed is lost',
      fix: 'Exclude the dead-letter queue from what changes RedriveAllowPolicy.',
    },
  ];
}

/** SQS sets aside in a queue of the same kind only; CDK doesn't look. Of a queue brought along. */
export function problemsOfOtherKind({ node, deadLetterQueue }: Queue, fifo: boolean): Problem[] {
  const found = deadLetterQueue && kindOf(deadLetterQueue.queue);
  if (found === undefined || found === fifo) return [];
  return [
    {
      id: 'spillway:queue-fifo',
      prop: node.id,
      given: `has a ${found ? 'FIFO' : 'standard'} dead-letter queue, ${deadLetterQueue?.queue.node.path}`,
      expected: `a ${fifo ? 'FIFO' : 'standard'} queue sets aside in a queue of its own kind`,
      fix: `Give it a dead-letter queue ${fifo ? 'with fifo: true' : 'without fifo'}.`,
    },
  ];
}

/** Undefined where only the deployment knows it. */
function kindOf(queue: IQueue): boolean | undefined {
  const { defaultChild } = queue.node;
  if (defaultChild instanceof CfnQueue) return finishedValues(defaultChild).FifoQueue === true;
  return hasToken(queue.queueArn) ? undefined : queue.fifo;
}

import type { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { validateQueue, validateWorkingQueue } from './finished-queue';
import {
  deadLetterQueue,
  type KeptQueueOptions,
  longestRetention,
  standardVisibility,
  workingQueue,
} from './kept-queue';
import { OnPoison } from './on-poison';
import { receivesOf } from './receives';

/** What is decided of a queue that a consumer works on; what is left out has a safe default. */
export interface QueueSettings {
  readonly retention?: Duration;
  readonly maxReceiveCount?: number;
  readonly visibilityTimeout?: Duration;
  readonly onPoison?: OnPoison;
}

export interface QueuePairOptions extends KeptQueueOptions, QueueSettings {
  /** Whether a service sends to it, which its policy then has to let. */
  readonly receives: boolean;
}

export interface QueuePair {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;
}

/**
 * A queue and where it sets aside what its consumer can't process, both of one kind. Their ids never
 * change: another id would be another queue.
 */
export function queuePair(scope: Construct, options: QueuePairOptions): QueuePair {
  const { encryptionKey, removalPolicy, fifo, contentBasedDeduplication, receives } = options;
  const { retention = longestRetention, visibilityTimeout = standardVisibility } = options;
  const kept = { encryptionKey, removalPolicy, fifo, contentBasedDeduplication };
  const maxReceiveCount = receivesOf({ ...options, retention, visibilityTimeout });
  const deadLetters = deadLetterQueue(scope, 'DeadLetters', kept);
  const queue = workingQueue(scope, 'Queue', {
    ...kept,
    deadLetterQueue: deadLetters,
    maxReceiveCount,
    retention,
    visibilityTimeout,
  });
  const expected = {
    ...{ encryptionKey, fifo, contentBasedDeduplication, receives },
    deadLetterQueue: deadLetters,
    heldReceives: options.onPoison === OnPoison.HOLD ? maxReceiveCount : undefined,
  };
  scope.node.addValidation({
    validate: () => [
      ...validateWorkingQueue(queue, expected),
      ...validateQueue(deadLetters, { encryptionKey, receives: false, fifo }),
    ],
  });
  return { queue, deadLetterQueue: deadLetters };
}

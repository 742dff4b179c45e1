import { Duration, Validations } from 'aws-cdk-lib';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DiagnosticId } from '../../core/diagnostics';
import {
  deadLetterQueue,
  longestRetention,
  validateQueue,
  validateWorkingQueue,
  workingQueue,
} from '../queues';
import type { Delivery } from './delivery';
import type { SubscriptionProps } from './subscription-props';

export interface SubscriptionQueues {
  readonly queue: IQueue;
  readonly deadLetterQueue?: IQueue;
}

/**
 * The queue of a subscription, brought along or made with its dead-letter queue. Their ids never
 * change: another id would be another queue.
 */
export function queuesOf(
  scope: Construct,
  props: SubscriptionProps,
  delivery: Delivery,
): SubscriptionQueues {
  return props.queue ? brought(scope, props.queue) : made(scope, props, delivery);
}

function made(scope: Construct, props: SubscriptionProps, delivery: Delivery): SubscriptionQueues {
  const { encryptionKey = props.from.encryptionKey, removalPolicy } = props;
  const deadLetters = deadLetterQueue(scope, 'DeadLetters', { encryptionKey, removalPolicy });
  const queue = workingQueue(scope, 'Queue', {
    encryptionKey,
    removalPolicy,
    deadLetterQueue: deadLetters,
    maxReceiveCount: props.maxReceiveCount ?? 5,
    retention: props.retention ?? longestRetention,
    visibilityTimeout: delivery.visibilityTimeout ?? Duration.seconds(30),
  });
  scope.node.addValidation({
    validate: () => [
      ...validateWorkingQueue(queue, deadLetters, { encryptionKey, receives: true }),
      ...validateQueue(deadLetters, { encryptionKey, receives: false }),
    ],
  });
  return { queue, deadLetterQueue: deadLetters };
}

/**
 * Whether an imported queue has a dead-letter queue is not known; a warning there would be noise.
 */
function brought(scope: Construct, queue: IQueue): SubscriptionQueues {
  if (!(queue instanceof Queue)) return { queue };
  if (!queue.deadLetterQueue) warnOfNoDeadLetters(scope, queue);
  const { encryptionMasterKey: encryptionKey } = queue;
  scope.node.addValidation({
    validate: () => validateQueue(queue, { encryptionKey, receives: true }),
  });
  return { queue, deadLetterQueue: queue.deadLetterQueue?.queue };
}

function warnOfNoDeadLetters(scope: Construct, queue: Queue): void {
  const id: DiagnosticId = 'spillway:queue-dead-letters';
  Validations.of(scope).addWarning(
    id,
    `queue: ${queue.node.path} has no dead-letter queue; what its consumer cannot process is retried until it expires and is lost. Give it a deadLetterQueue, or leave queue out.`,
  );
}

import { Validations } from 'aws-cdk-lib';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DiagnosticId } from '../../core/diagnostics';
import { queuePair, validateQueue } from '../queues';
import { arrivalReceives, arrivalVisibility } from './arrival';
import type { Delivery } from './delivery';
import { orderedQueues } from './one-at-a-time';
import type { SubscriptionProps } from './subscription-props';

/** A queue and where it sets aside what can't be processed, as far as that is known. */
export interface QueueAndDeadLetters {
  readonly queue: IQueue;
  readonly deadLetterQueue?: IQueue;
}

export interface SubscriptionQueues {
  /** Where the channel delivers to. */
  readonly arrivals: QueueAndDeadLetters;
  /** Where the consumer finds its events: the same, unless they are put in order between. */
  readonly consumed: QueueAndDeadLetters;
}

export function queuesOf(
  scope: Construct,
  props: SubscriptionProps,
  delivery: Delivery,
): SubscriptionQueues {
  const arrivals = arrivalsOf(scope, props, delivery);
  const { _oneAtATime: options } = delivery;
  const consumed = options ? orderedQueues(scope, props, delivery) : arrivals;
  return { arrivals, consumed };
}

/**
 * The queue that the channel delivers to: brought along, the channel itself, or made with its
 * dead-letter queue. It is the same whatever the delivery, so that another one keeps what is in it.
 */
function arrivalsOf(
  scope: Construct,
  props: SubscriptionProps,
  delivery: Delivery,
): QueueAndDeadLetters {
  const { from, queue } = props;
  if (queue) return brought(scope, queue, from.fifo ?? false);
  if (from.queue) return { queue: from.queue, deadLetterQueue: from.deadLetterQueue };
  const { retention, maxReceiveCount, onPoison, removalPolicy } = props;
  const settings = delivery._oneAtATime
    ? { visibilityTimeout: arrivalVisibility, maxReceiveCount: arrivalReceives }
    : { visibilityTimeout: delivery.visibilityTimeout, maxReceiveCount, onPoison };
  return queuePair(scope, {
    encryptionKey: props.encryptionKey ?? from.encryptionKey,
    removalPolicy,
    retention,
    fifo: from.fifo,
    receives: true,
    ...settings,
  });
}

/**
 * Whether an imported queue has a dead-letter queue is not known; a warning there would be noise.
 */
function brought(scope: Construct, queue: IQueue, fifo: boolean): QueueAndDeadLetters {
  if (!(queue instanceof Queue)) return { queue };
  if (!queue.deadLetterQueue) warnOfNoDeadLetters(scope, queue);
  const { encryptionMasterKey: encryptionKey } = queue;
  scope.node.addValidation({
    validate: () => validateQueue(queue, { encryptionKey, receives: true, fifo }),
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

import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  DeduplicationScope,
  FifoThroughputLimit,
  Queue,
  QueueEncryption,
  type QueueProps,
  RedrivePermission,
} from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { sqs } from '../../core/limits';

/**
 * Queues that keep what they are given: for as long as SQS can, by TLS only, encrypted, and through
 * every upgrade and deletion of the stack. Every value is set, so that no feature flag of the
 * user's app decides one.
 */
export interface KeptQueueOptions {
  /** A customer-managed key. @default - SSE-SQS */
  readonly encryptionKey?: IKey;
  /** @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE */
  readonly removalPolicy?: RemovalPolicy;
  /** Whether it keeps the order of each message group. @default false */
  readonly fifo?: boolean;
  /**
   * Whether a FIFO queue tells duplicates by the body, where the sender gives no deduplication id.
   *
   * @default false
   */
  readonly contentBasedDeduplication?: boolean;
}

export interface WorkingQueueOptions extends KeptQueueOptions {
  readonly deadLetterQueue: Queue;
  readonly maxReceiveCount: number;
  readonly retention: Duration;
  readonly visibilityTimeout: Duration;
}

export const longestRetention = Duration.seconds(sqs.retention.max);

/** What SQS itself hides a received message for. */
export const standardVisibility = Duration.seconds(30);

/** How often a message is received before it is set aside, unless its owner says otherwise. */
export const standardReceives = 5;

/** A failed first deployment leaves nothing behind; a later deletion leaves the orders. */
export const keep = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** What a consumer pulls from. */
export function workingQueue(scope: Construct, id: string, options: WorkingQueueOptions): Queue {
  const { deadLetterQueue: queue, maxReceiveCount } = options;
  return new Queue(scope, id, {
    ...kept(options),
    retentionPeriod: options.retention,
    visibilityTimeout: options.visibilityTimeout,
    receiveMessageWaitTime: Duration.seconds(sqs.receiveWait.max),
    deadLetterQueue: { queue, maxReceiveCount },
  });
}

/** What holds the events that could not be delivered or processed, until somebody looks. */
export function deadLetterQueue(scope: Construct, id: string, options: KeptQueueOptions): Queue {
  const queue = new Queue(scope, id, {
    ...kept(options),
    retentionPeriod: longestRetention,
    // byQueue would have to name the queue, which names this one: a cycle that can't be deployed,
    // and synth doesn't say so.
    redriveAllowPolicy: { redrivePermission: RedrivePermission.ALLOW_ALL },
  });
  acknowledgeNoDeadLetters(queue);
  deadLetterQueues.add(queue);
  return queue;
}

const deadLetterQueues = new WeakSet<object>();

/** Whether a queue was made here to hold what could not be delivered or processed. */
export function isDeadLetterQueue(queue: object): boolean {
  return deadLetterQueues.has(queue);
}

/** Each message group has a throughput of its own; duplicates are told within a group. */
const highThroughput: QueueProps = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
};

function kept(options: KeptQueueOptions): QueueProps {
  const { encryptionKey, removalPolicy = keep, fifo, contentBasedDeduplication } = options;
  return {
    enforceSSL: true,
    removalPolicy,
    ...(fifo && { ...highThroughput, contentBasedDeduplication }),
    ...(encryptionKey
      ? {
          encryption: QueueEncryption.KMS,
          encryptionMasterKey: encryptionKey,
          dataKeyReuse: Duration.minutes(5),
        }
      : { encryption: QueueEncryption.SQS_MANAGED }),
  };
}

/**
 * On the resource itself: an acknowledgement on a construct would cover all that stands below it.
 * Written as the metadata that `Validations.acknowledge` writes, but without its stack trace for
 * each id, which is a fifth of the time that a synth takes.
 */
function acknowledgeNoDeadLetters(queue: Queue): void {
  const reason =
    'This is a dead-letter queue: what is set aside here is looked at and redriven, not set aside again.';
  const ids = ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'];
  const acknowledged = Object.fromEntries(ids.map((id) => [`Annotation::${id}`, reason]));
  const { node } = queue.node.findChild('Resource');
  node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, acknowledged);
}

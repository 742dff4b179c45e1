import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { EventContract } from '../../contracts';
import type { PolicyOwner } from '../../policies';
import type { OnPoison } from '../../queues';

/**
 * How a work queue is made.
 */
export interface WorkQueueProps {
  /**
   * What it carries; other contracts are refused by its subscription and `grants.publish`.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * Whether it keeps the order of each key (the CloudEvent's `partitionkey`), one event of a key at a
   * time. An event that is sent again within five minutes (the same `source`, `id` and key) is not
   * delivered again.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * What a FIFO queue does with an event that its consumer can't process.
   *
   * @default OnPoison.SET_ASIDE
   */
  readonly onPoison?: OnPoison;

  /**
   * A customer-managed key for the queue and its dead-letter queue. Producers are granted its use
   * with `grants`.
   *
   * @default - SSE-SQS
   */
  readonly encryptionKey?: IKey;

  /**
   * For how long a received message stays hidden from other consumers, 0 seconds to 12 hours: longer
   * than handling it takes; for a push, six times the function's timeout and the batch window.
   *
   * @default Duration.seconds(30)
   */
  readonly visibilityTimeout?: Duration;

  /**
   * How long an event waits for the consumer: 60 seconds to 14 days. Then it is gone; the
   * dead-letter queue doesn't get it.
   *
   * @default Duration.days(14)
   */
  readonly retention?: Duration;

  /**
   * How often an event is received without being deleted before it is set aside in the dead-letter
   * queue: 1 to 1000 times.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * What happens to the queues when they are replaced or the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Who extends the policies of producers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

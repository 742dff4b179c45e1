import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IChannel } from '../channels';
import type { EventFilter } from '../contracts';
import type { PolicyOwner } from '../policies';
import type { OnPoison } from '../queues';
import type { Delivery } from './delivery';

/**
 * How a consumer gets its share, whatever the channel.
 */
export interface SubscriptionOptions {
  /**
   * Which events it wants: `contract.all()`, `contract.where({ ... })`. An event that several
   * filters match arrives once.
   */
  readonly events: EventFilter[];

  /**
   * How the events are handed over.
   *
   * @default Delivery.pull()
   */
  readonly delivery?: Delivery;

  /**
   * A customer-managed key for the queue and its dead-letter queue, and for those that
   * `Delivery.oneAtATime` adds.
   *
   * @default - the channel's key; without one SSE-SQS
   */
  readonly encryptionKey?: IKey;

  /**
   * How long an event waits for the consumer: 60 seconds to 14 days. Then it is gone; the
   * dead-letter queue doesn't get it. With `Delivery.oneAtATime` it may wait as long in each of the
   * two queues, and more than 5 minutes, within which the first sets aside what can't be moved on.
   *
   * @default Duration.days(14)
   */
  readonly retention?: Duration;

  /**
   * How often an event is received without being deleted before it is set aside in the dead-letter
   * queue: 1 to 1000 times; with `Delivery.push` at least 5. With `Delivery.oneAtATime` it is said of
   * the FIFO queue; the queue before it sets aside after 5.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * What a FIFO queue does with an event that its consumer can't process: of a `FifoTopic` and of
   * `Delivery.oneAtATime`. (A `WorkQueue` decides it itself.)
   *
   * @default OnPoison.SET_ASIDE
   */
  readonly onPoison?: OnPoison;

  /**
   * What happens to the queues when they are replaced or the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * A queue of one's own, standard or for a FIFO topic FIFO, with its own key, retention and
   * dead-letter queue. With `Delivery.oneAtATime` the channel delivers to it, and the FIFO queue is
   * made: what is said here of key, retention and receives is then said of that one.
   *
   * @default - one is made, with a dead-letter queue
   */
  readonly queue?: IQueue;

  /**
   * Who extends the policies of a queue, a key or a consumer's role that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * A consumer's share of a channel.
 */
export interface SubscriptionProps extends SubscriptionOptions {
  /**
   * The channel, in this stack or any other, or of another app.
   */
  readonly from: IChannel;
}

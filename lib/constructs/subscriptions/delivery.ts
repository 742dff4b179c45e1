import type { Duration } from 'aws-cdk-lib';
import { Envelope } from '../channels';

/**
 * How a consumer pulls.
 */
export interface PullOptions {
  /**
   * For how long a received message stays hidden from other consumers, 0 seconds to 12 hours:
   * longer than handling it takes, or it is handled twice. A consumer can extend it.
   *
   * @default Duration.seconds(30)
   */
  readonly visibilityTimeout?: Duration;

  /**
   * What the consumer finds in its queue.
   *
   * @default Envelope.CLOUD_EVENT
   */
  readonly envelope?: Envelope;
}

/**
 * How a subscription hands its events over. What belongs to the queue (its key, its retention) is
 * on the subscription, so that another delivery keeps the queue and what is in it.
 */
export class Delivery {
  /**
   * The consumer pulls from the queue when it has capacity.
   */
  public static pull(options: PullOptions = {}): Delivery {
    return new Delivery(options);
  }

  /**
   * For how long a received message stays hidden from other consumers.
   *
   * @default Duration.seconds(30)
   */
  public readonly visibilityTimeout?: Duration;

  /**
   * What the consumer finds in its queue.
   */
  public readonly envelope: Envelope;

  private constructor({ visibilityTimeout, envelope = Envelope.CLOUD_EVENT }: PullOptions) {
    this.visibilityTimeout = visibilityTimeout;
    this.envelope = envelope;
  }
}

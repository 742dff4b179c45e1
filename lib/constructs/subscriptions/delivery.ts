import type { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Envelope } from '../channels';
import { type Push, pushOf } from './push';
import type { PushOptions } from './push-options';

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
   * Lambda pulls from the queue and pushes batches to a function. The function answers which
   * messages of a batch it could not handle (`batchItemFailures`): these alone come again, and
   * after `maxReceiveCount` times, at least 5, go to the subscription's dead-letter queue. A message
   * stays hidden for six times the function's timeout and the batch window.
   *
   * The queue stands between on purpose: straight to the function, what it can't take at once is
   * tried for some hours and lost. And there is no filter behind the queue: it would delete what
   * doesn't match. Filter in `events`.
   *
   * @param consumer the function; its role is granted to consume
   */
  public static push(consumer: IFunction, options: PushOptions = {}): Delivery {
    const push = pushOf(consumer, options);
    return new Delivery({ ...push, envelope: options.envelope }, push);
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

  /**
   * @internal
   */
  public readonly _push?: Push;

  private constructor(
    { visibilityTimeout, envelope = Envelope.CLOUD_EVENT }: PullOptions,
    push?: Push,
  ) {
    this.visibilityTimeout = visibilityTimeout;
    this.envelope = envelope;
    this._push = push;
  }
}

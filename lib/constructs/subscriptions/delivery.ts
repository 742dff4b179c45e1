import type { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Envelope } from '../channels';
import type { OneAtATimeOptions } from './one-at-a-time-options';
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

  /**
   * Whether the consumer counts on a fair queue: one tenant's flood doesn't delay the events of the
   * others. SQS sees to it where the messages of a standard queue name their tenant, so the producer
   * has to (`messageGroup` of `toPublishInput` and `toSendMessageInput`), and the channel has to hand
   * it on. One that can't is refused.
   *
   * @default false
   */
  readonly fairQueue?: boolean;
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
   * One event a key at a time: no two consumers work on one order at once, and of a key they get
   * the next event only when they are done with the last. A pipe takes the events from the queue that
   * the channel delivers to and puts them into a FIFO queue, in the order in which they arrive there:
   * not that in which they were published, which a bus or a standard topic doesn't keep. For that
   * take a `FifoTopic`.
   */
  public static oneAtATime(options: OneAtATimeOptions = {}): Delivery {
    const { delivery = Delivery.pull() } = options;
    const { visibilityTimeout, envelope, fairQueue } = delivery;
    const ofInner = { visibilityTimeout, envelope, fairQueue };
    return new Delivery(ofInner, delivery._push, { ...options, delivery });
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
   * Whether the consumer counts on a fair queue.
   */
  public readonly fairQueue: boolean;

  /**
   * @internal
   */
  public readonly _push?: Push;

  /**
   * @internal
   */
  public readonly _oneAtATime?: OneAtATimeOptions;

  /**
   * @internal
   */
  public get _kind(): 'pull' | 'push' | 'oneAtATime' {
    if (this._oneAtATime) return 'oneAtATime';
    return this._push ? 'push' : 'pull';
  }

  private constructor(
    { visibilityTimeout, envelope = Envelope.CLOUD_EVENT, fairQueue = false }: PullOptions,
    push?: Push,
    oneAtATime?: OneAtATimeOptions,
  ) {
    this.visibilityTimeout = visibilityTimeout;
    this.envelope = envelope;
    this.fairQueue = fairQueue;
    this._push = push;
    this._oneAtATime = oneAtATime;
  }
}

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
   * What the consumer finds in its queue. Of `Delivery.oneAtATime` it is never the CloudEvent alone:
   * see there.
   *
   * @default Envelope.CLOUD_EVENT
   */
  readonly envelope?: Envelope;

  /**
   * Whether the consumer needs a fair queue: one tenant's flood doesn't delay the events of the
   * others. It is no setting, and nothing in the template changes: it states what the consumer needs,
   * and a channel that can't is refused, now or when the subscription is moved to another one. So is
   * `Delivery.oneAtATime`, whose queue is FIFO.
   *
   * SQS is fair, without being asked, where the messages of a standard queue name their tenant: the
   * producer does that (`messageGroup` of `toPublishInput` and `toSendMessageInput`), and the channel
   * hands it on. Whether it does shows in metrics of the queue that end in `InQuietGroups`. Source:
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
   *
   * @default false
   */
  readonly requireFairQueue?: boolean;
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
   * On a FIFO queue (of a `FifoTopic`, a FIFO `WorkQueue`, `Delivery.oneAtATime`) a batch holds at
   * most 10 messages, several of one key among them, and there is no `batchWindow`. The function works
   * through a batch in its order, stops at the first message that it can't handle, and answers with
   * that one and all that follow it in the batch. Were a later one of its key left out of the
   * answer, it would be done before the one that comes again. Source:
   * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
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
   * the channel delivers to and puts them into a FIFO queue, in the order in which it comes to them:
   * not that in which they were published, which neither a bus nor a standard topic nor a standard
   * queue keeps. For that take a `FifoTopic`.
   *
   * The consumer finds the event as `detail` of `{ "detail-type", "source", "detail" }`, and with
   * `Envelope.EVENTBRIDGE` in EventBridge's whole envelope: a pipe hands JSON on safely only inside
   * an object. `fromSqsMessage` of `cdk-spillway/runtime` reads all of them.
   *
   * An event that is put in twice within five minutes is delivered once; in EventBridge's envelope
   * only one that was published once, since each publication gives that an `id` of its own. An event
   * without a key, or one that fills a message of 1 MiB so that the object around it doesn't fit in,
   * is set aside in `arrivalDeadLetterQueue`, after 5 receives a minute apart.
   *
   * A customer-managed key is used by the role of the pipe, whose own policy lets it; the policy of a
   * key of yours that doesn't hand over to IAM has to name that role. An account has 1,000 pipes, a
   * quota that can be raised.
   */
  public static oneAtATime(options: OneAtATimeOptions = {}): Delivery {
    const { delivery = Delivery.pull() } = options;
    const { visibilityTimeout, envelope } = delivery;
    return new Delivery({ visibilityTimeout, envelope }, delivery._push, { ...options, delivery });
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
   * Whether the consumer needs a fair queue.
   */
  public readonly requireFairQueue: boolean;

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
    { visibilityTimeout, envelope = Envelope.CLOUD_EVENT, requireFairQueue = false }: PullOptions,
    push?: Push,
    oneAtATime?: OneAtATimeOptions,
  ) {
    this.visibilityTimeout = visibilityTimeout;
    this.envelope = envelope;
    this.requireFairQueue = requireFairQueue;
    this._push = push;
    this._oneAtATime = oneAtATime;
  }
}

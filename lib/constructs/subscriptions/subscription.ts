import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import { type IChannel, noteUse } from '../channels';
import type { EventFilter } from '../contracts';
import { type RequiredStatement, RequiredStatements } from '../policies';
import { refuseTakenId } from '../validation';
import { Delivery } from './delivery';
import { pushFrom } from './event-source';
import { pipeBetween } from './one-at-a-time';
import { type ISubscriptionGrants, SubscriptionGrants } from './subscription-grants';
import type { SubscriptionProps } from './subscription-props';
import { queuesOf } from './subscription-queues';
import { problemsOfSubscription } from './subscription-rules';

/**
 * A consumer's share of a channel: the events that its filters name, kept in a queue of its own
 * until the consumer pulls them, or Lambda pushes them. What can't be processed is set aside in a
 * dead-letter queue; what can't be delivered goes to the channel's.
 *
 * It stands in any stack or app. By `Delivery.pull` it is five resources: two queues, their two
 * policies, and a rule of a Classic bus or the subscription of a topic. On the default bus and
 * on a FIFO topic it is seven, with a dead-letter queue of its own and its policy; of a `WorkQueue` none, since the
 * channel is the queue. `Delivery.push` adds one, the mapping, in the stack of the function, whose
 * role is granted to consume. `Delivery.oneAtATime` adds seven: a FIFO queue and its dead-letter
 * queue, their two policies, a pipe, its role and the policy of that.
 */
export class Subscription extends Construct {
  /**
   * Where the events wait for the consumer.
   */
  public readonly queue: IQueue;

  /**
   * What the consumer could not process: reason `unprocessed`.
   *
   * @default - not known, where a queue was brought along that is only imported or has none
   */
  public readonly deadLetterQueue?: IQueue;

  /**
   * Where the channel delivers to: `queue` itself, but for `Delivery.oneAtATime`, which moves the
   * events on from here.
   */
  public readonly arrivalQueue: IQueue;

  /**
   * What could not be moved on from `arrivalQueue`, above all because it has no message group. Of a
   * subscription without `Delivery.oneAtATime` it is `deadLetterQueue`.
   *
   * @default - not known, where a queue was brought along that is only imported or has none
   */
  public readonly arrivalDeadLetterQueue?: IQueue;

  /**
   * Where the channel puts what it could not deliver here: reason `undelivered`.
   *
   * @default - nowhere, where the channel is a queue: the producer is told of a failure
   */
  public readonly undeliveredQueue?: IQueue;

  /**
   * The channel.
   */
  public readonly channel: IChannel;

  /**
   * Which events it wants.
   */
  public readonly events: EventFilter[];

  /**
   * Who may consume and redrive.
   */
  public readonly grants: ISubscriptionGrants;

  private readonly required: RequiredStatements;

  constructor(scope: Construct, id: string, props: SubscriptionProps) {
    refuse(`${scope.node.path}/${id}`, problemsOfSubscription(scope, props));
    super(scope, refuseTakenId(scope, id));
    const { from, events, removalPolicy, delivery = Delivery.pull() } = props;
    this.channel = from;
    this.events = [...events];
    const queues = queuesOf(this, props, delivery);
    const { arrivals, consumed } = queues;
    this.queue = consumed.queue;
    this.deadLetterQueue = consumed.deadLetterQueue;
    this.arrivalQueue = arrivals.queue;
    this.arrivalDeadLetterQueue = arrivals.deadLetterQueue;
    this.required = new RequiredStatements(this, props.policyOwner);
    const { undeliveredQueue, requiredStatements } = from.bindSubscription(this, {
      events,
      queue: arrivals.queue,
      envelope: delivery.envelope,
      encryptionKey: arrivals.queue.encryptionMasterKey,
      removalPolicy,
    });
    noteUse(this, arrivals.queue, from, delivery._kind);
    this.undeliveredQueue = undeliveredQueue;
    this.required.require(...requiredStatements);
    this.grants = new SubscriptionGrants({
      path: this.node.path,
      queues,
      required: this.required,
    });
    if (delivery._oneAtATime) pipeBetween(this, queues, delivery, this.required);
    if (delivery._push) pushFrom(this, consumed, delivery._push, this.grants);
  }

  /**
   * What has to be added to policies that this app can't extend; each is a stack output as well.
   * Empty unless `policyOwner` is `PolicyOwner.ELSEWHERE`.
   */
  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import type { IChannel } from '../channels';
import type { EventFilter } from '../contracts';
import { type RequiredStatement, RequiredStatements } from '../policies';
import { refuseTakenId } from '../validation';
import { Delivery } from './delivery';
import { pushFrom } from './event-source';
import { type ISubscriptionGrants, SubscriptionGrants } from './subscription-grants';
import type { SubscriptionProps } from './subscription-props';
import { queuesOf } from './subscription-queues';
import { problemsOfSubscription } from './subscription-rules';

/**
 * A consumer's share of a channel: the events that its filters name, kept in a queue of its own
 * until the consumer pulls them. What can't be processed is set aside in a dead-letter queue; what
 * can't be delivered goes to the channel's.
 *
 * It stands in any stack or app. On a Classic bus it is five resources (a rule, two queues, two
 * policies), on the default bus seven.
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
   * Where the channel puts what it could not deliver here: reason `undelivered`.
   */
  public readonly undeliveredQueue: IQueue;

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
    this.queue = queues.queue;
    this.deadLetterQueue = queues.deadLetterQueue;
    this.required = new RequiredStatements(this, props.policyOwner);
    const { undeliveredQueue, requiredStatements } = from.bindSubscription(this, {
      events,
      queue: this.queue,
      envelope: delivery.envelope,
      encryptionKey: this.queue.encryptionMasterKey,
      removalPolicy,
    });
    this.undeliveredQueue = undeliveredQueue;
    this.required.require(...requiredStatements);
    this.grants = new SubscriptionGrants({
      path: this.node.path,
      queue: this.queue,
      deadLetterQueue: this.deadLetterQueue,
      required: this.required,
    });
    if (delivery._push) pushFrom(this, this.queue, delivery._push, this.grants);
  }

  /**
   * What has to be added to policies that this app can't extend; each is a stack output as well.
   * Empty unless `policyOwner` is `PolicyOwner.ELSEWHERE`.
   */
  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

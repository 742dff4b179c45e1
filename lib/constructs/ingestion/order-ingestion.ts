import { type RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type DiagnosticId, type Problem, refuse } from '../../core/diagnostics';
import { cloudFormation } from '../../core/limits';
import {
  ClassicBus,
  type EventArchive,
  type IChannel,
  type IPublishGrants,
  problemsOfNamed,
  type SubscriptionBinding,
  type SubscriptionRequest,
} from '../channels';
import type { EventContract } from '../contracts';
import type { PolicyOwner, RequiredStatement } from '../policies';
import { Subscription, type SubscriptionOptions } from '../subscriptions';
import { problemsOfRules, removalRule, withoutEffect } from '../validation';

/**
 * What is taken in, and how it is kept.
 */
export interface OrderIngestionProps {
  /**
   * The events that it takes in, at least one.
   */
  readonly contracts: EventContract[];

  /**
   * The channel that they travel on: a topic, a work queue or a bus. Key, archive and policy owner
   * are then those of the channel and can't be given here.
   *
   * @default - a ClassicBus of its own
   */
  readonly channel?: IChannel;

  /**
   * A customer-managed key for the bus, its archive and its queues, and for those of the
   * subscriptions.
   *
   * @default - keys that AWS owns, and SSE-SQS
   */
  readonly encryptionKey?: IKey;

  /**
   * How long every event is kept for a replay.
   *
   * @default EventArchive.retain(Duration.days(30))
   */
  readonly archive?: EventArchive;

  /**
   * What happens to the bus, the archive and the queues, those of `subscribe` included, when they
   * are replaced or the stack is deleted. With a `channel` it concerns the queues that `subscribe`
   * makes and nothing of the channel itself, so that a topic, a bus and their dead-letter queue keep
   * their own; with a `WorkQueue`, which is the queue, it is refused.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Who extends the policies of a key and of producers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * The whole pattern: producers publish events of a few contracts on a channel that loses none, a bus
 * unless another is given; each consumer pulls its share from a queue of its own.
 *
 * It is a channel: `new Subscription(stack, 'Seattle', { from: orders, ... })` in any stack, or
 * `orders.subscribe('Seattle', ...)` in its own.
 */
export class OrderIngestion extends Construct implements IChannel {
  /**
   * The channel that the events travel on.
   */
  public readonly channel: IChannel;

  /**
   * The bus that it made: `bus.attributes` for other apps, `bus.allowAccount` for other accounts.
   *
   * @default - none, where a channel was brought along
   */
  public readonly bus?: ClassicBus;

  /**
   * The events that it takes in.
   */
  public readonly contracts?: EventContract[];

  /**
   * Who may publish.
   */
  public readonly grants: IPublishGrants;

  private readonly removalPolicy?: RemovalPolicy;
  private subscriptions = 0;
  private resources = 0;

  constructor(scope: Construct, id: string, props: OrderIngestionProps) {
    refuse(`${scope.node.path}/${id}`, problemsOf(props));
    super(scope, id);
    const { contracts, channel, removalPolicy } = props;
    this.contracts = contracts;
    this.removalPolicy = removalPolicy;
    this.bus = channel ? undefined : new ClassicBus(this, 'Bus', props);
    this.channel = channel ?? (this.bus as ClassicBus);
    this.grants = grantsOf(this);
  }

  /**
   * The key of the channel.
   */
  public get encryptionKey(): IKey | undefined {
    return this.channel.encryptionKey;
  }

  /**
   * What the channel could not deliver; of a `WorkQueue`, what its consumers could not process.
   *
   * @default - not known, or one for each subscription: the default bus
   */
  public get deadLetterQueue(): IQueue | undefined {
    return this.channel.deadLetterQueue;
  }

  /**
   * Whether the channel keeps the order of each key.
   */
  public get fifo(): boolean | undefined {
    return this.channel.fifo;
  }

  /**
   * The queue that the channel is, where it is a `WorkQueue`.
   */
  public get queue(): IQueue | undefined {
    return this.channel.queue;
  }

  /**
   * What has to be added to policies that the channel can't extend. Empty unless `policyOwner` is
   * `PolicyOwner.ELSEWHERE`.
   */
  public requiredStatements(): RequiredStatement[] {
    return this.channel.requiredStatements();
  }

  /**
   * Makes a subscription in this stack. Near the limit of a stack (about 99 subscriptions) it
   * warns: `new Subscription` in another stack has the room. A `WorkQueue` has one subscription.
   *
   * @param id the subscription's id: a queue keeps its events only while its id stays
   * @param options which events, and how they are handed over
   */
  public subscribe(id: string, options: SubscriptionOptions): Subscription {
    this.subscriptions += 1;
    const before = this.resources;
    this.resources += this.resourcesOf(options);
    if (before <= mostUnwarned && this.resources > mostUnwarned) this.warnOfManySubscriptions();
    const handedOn = this.makesQueues(options) ? this.removalPolicy : undefined;
    const removalPolicy = options.removalPolicy ?? handedOn;
    return new Subscription(this, id, { ...options, removalPolicy, from: this });
  }

  public bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    return this.channel.bindSubscription(scope, request);
  }

  /**
   * Of a queue that stands already the removal policy is decided where it was made. A subscription
   * may have others beside it: for what can't be delivered by the default bus, or to put events into
   * their order.
   */
  private makesQueues({ queue, delivery }: SubscriptionOptions): boolean {
    return !queue || !this.deadLetterQueue || delivery?._kind === 'oneAtATime';
  }

  /** What a subscription makes in this stack, with its push where the function stands here too. */
  private resourcesOf({ queue, delivery }: SubscriptionOptions): number {
    const own = queue || this.queue ? 0 : 4;
    const ofChannel = this.queue ? 0 : 1;
    const undelivered = this.queue || this.deadLetterQueue ? 0 : 2;
    const ofDelivery = (delivery?._oneAtATime ? 7 : 0) + (delivery?._push ? 1 : 0);
    return own + ofChannel + undelivered + ofDelivery;
  }

  private warnOfManySubscriptions(): void {
    const id: DiagnosticId = 'spillway:many-subscriptions';
    Validations.of(this).addWarning(
      id,
      `subscribe: ${this.subscriptions} subscriptions of ${this.resources} resources given; a stack holds ${cloudFormation.resources.max} resources, about 99 subscriptions of five. Make further ones by new Subscription(otherStack, id, { from: this, ... }).`,
    );
  }
}

/** Above it there is hardly room in the stack for what stands beside the subscriptions. */
const mostUnwarned = 445;

/** A channel may carry more than the ingestion takes in. */
function grantsOf({ node, channel, contracts }: OrderIngestion): IPublishGrants {
  return {
    publish(grantee, ...published) {
      refuse(`${node.path} grants.publish`, problemsOfNamed('contracts', published, contracts));
      return channel.grants.publish(grantee, ...published);
    },
    // Not the channel's: that may carry more than the ingestion takes in.
    send: (grantee) => channel.grants.publish(grantee, ...(contracts ?? [])),
  };
}

function problemsOf(props: OrderIngestionProps): Problem[] {
  const { contracts = [], channel, encryptionKey, archive, removalPolicy, policyOwner } = props;
  const ofTheBus = {
    encryptionKey: encryptionKey?.node.path,
    archive: archive && 'an archive',
    policyOwner,
  };
  const ownChannel = {
    expected: 'it cannot take effect on a channel of your own',
    fix: 'Set it where the channel is made, or leave channel out.',
  };
  const ownQueue = {
    expected: 'it cannot take effect on a channel that is a queue',
    fix: 'Set it on the WorkQueue; for the queues that Delivery.oneAtATime adds, on subscribe.',
  };
  return [
    ...problemsOfNamed('contracts', contracts, channel?.contracts),
    ...problemsOfRules([
      removalRule(removalPolicy),
      ...(channel ? withoutEffect(ofTheBus, ownChannel) : []),
      ...(channel?.queue ? withoutEffect({ removalPolicy }, ownQueue) : []),
    ]),
  ];
}

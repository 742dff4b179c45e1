import { type RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type DiagnosticId, refuse } from '../../core/diagnostics';
import { cloudFormation } from '../../core/limits';
import {
  ClassicBus,
  type IChannel,
  type IPublishGrants,
  problemsOfNamed,
  type SubscriptionBinding,
  type SubscriptionRequest,
} from '../channels';
import { declareContracts, type EventContract } from '../contracts';
import type { RequiredStatement } from '../policies';
import { type ISchemaRegistry, SchemaRegistry } from '../registry';
import { Subscription, type SubscriptionOptions } from '../subscriptions';
import type { OrderIngestionProps } from './order-ingestion-props';
import { hasSchema, problemsOfIngestion } from './order-ingestion-rules';

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

  /**
   * Where the schemas of its contracts are registered.
   *
   * @default - nowhere, if no contract has a schema and no registry was brought along
   */
  public readonly registry?: ISchemaRegistry;

  private readonly removalPolicy?: RemovalPolicy;
  private subscriptions = 0;
  private resources = 0;
  /** What it made for its registry. */
  private besides = 0;
  private warned = false;

  constructor(scope: Construct, id: string, props: OrderIngestionProps) {
    refuse(`${scope.node.path}/${id}`, problemsOfIngestion(props));
    super(scope, id);
    const { contracts, channel, removalPolicy } = props;
    this.contracts = contracts;
    this.removalPolicy = removalPolicy;
    this.bus = channel ? undefined : new ClassicBus(this, 'Bus', props);
    this.channel = channel ?? (this.bus as ClassicBus);
    this.grants = grantsOf(this);
    declareContracts(this, contracts, props.contractsDirectory);
    this.registry = props.registry ?? this.makeRegistry(props);
    this.registry?.register(...contracts.filter(hasSchema));
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
    this.resources += this.resourcesOf(options);
    if (this.resources + this.besides > mostUnwarned) this.warnOfManySubscriptions();
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

  /** One of its own, where there is something to register. */
  private makeRegistry(props: OrderIngestionProps): SchemaRegistry | undefined {
    const { contracts, removalPolicy, contractsDirectory } = props;
    const described = contracts.filter(hasSchema);
    if (described.length === 0) return undefined;
    this.besides = 1 + described.length;
    return new SchemaRegistry(this, 'Registry', { removalPolicy, contractsDirectory });
  }

  private warnOfManySubscriptions(): void {
    if (this.warned) return;
    this.warned = true;
    const schemas = this.besides > 0 ? `, beside ${this.besides} of its registry` : '';
    const id: DiagnosticId = 'spillway:many-subscriptions';
    Validations.of(this).addWarning(
      id,
      `subscribe: ${this.subscriptions} subscriptions of ${this.resources} resources given${schemas}; a stack holds ${cloudFormation.resources.max} resources, about 99 subscriptions of five. Make further ones by new Subscription(otherStack, id, { from: this, ... }).`,
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

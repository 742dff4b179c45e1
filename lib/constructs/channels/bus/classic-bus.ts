import { type CfnResource, Names, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type CfnArchive,
  type CfnEventBus,
  EventBus,
  type IEventBus,
} from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import { eventBridge } from '../../../core/limits';
import type { EventContract } from '../../contracts';
import {
  from,
  fromAnyRuleOf,
  letServiceSend,
  openKeyToBus,
  openKeyToQueues,
  type PolicyOwner,
  problemsOfKey,
  type RequiredStatement,
  RequiredStatements,
} from '../../policies';
import { deadLetterQueue, keep, validateQueue } from '../../queues';
import { problemsOfRules, removalRule } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { countReceiver } from '../channel/count-receivers';
import type { IClassicBus } from '../channel/i-classic-bus';
import { archiveOf, monthlyArchive } from './archive-of';
import { BusPolicy } from './bus-policy';
import { ClassicBusGrants } from './classic-bus-grants';
import { archiveRule, busNameRule } from './classic-bus-rules';
import { ClassicWiring } from './classic-wiring';
import { DefaultClassicBus, type DefaultClassicBusProps } from './default-classic-bus';
import type { EventArchive } from './event-archive';
import { validateBus } from './finished-bus';
import { type ClassicBusAttributes, ImportedClassicBus } from './imported-classic-bus';

/**
 * How a bus is made.
 */
export interface ClassicBusProps {
  /**
   * The name of the bus: 1 to 256 letters, digits, dots, hyphens and underscores, unique in the
   * account and region. With a name of its own the construct can be moved in the app by `cdk
   * refactor`, and the bus keeps its producers and its rules.
   *
   * @default - made from the stack's name and the construct's path
   */
  readonly busName?: string;

  /**
   * What it carries; other contracts are refused by subscriptions and grants.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * A customer-managed key for the bus, its archive and its dead-letter queue. Whoever deploys a
   * subscription then needs `kms:Decrypt` on it.
   *
   * @default - keys that AWS owns (the bus and its archive) and SSE-SQS (the queue)
   */
  readonly encryptionKey?: IKey;

  /**
   * How long every event is kept for a replay.
   *
   * @default EventArchive.retain(Duration.days(30))
   */
  readonly archive?: EventArchive;

  /**
   * What happens to the bus, its archive and its queues when they are replaced or the stack is
   * deleted.
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
 * An EventBridge Classic bus that loses nothing: what can't be delivered goes to a dead-letter
 * queue, every event is archived, and nobody publishes on it but whom it was granted.
 */
export class ClassicBus extends Construct implements IClassicBus {
  /**
   * The account's own bus. It is always there and can't be encrypted here; each subscription on it
   * has a dead-letter queue of its own, because its rules can't be told from those of other buses
   * by a pattern.
   */
  public static defaultBus(
    scope: Construct,
    id: string,
    props?: DefaultClassicBusProps,
  ): IClassicBus {
    return new DefaultClassicBus(scope, id, props);
  }

  /**
   * A bus of another app, by the attributes that its owner gives (`bus.attributes`).
   */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: ClassicBusAttributes,
  ): IClassicBus {
    return new ImportedClassicBus(scope, id, attributes);
  }

  /**
   * Its name, a literal: a key's stack can name the bus without depending on its stack.
   */
  public readonly busName: string;

  /**
   * Its ARN, made from the name.
   */
  public readonly busArn: string;

  /**
   * The bus for CDK's own constructs.
   */
  public readonly eventBus: IEventBus;

  /**
   * What it carries.
   */
  public readonly contracts?: EventContract[];

  /**
   * Its customer-managed key.
   */
  public readonly encryptionKey?: IKey;

  /**
   * What its rules could not deliver: reason `undelivered`.
   */
  public readonly deadLetterQueue?: IQueue;

  /**
   * What the bus could not encrypt or decrypt, under SSE-SQS: a broken key would otherwise take
   * both. Only where the bus has a key.
   */
  public readonly encryptionFailureQueue?: IQueue;

  /**
   * Every event, for a replay.
   *
   * @default - none, where `EventArchive.none()` was asked for
   */
  public readonly archive?: CfnArchive;

  /**
   * Who may publish on it.
   */
  public readonly grants: IPublishGrants;

  private readonly required: RequiredStatements;
  private readonly undelivered: IQueue;
  private readonly policy: BusPolicy;
  private readonly wiring: ClassicWiring;

  constructor(scope: Construct, id: string, props: ClassicBusProps = {}) {
    const { contracts, encryptionKey, archive = monthlyArchive } = props;
    const { removalPolicy = keep } = props;
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([
        busNameRule(props.busName),
        archiveRule(archive),
        removalRule(props.removalPolicy),
      ]),
      ...problemsOfCarried(contracts ?? []),
      ...problemsOfKey('encryptionKey', encryptionKey, scope),
    ]);
    super(scope, id);
    this.contracts = contracts;
    this.encryptionKey = encryptionKey;
    this.busName = props.busName ?? this.uniqueName();
    this.busArn = Stack.of(this).formatArn({
      service: 'events',
      resource: 'event-bus',
      resourceName: this.busName,
    });
    this.required = new RequiredStatements(this, props.policyOwner);
    this.encryptionFailureQueue = encryptionKey && this.makeEncryptionFailureQueue(removalPolicy);
    this.eventBus = this.makeBus(removalPolicy);
    this.policy = new BusPolicy(this, this);
    this.archive = archiveOf(this, {
      archive,
      busArn: this.eventBus.eventBusArn,
      encryptionKey,
      removalPolicy,
    });
    this.undelivered = this.makeDeadLetterQueue(removalPolicy);
    this.deadLetterQueue = this.undelivered;
    this.openKey();
    this.grants = new ClassicBusGrants(this, this.required);
    this.wiring = this.makeWiring();
  }

  /**
   * What another app needs to subscribe to this bus: `ClassicBus.fromAttributes`.
   */
  public get attributes(): ClassicBusAttributes {
    return {
      busName: this.busName,
      deadLetterQueueArn: this.undelivered.queueArn,
      encryptionKeyArn: this.encryptionKey?.keyArn,
      contracts: this.contracts,
    };
  }

  /**
   * Lets another account publish events of these contracts, and nothing else; its own policies
   * decide who in it may. Calls for one account and source make one statement.
   *
   * @param accountId the 12 digits of another account
   * @param contracts what it may publish, at least one and each carried by the bus
   */
  public allowAccount(accountId: string, ...contracts: EventContract[]): void {
    this.policy.allowAccount(accountId, contracts);
  }

  public bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    countReceiver(this);
    return this.wiring.bind(scope, request);
  }

  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }

  private uniqueName(): string {
    const { max: maxLength } = eventBridge.busName;
    return Names.uniqueResourceName(this, { maxLength, separator: '-' });
  }

  private makeBus(removalPolicy: RemovalPolicy): EventBus {
    const bus = new EventBus(this, 'Bus', {
      eventBusName: this.busName,
      deadLetterQueue: this.encryptionFailureQueue,
    });
    bus.applyRemovalPolicy(removalPolicy);
    const resource = bus.node.defaultChild as CfnEventBus;
    // Not the L2's kmsKey: it asks for DescribeKey under the encryption context, where KMS denies
    // it.
    if (this.encryptionKey) resource.kmsKeyIdentifier = this.encryptionKey.keyArn;
    this.node.addValidation({ validate: () => validateBus(resource, this) });
    return bus;
  }

  private makeDeadLetterQueue(removalPolicy: RemovalPolicy): Queue {
    const { encryptionKey, busName } = this;
    const queue = deadLetterQueue(this, 'DeadLetters', { encryptionKey, removalPolicy });
    letServiceSend('events.amazonaws.com', queue, {
      conditions: fromAnyRuleOf(busName, this),
      purpose: 'keeping what could not be delivered',
    });
    this.node.addValidation({
      validate: () => validateQueue(queue, { encryptionKey, receives: true }),
    });
    return queue;
  }

  private makeEncryptionFailureQueue(removalPolicy: RemovalPolicy): Queue {
    const queue = deadLetterQueue(this, 'EncryptionFailures', { removalPolicy });
    letServiceSend('events.amazonaws.com', queue, {
      conditions: from(this.busArn, this),
      purpose: 'keeping what could not be encrypted',
    });
    this.node.addValidation({
      validate: () => validateQueue(queue, { receives: true }),
    });
    return queue;
  }

  private openKey(): void {
    if (!this.encryptionKey) return;
    const archived = this.archive !== undefined;
    this.required.require(
      ...openKeyToBus(this.encryptionKey, this.busArn, archived),
      ...openKeyToQueues('events.amazonaws.com', this.encryptionKey),
    );
  }

  private makeWiring(): ClassicWiring {
    return new ClassicWiring({
      busName: this.busName,
      opened: this.encryptionKey ? [this.encryptionKey] : [],
      undelivered: () => ({ queue: this.undelivered }),
      // The rule refers to the queue only; until its policy stands, what can't be delivered is
      // lost.
      before: [this.eventBus, this.undelivered.node.findChild('Policy')].map(resourceOf),
    });
  }
}

const resourceOf = ({ node }: IConstruct): CfnResource => node.defaultChild as CfnResource;

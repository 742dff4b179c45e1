import { Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import { type PolicyOwner, type RequiredStatement, RequiredStatements } from '../../policies';
import { problemsOfPlace, problemsOfRules } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { countReceiver } from '../channel/count-receivers';
import type { IClassicBus } from '../channel/i-classic-bus';
import { deadLetterQueueRule, keyRule, placeOf } from '../channel/imported-rules';
import { ClassicBusGrants } from './classic-bus-grants';
import { busNameRule } from './classic-bus-rules';
import { ClassicWiring } from './classic-wiring';

/**
 * What another app has to know of a bus to subscribe to it and publish on it. The owner's side is
 * `bus.attributes`.
 */
export interface ClassicBusAttributes {
  /**
   * The name of the bus.
   */
  readonly busName: string;

  /**
   * The ARN of the queue that keeps what its rules could not deliver; it admits every rule of the
   * bus.
   */
  readonly deadLetterQueueArn: string;

  /**
   * The ARN of the key that the bus is encrypted with; the queues of its subscriptions stand under
   * it too unless they are given their own.
   *
   * @default - the bus has no customer-managed key
   */
  readonly encryptionKeyArn?: string;

  /**
   * What it carries; other contracts are refused.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * Who extends the policies of producers that this app only imports. (Those of the bus itself
   * admit every rule and producer of the account already.)
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * A bus of another app. Its owner's policies admit every rule of the bus already, so nothing of it
 * has to be extended.
 */
export class ImportedClassicBus extends Construct implements IClassicBus {
  readonly busName: string;
  readonly busArn: string;
  readonly eventBus: IEventBus;
  readonly contracts?: EventContract[];
  readonly encryptionKey?: IKey;
  readonly deadLetterQueue?: IQueue;
  readonly grants: IPublishGrants;
  private readonly required: RequiredStatements;
  private readonly wiring: ClassicWiring;

  constructor(scope: Construct, id: string, attributes: ClassicBusAttributes) {
    const { busName, deadLetterQueueArn, encryptionKeyArn, contracts } = attributes;
    // The bus stands where its dead-letter queue does.
    const place = placeOf(deadLetterQueueArn);
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([
        busNameRule(busName ?? ''),
        deadLetterQueueRule(deadLetterQueueArn),
        keyRule(encryptionKeyArn),
      ]),
      ...problemsOfCarried(contracts ?? []),
      ...problemsOfPlace('deadLetterQueueArn', place, scope),
    ]);
    super(scope, id);
    this.busName = busName;
    this.contracts = contracts;
    this.busArn = Stack.of(this).formatArn({
      service: 'events',
      resource: 'event-bus',
      resourceName: busName,
      ...place,
    });
    this.eventBus = EventBus.fromEventBusArn(this, 'Bus', this.busArn);
    const queue = Queue.fromQueueArn(this, 'DeadLetters', deadLetterQueueArn);
    this.deadLetterQueue = queue;
    this.encryptionKey = encryptionKeyArn
      ? Key.fromKeyArn(this, 'EncryptionKey', encryptionKeyArn)
      : undefined;
    this.required = new RequiredStatements(this, attributes.policyOwner);
    this.grants = new ClassicBusGrants(this, this.required);
    this.wiring = new ClassicWiring({
      busName,
      opened: this.encryptionKey ? [this.encryptionKey] : [],
      undelivered: () => ({ queue }),
    });
  }

  bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    countReceiver(this);
    return this.wiring.bind(scope, request);
  }

  requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

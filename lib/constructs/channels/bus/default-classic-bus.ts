import type { RemovalPolicy } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { type Problem, refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import {
  from,
  letServiceSend,
  type PolicyOwner,
  type RequiredStatement,
  RequiredStatements,
} from '../../policies';
import { deadLetterQueue, validateQueue } from '../../queues';
import { problemsOfRules, removalRule, withoutEffect } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { countReceiver } from '../channel/count-receivers';
import type { IClassicBus } from '../channel/i-classic-bus';
import { archiveOf } from './archive-of';
import { ClassicBusGrants } from './classic-bus-grants';
import { archiveRule } from './classic-bus-rules';
import { ClassicWiring, type Undelivered } from './classic-wiring';
import { EventArchive } from './event-archive';

/**
 * How the account's own bus is used.
 */
export interface DefaultClassicBusProps {
  /**
   * What it carries for this app; other contracts are refused.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * How long events are kept for a replay. The account's bus carries events of AWS services too,
   * and an archive keeps them all.
   *
   * @default EventArchive.none()
   */
  readonly archive?: EventArchive;

  /**
   * What happens to the archive when the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Who extends the policies of producers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * The account's own bus: always there, nothing to make but an archive. Its rules have no bus in
 * their ARN, so each has a dead-letter queue of its own.
 */
export class DefaultClassicBus extends Construct implements IClassicBus {
  readonly busName = 'default';
  readonly busArn: string;
  readonly eventBus: IEventBus;
  readonly contracts?: EventContract[];
  readonly grants: IPublishGrants;
  private readonly required: RequiredStatements;
  private readonly wiring: ClassicWiring;

  constructor(scope: Construct, id: string, props: DefaultClassicBusProps = {}) {
    refuse(`${scope.node.path}/${id}`, problemsOfDefault(props));
    super(scope, id);
    const { contracts, archive = EventArchive.none(), removalPolicy } = props;
    this.contracts = contracts;
    this.eventBus = EventBus.fromEventBusName(this, 'Bus', this.busName);
    this.busArn = this.eventBus.eventBusArn;
    this.required = new RequiredStatements(this, props.policyOwner);
    this.grants = new ClassicBusGrants(this, this.required);
    archiveOf(this, { archive, busArn: this.busArn, removalPolicy });
    this.wiring = new ClassicWiring({ busName: this.busName, opened: [], undelivered });
  }

  bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    countReceiver(this);
    return this.wiring.bind(scope, request);
  }

  requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

function problemsOfDefault({
  archive,
  removalPolicy,
  contracts,
}: DefaultClassicBusProps): Problem[] {
  const noArchive = {
    expected: 'it concerns the archive, and the default bus has none unless asked for',
    fix: 'Leave it out, or ask for an archive.',
  };
  return [
    ...problemsOfRules([
      archiveRule(archive),
      removalRule(removalPolicy),
      ...(archive?.enabled ? [] : withoutEffect({ removalPolicy }, noArchive)),
    ]),
    ...problemsOfCarried(contracts ?? []),
  ];
}

function undelivered(scope: Construct, request: SubscriptionRequest): Undelivered {
  const { encryptionKey, removalPolicy } = request;
  const queue = deadLetterQueue(scope, 'RuleDeadLetters', { encryptionKey, removalPolicy });
  const receives = true;
  scope.node.addValidation({
    validate: () => validateQueue(queue, { encryptionKey, receives }),
  });
  return {
    queue,
    admit: (ruleArn) =>
      letServiceSend('events.amazonaws.com', queue, {
        conditions: from(ruleArn, scope),
        purpose: 'keeping what could not be delivered',
      }),
  };
}

import { createHash } from 'node:crypto';
import { Lazy, Stack } from 'aws-cdk-lib';
import { CfnEventBusPolicy } from 'aws-cdk-lib/aws-events';
import { AccountPrincipal, AccountRootPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import { type PropRule, problemsOfRules } from '../../validation';
import { problemsOfNamed } from '../channel/carried';
import type { IClassicBus } from '../channel/i-classic-bus';
import { onlyThese, typesBySource } from './classic-bus-grants';

interface Allowed {
  readonly eventTypes: Set<string>;
  readonly statement: PolicyStatement;
}

/**
 * The resource policy of a bus: one statement lets the own account's identity policies decide, and
 * one for every other account and source says what that account may publish. The other account's
 * own policies then decide who in it may.
 */
export class BusPolicy {
  private readonly allowed = new Map<string, Allowed>();

  constructor(
    private readonly scope: Construct,
    private readonly bus: IClassicBus,
  ) {
    this.add('OwnAccount', new AccountRootPrincipal());
  }

  allowAccount(accountId: string, contracts: readonly EventContract[]): void {
    refuse(`${this.scope.node.path} allowAccount`, [
      ...problemsOfRules([accountRule(this.scope, accountId)]),
      ...problemsOfNamed('contracts', contracts, this.bus.contracts),
    ]);
    for (const [source, types] of typesBySource(contracts)) {
      const id = `Account${this.digest(accountId, source)}`;
      const allowed = this.allowed.get(id) ?? {
        eventTypes: new Set(),
        statement: this.add(id, new AccountPrincipal(accountId)),
      };
      this.allowed.set(id, allowed);
      for (const type of types) allowed.eventTypes.add(type);
      allowed.statement.addConditions(onlyThese(source, [...allowed.eventTypes]));
    }
  }

  /**
   * CloudFormation takes a statement's id for unique in the account, so it names the bus as well.
   * The same account and source get the same id in whatever order they are allowed: another id
   * would replace a statement that is in use.
   */
  private digest(...parts: unknown[]): string {
    const resolved = Stack.of(this.scope).resolve([this.bus.busName, ...parts]);
    return createHash('sha256').update(JSON.stringify(resolved)).digest('hex').slice(0, 12);
  }

  private add(id: string, principal: AccountPrincipal): PolicyStatement {
    const { eventBusName, eventBusArn } = this.bus.eventBus;
    const statementId = `${id}-${this.digest()}`;
    const statement = new PolicyStatement({
      sid: statementId,
      principals: [principal],
      actions: ['events:PutEvents'],
      resources: [eventBusArn],
    });
    new CfnEventBusPolicy(this.scope, id, {
      eventBusName,
      statementId,
      // Read when the stack is synthesised: a later call may widen it.
      statement: Lazy.any({ produce: () => statement.toStatementJson() }),
    });
    return statement;
  }
}

function accountRule(scope: Construct, accountId: string): PropRule {
  return {
    id: 'spillway:account-id',
    prop: 'accountId',
    value: accountId,
    wrong: (id: string) => !/^\d{12}$/.test(id) || id === Stack.of(scope).account,
    expected:
      'another account is named by its 12 digits; the own account publishes by grants.publish',
    fix: "Give an id such as '123456789012'.",
  };
}

import type { CfnResource } from 'aws-cdk-lib';
import { Lazy, Stack } from 'aws-cdk-lib';
import { CfnRegistryPolicy } from 'aws-cdk-lib/aws-eventschemas';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import { type PropRule, problemsOfRules } from '../validation';
import { type RegistryArns, reading } from './registry-grants';

export interface RegistryPolicyOptions {
  readonly registryName: string;
  readonly registry: CfnResource;
  readonly arns: RegistryArns;
}

/**
 * The resource policy of a registry, of which there is one: a statement that lets other accounts
 * read. There is none until an account is allowed.
 */
export class RegistryPolicy {
  private readonly accounts = new Set<string>();

  constructor(
    private readonly scope: Construct,
    private readonly options: RegistryPolicyOptions,
  ) {}

  allowAccount(accountId: string): void {
    const rules = [accountRule(this.scope, accountId)];
    refuse(`${this.scope.node.path} allowAccount`, problemsOfRules(rules));
    if (this.accounts.size === 0) this.make();
    this.accounts.add(accountId);
  }

  private make(): void {
    const { registryName, registry } = this.options;
    const policy = new CfnRegistryPolicy(this.scope, 'Policy', {
      registryName,
      // Read when the stack is synthesised: a later call may add an account.
      policy: Lazy.any({ produce: () => this.document() }),
    });
    policy.addResourceDependency(registry);
  }

  private document(): PolicyDocument {
    const { registry, schemas } = this.options.arns;
    const statement = new PolicyStatement({
      sid: 'OtherAccountsRead',
      principals: [...this.accounts].sort().map((account) => new AccountPrincipal(account)),
      actions: reading,
      resources: [registry, schemas],
    });
    return new PolicyDocument({ statements: [statement] });
  }
}

function accountRule(scope: Construct, accountId: string): PropRule {
  return {
    id: 'spillway:account-id',
    prop: 'accountId',
    value: accountId ?? null,
    wrong: (id: string | null) =>
      id === null || !/^\d{12}$/.test(id) || id === Stack.of(scope).account,
    expected: 'another account is named by its 12 digits; the own account reads by grants.read',
    fix: "Give an id such as '123456789012'.",
  };
}

import { CfnOutput, Lazy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { describeProblem, SpillwayError } from '../../core/diagnostics';
import { PolicyOwner, type RequiredStatement } from './policy-owner';

/**
 * What one construct could not add to a policy: refused, or, where the user says that the policy is
 * kept elsewhere, kept and put out.
 */
export class RequiredStatements {
  private readonly list: RequiredStatement[] = [];

  constructor(
    readonly scope: Construct,
    private readonly owner: PolicyOwner = PolicyOwner.HERE,
  ) {
    if (owner === PolicyOwner.ELSEWHERE) {
      scope.node.addValidation({ validate: () => this.unused() });
    }
  }

  /** Called with what could not be added. */
  require(...statements: RequiredStatement[]): void {
    for (const statement of statements) {
      if (this.owner !== PolicyOwner.ELSEWHERE) throw this.refusal(statement);
      this.list.push(statement);
      this.putOut(statement);
    }
  }

  all(): RequiredStatement[] {
    return [...this.list];
  }

  private refusal({ policyOf, purpose, statement }: RequiredStatement): SpillwayError {
    const { scope } = this;
    return new SpillwayError(scope.node.path, [
      {
        id: 'spillway:policy-elsewhere',
        prop: 'policyOwner',
        given: `the policy of ${readable(scope, policyOf)} cannot be extended here`,
        expected: `${purpose} needs ${readable(scope, JSON.stringify(statement.toStatementJson()))}`,
        fix: 'Have its owner add that statement and say policyOwner: PolicyOwner.ELSEWHERE, or bring the resource itself instead of an import.',
      },
    ]);
  }

  private putOut({ policyOf, purpose, statement }: RequiredStatement): void {
    const { scope } = this;
    new CfnOutput(scope, `RequiredStatement${this.list.length}`, {
      description: `To be added by its owner: ${purpose}`,
      // Read when the stack is synthesised, because a later grant may still widen the statement.
      value: Lazy.string({
        produce: () =>
          Stack.of(scope).toJsonString({ policyOf, statement: statement.toStatementJson() }),
      }),
    });
  }

  private unused(): string[] {
    if (this.list.length > 0) return [];
    return [
      describeProblem({
        id: 'spillway:option-without-effect',
        prop: 'policyOwner',
        given: 'PolicyOwner.ELSEWHERE given',
        expected: 'every policy could be extended here',
        fix: 'Leave it out.',
      }),
    ];
  }
}

/** Tokens as the references that a person knows: ${Queue.Arn} rather than ${Token[TOKEN.42]}. */
function readable(scope: Construct, text: string): string {
  const resolved = Stack.of(scope).resolve(text);
  return typeof resolved === 'string' ? resolved : flatten(resolved);
}

function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join, 'Fn::GetAtt': attribute, Ref: ref } = value as Intrinsic;
  if (join) return join[1].map(flatten).join(join[0]);
  if (attribute) return `\${${attribute.join('.')}}`;
  return ref ? `\${${ref}}` : JSON.stringify(value);
}

interface Intrinsic {
  readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
  readonly 'Fn::GetAtt'?: readonly string[];
  readonly Ref?: string;
}

import { Stack } from 'aws-cdk-lib';
import {
  Grant,
  type IGrantable,
  PolicyStatement,
  Role,
  UnknownPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { refuse } from '../../core/diagnostics';
import { problemsOfPlace } from '../validation';
import type { RequiredStatements } from './required-statements';

/** What a grantee is to be allowed, in its own identity policy. */
export interface Permission {
  readonly actions: string[];
  readonly resource: string;
  readonly conditions?: Record<string, Record<string, unknown>>;
  /** What fails without it: for the error, or for the owner who has to add it. */
  readonly purpose: string;
}

export interface Permitted {
  readonly grant: Grant;
  /**
   * The one that stands in the policy (or that its owner has to add): a later grant may widen it.
   */
  readonly statement: PolicyStatement;
}

/**
 * Adds a statement to the grantee's own policy; one that can't be added is required of the policy's
 * owner. A grantee of another account is refused: its own policy alone would let it do nothing.
 */
export function permit(
  grantee: IGrantable,
  permission: Permission,
  required: RequiredStatements,
): Permitted {
  const { actions, resource, conditions, purpose } = permission;
  const { principalAccount: account } = grantee.grantPrincipal;
  refuse(required.scope.node.path, problemsOfPlace('grantee', { account }, required.scope));
  if (takesStatements(grantee)) {
    const grant = Grant.addToPrincipal({ grantee, actions, resourceArns: [resource], conditions });
    const [statement] = grant.principalStatements;
    if (statement) return { grant, statement };
  }
  const statement = new PolicyStatement({ actions, resources: [resource], conditions });
  required.require({ policyOf: nameOf(grantee), purpose, statement });
  return { grant: Grant.drop(grantee, purpose), statement };
}

/**
 * Whether the grantee has an identity policy that this app can extend; only then does CDK's
 * `statementAdded` mean it.
 */
function takesStatements({ grantPrincipal }: IGrantable): boolean {
  const principal = unwrapped(grantPrincipal);
  return !(principal instanceof UnknownPrincipal) && !isImmutable(principal);
}

/**
 * CDK's adapters (a principal with conditions, with session tags) hand statements on to the
 * principal that they wrap.
 */
function unwrapped(principal: object): object {
  const inner: unknown = Reflect.get(principal, 'wrapped');
  return typeof inner === 'object' && inner !== null ? unwrapped(inner) : principal;
}

let immutableRole: unknown;

/**
 * CDK answers `statementAdded: true` for a role that takes no statement (imported with `mutable:
 * false` or from another account, or `withoutPolicyUpdates()`), and doesn't export its class. So
 * one such role is asked for it.
 */
function isImmutable(principal: object): boolean {
  immutableRole ??= Role.fromRoleArn(new Stack(), 'Role', 'arn:aws:iam::111111111111:role/any', {
    mutable: false,
  }).constructor;
  return principal.constructor === immutableRole;
}

function nameOf({ grantPrincipal }: IGrantable): string {
  if (grantPrincipal instanceof UnknownPrincipal) return 'a resource imported without a role';
  const named = grantPrincipal as { roleArn?: string; userArn?: string; groupArn?: string };
  return named.roleArn ?? named.userArn ?? named.groupArn ?? String(grantPrincipal);
}

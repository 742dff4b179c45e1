import { anyOf } from '../answer';
import type { Policy } from '../policies/statements';
import { same } from '../resolution/compare';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, listOf, scalarText } from '../resolution/template';
import { doubtOf, nameOf, readNode, resourcesOf } from './resources';

/** The policies that stand beside their roles, as resources of their own. */
export interface AttachedToRoles {
  readonly policies: readonly (Policy & { readonly roles: readonly (string | undefined)[] })[];
  /** Those that a role can name in its ManagedPolicyArns. */
  readonly byArn: ReadonlyMap<string, Policy>;
}

/** By the type of a policy resource the property that names its roles. */
const rolesByType = {
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'Roles',
} as const;

export function readAttachedToRoles(resolver: Resolver): AttachedToRoles {
  const read = Object.entries(rolesByType).flatMap(([type, property]) =>
    resourcesOf(resolver, type).map((resource) => {
      const { arn, properties } = readNode(resolver, resource);
      const doubt = doubtOf(resource);
      const roles = listOf(fieldOf(properties, property)).map(scalarText);
      const document = fieldOf(properties, 'PolicyDocument');
      return { type, arn, roles, name: nameOf(resource), document, ...(doubt && { doubt }) };
    }),
  );
  const managed = read.filter(({ type }) => type === 'AWS::IAM::ManagedPolicy');
  return { policies: read, byArn: new Map(managed.map((policy) => [policy.arn, policy])) };
}

/** @param roleName The role's name, by which a policy attaches itself to it. */
export function policiesAttachedTo(roleName: string, { policies }: AttachedToRoles): Policy[] {
  return policies.flatMap(({ name, document, doubt, roles }) => {
    const truths = roles.map((given) => (given === undefined ? 'unknown' : same(given, roleName)));
    const named = anyOf(truths);
    if (named === 'no') return [];
    const why = named === 'unknown' ? 'it may be for another role' : doubt;
    return [{ name, document, ...(why && { doubt: why }) }];
  });
}

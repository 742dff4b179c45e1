import type { Policy } from '../policies/statements';
import { iamArnOf } from '../resolution/attributes';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, listOf, type Resource, scalarText, textOrNothing } from '../resolution/template';
import { managedPolicy } from './managed-policies';
import { nameOf, readNode, resourcesOf } from './resources';
import { type AttachedToRoles, policiesAttachedTo, readAttachedToRoles } from './role-policies';

/** A role of a template, with all that decides what it may do. */
export interface Role {
  readonly arn: string;
  /** stack/logicalId */
  readonly name: string;
  /** Who may assume it. */
  readonly trust: Policy;
  readonly policies: readonly Policy[];
  /** The ARNs of managed policies that are not read. */
  readonly unread: readonly string[];
  /** What limits the role, where it has such a policy: its ARN, where that is not read. */
  readonly boundary?: Policy | string;
  /** The condition that decides whether it exists. */
  readonly condition?: string;
  /** The construct path, where CDK wrote it into the metadata. */
  readonly path?: string;
}

/** By ARN. */
export type Roles = ReadonlyMap<string, Role>;

function inlineOf(properties: unknown, name: string): Policy[] {
  return listOf(fieldOf(properties, 'Policies')).map((policy) => ({
    name: `${textOrNothing(fieldOf(policy, 'PolicyName')) ?? 'a policy'} in ${name}`,
    document: fieldOf(policy, 'PolicyDocument'),
  }));
}

function readRole(resolver: Resolver, resource: Resource, attached: AttachedToRoles): Role {
  const { arn, properties } = readNode(resolver, resource);
  const name = nameOf(resource);
  const managedBy = (managedArn: string) =>
    attached.byArn.get(managedArn) ?? managedPolicy(managedArn);
  const arns = listOf(fieldOf(properties, 'ManagedPolicyArns')).map(
    (value) => scalarText(value) ?? 'a managed policy that is not known',
  );
  const boundary = scalarText(fieldOf(properties, 'PermissionsBoundary'));
  return {
    arn,
    name,
    trust: { name, document: fieldOf(properties, 'AssumeRolePolicyDocument') },
    policies: [
      ...inlineOf(properties, name),
      ...policiesAttachedTo(resolver.attributeOf(resource, 'Ref'), attached),
      ...arns.flatMap((one) => managedBy(one) ?? []),
    ],
    unread: arns.filter((one) => !managedBy(one)),
    ...(boundary !== undefined && { boundary: managedBy(boundary) ?? boundary }),
    ...(resource.condition !== undefined && { condition: resource.condition }),
    ...(resource.path !== undefined && { path: resource.path }),
  };
}

export function readRoles(resolver: Resolver): Roles {
  const attached = readAttachedToRoles(resolver);
  const roles = resourcesOf(resolver, 'AWS::IAM::Role').map((resource) =>
    readRole(resolver, resource, attached),
  );
  return new Map(roles.map((role) => [role.arn, role]));
}

/**
 * The roles that policies of the templates are attached to and no template declares: of another app,
 * or made by hand. What else they may do is not known.
 */
export function readForeignRoles(resolver: Resolver): Role[] {
  const attached = readAttachedToRoles(resolver);
  const own = resourcesOf(resolver, 'AWS::IAM::Role').map((one) =>
    resolver.attributeOf(one, 'Ref'),
  );
  const named = attached.policies.flatMap(({ roles }) => roles.flatMap((name) => name ?? []));
  return [...new Set(named)]
    .filter((name) => !own.includes(name))
    .map((name) => {
      const arn = iamArnOf(resolver.place, `role/${name}`);
      const policies = policiesAttachedTo(name, attached);
      return { arn, name: arn, trust: { name: arn, document: {} }, policies, unread: [] };
    });
}

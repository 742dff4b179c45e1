import { arnOf, Resolver } from './resolver';
import {
  type Fields,
  fieldsOf,
  listOf,
  type Resource,
  resourcesOf,
  type Templates,
} from './template';

/**
 * Every policy of the templates, by the one whom it concerns. A statement that stands anywhere else
 * is refused: the matrix would call denied what such a policy allows.
 */

export interface Policies {
  /** What a role may, by its ARN. */
  readonly identity: ReadonlyMap<string, Fields[]>;
  /** Who may do what with a queue, a topic, a bus or a key, by its ARN. */
  readonly resource: ReadonlyMap<string, Fields[]>;
  /** Who may assume a role, by its ARN. */
  readonly trust: ReadonlyMap<string, Fields[]>;
}

interface Read {
  readonly kind: keyof Policies;
  readonly of: string;
  readonly document: unknown;
}

type Reader = (resource: Resource, resolver: Resolver) => Read[];

/** Whom a `Ref` in the same template means. */
function meant({ stack }: Resource, reference: unknown, resolver: Resolver): string {
  return resolver.arn(resolver.resource(stack, fieldsOf(reference)['Ref']));
}

const identityPolicy: Reader = (policy, resolver) => {
  const {
    Roles: roles,
    Users: users,
    Groups: groups,
    PolicyDocument: document,
  } = policy.properties;
  if (users !== undefined || groups !== undefined) throw unread(policy);
  return listOf(roles).map((role) => ({
    kind: 'identity',
    of: meant(policy, role, resolver),
    document,
  }));
};

const role: Reader = (one, resolver) => {
  const { AssumeRolePolicyDocument: trust, Policies: inline, ...others } = one.properties;
  if (others['ManagedPolicyArns'] !== undefined || others['PermissionsBoundary'] !== undefined) {
    throw unread(one);
  }
  const of = resolver.arn(one);
  const own = listOf(inline).map((policy) => fieldsOf(policy)['PolicyDocument']);
  return [
    { kind: 'trust', of, document: trust },
    ...own.map((document): Read => ({ kind: 'identity', of, document })),
  ];
};

/** The policy of what a property names: each of these has one policy at most. */
const policyOfEach =
  (property: 'Queues' | 'Topics'): Reader =>
  (policy, resolver) =>
    listOf(policy.properties[property]).map((one) => ({
      kind: 'resource',
      of: meant(policy, one, resolver),
      document: policy.properties['PolicyDocument'],
    }));

const busPolicy: Reader = (policy, resolver) => {
  const { EventBusName: bus, Statement } = policy.properties;
  if (Statement === undefined) throw unread(policy);
  const of = arnOf('events', `event-bus/${resolver.text(policy.stack, bus)}`);
  return [{ kind: 'resource', of, document: { Statement } }];
};

/** It is the policy of the schemas in it, too. */
const registryPolicy: Reader = (policy, resolver) => {
  const { RegistryName: name, Policy: document } = policy.properties;
  const of = arnOf('schemas', `registry/${resolver.text(policy.stack, name)}`);
  return [{ kind: 'resource', of, document }];
};

const key: Reader = (one, resolver) => [
  { kind: 'resource', of: resolver.arn(one), document: one.properties['KeyPolicy'] },
];

const readers: Readonly<Record<string, Reader>> = {
  'AWS::IAM::Policy': identityPolicy,
  'AWS::IAM::Role': role,
  'AWS::SQS::QueuePolicy': policyOfEach('Queues'),
  'AWS::SNS::TopicPolicy': policyOfEach('Topics'),
  'AWS::Events::EventBusPolicy': busPolicy,
  'AWS::EventSchemas::RegistryPolicy': registryPolicy,
  'AWS::KMS::Key': key,
};

const replacesOthers: readonly string[] = [
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::EventSchemas::RegistryPolicy',
];

function unread({ stack, logicalId, type }: Resource): Error {
  return new Error(`${stack}/${logicalId}: a policy of ${type} is not read; see policies.ts`);
}

export function policiesOf(templates: Templates): Policies {
  const resolver = new Resolver(templates);
  const policies = { identity: new Map(), resource: new Map(), trust: new Map() };
  for (const one of resourcesOf(templates)) {
    const reader = readers[one.type];
    if (!reader && JSON.stringify(one.properties).includes('"Statement"')) throw unread(one);
    for (const { kind, of, document } of reader?.(one, resolver) ?? []) {
      const isSecond = replacesOthers.includes(one.type) && policies.resource.has(of);
      if (isSecond)
        throw new Error(`${of} has two policies, and the later would replace the other`);
      const statements = resolver.value(one.stack, listOf(fieldsOf(document)['Statement']));
      policies[kind].set(of, [...(policies[kind].get(of) ?? []), ...(statements as Fields[])]);
    }
  }
  return policies;
}

/** Services that any policy names. */
export function servicesNamed({ resource, trust }: Policies): string[] {
  const statements = [...resource.values(), ...trust.values()].flat();
  const named = statements.flatMap(({ Principal }) => listOf(fieldsOf(Principal)['Service']));
  return [...new Set(named.map(String))];
}

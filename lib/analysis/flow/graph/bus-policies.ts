import type { ResourcePolicy } from '../model';
import { busArnOf } from '../resolution/attributes';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, isFields, scalarText } from '../resolution/template';
import { doubtOf, nameOf, readNode, resourcesOf } from './resources';

/** By the ARN of the bus. Each statement is a resource of its own, and they add up to one policy. */
export type BusPolicies = ReadonlyMap<string, readonly ResourcePolicy[]>;

export function readBusPolicies(resolver: Resolver): BusPolicies {
  const policies = new Map<string, ResourcePolicy>();
  for (const resource of resourcesOf(resolver, 'AWS::Events::EventBusPolicy')) {
    const { properties } = readNode(resolver, resource);
    const arn = busArnOf(resolver.place, scalarText(fieldOf(properties, 'EventBusName')));
    const known = policies.get(arn);
    const before = fieldOf(known?.document, 'Statement');
    const statements = [...(Array.isArray(before) ? before : []), statementOf(properties, arn)];
    const name = known ? `${known.name} and ${nameOf(resource)}` : nameOf(resource);
    const doubt = known?.doubt ?? doubtOf(resource);
    const document = { Statement: statements };
    policies.set(arn, { name, document, ...(doubt !== undefined && { doubt }) });
  }
  return new Map([...policies].map(([arn, policy]) => [arn, [policy]]));
}

/** Either a statement, or the fields of one that lets accounts in. */
function statementOf(properties: unknown, arn: string): unknown {
  const statement = fieldOf(properties, 'Statement');
  if (isFields(statement)) return { Resource: arn, ...statement };
  const principal = scalarText(fieldOf(properties, 'Principal'));
  return {
    ...{ Effect: 'Allow', Action: fieldOf(properties, 'Action'), Resource: arn },
    Principal: principal === '*' ? '*' : { AWS: principal },
  };
}

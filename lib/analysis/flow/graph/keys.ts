import type { Policy } from '../policies/statements';
import { iamArnOf } from '../resolution/attributes';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, scalarText } from '../resolution/template';
import { doubtOf, nameOf, readNode, resourcesOf } from './resources';

/** A customer-managed key. */
export interface Key {
  readonly arn: string;
  readonly policy: Policy;
  readonly enabled: boolean;
  /** Why it may not exist. */
  readonly doubt?: string;
}

/** By everything that a queue may call a key: its id and ARN, the name and ARN of an alias. */
export type Keys = ReadonlyMap<string, Key>;

/** The names of the keys that AWS manages. */
export const managedKeys = { queue: 'alias/aws/sqs', topic: 'alias/aws/sns' } as const;

/**
 * Without a policy a key has KMS's default one, which leaves it to the account's own policies and
 * lets in no service. Source:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function defaultPolicy({ place }: Resolver): object {
  const Principal = { AWS: iamArnOf(place, 'root') };
  return { Statement: [{ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }] };
}

function readKey(resolver: Resolver, resource: Parameters<typeof readNode>[1]): Key {
  const { arn, properties } = readNode(resolver, resource);
  const document = fieldOf(properties, 'KeyPolicy') ?? defaultPolicy(resolver);
  return {
    arn,
    policy: { name: nameOf(resource), document },
    enabled: scalarText(fieldOf(properties, 'Enabled')) !== 'false',
    doubt: doubtOf(resource),
  };
}

export function readKeys(resolver: Resolver): Keys {
  const keys = new Map<string, Key>();
  for (const resource of resourcesOf(resolver, 'AWS::KMS::Key')) {
    const key = readKey(resolver, resource);
    for (const name of ['Arn', 'KeyId']) keys.set(resolver.attributeOf(resource, name), key);
  }
  for (const alias of resourcesOf(resolver, 'AWS::KMS::Alias')) {
    const target = scalarText(fieldOf(readNode(resolver, alias).properties, 'TargetKeyId'));
    const key = keys.get(target ?? '');
    if (!key) continue;
    const named = { ...key, doubt: doubtOf(alias) ?? key.doubt };
    for (const name of ['Ref', 'Arn']) keys.set(resolver.attributeOf(alias, name), named);
  }
  return keys;
}

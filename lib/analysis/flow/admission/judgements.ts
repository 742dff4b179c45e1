import { type Answer, all, no, unknown, yes } from '../answer';
import { type Keys, managedKeys } from '../graph/keys';
import { doubtOf } from '../graph/resources';
import type { ResourcePolicy } from '../model';
import type { Context } from '../policies/conditions';
import type { Request } from '../policies/statements';
import { decide } from '../policies/weigh';

/**
 * Everything that has a say must say yes before an event gets into a queue or a topic: its policy,
 * the policy of its key, and what the sender can do with it at all.
 */
const verdicts = { yes: 'delivered', no: 'denied', unknown: 'unknown' } as const;

export function admissionOf(answers: readonly Answer[]) {
  const { is, why } = all(answers);
  return { verdict: verdicts[is], reason: why };
}

/** A queue or a topic, as a reason names it. */
export interface Guarded {
  readonly kind: 'queue' | 'topic';
  readonly name: string;
  readonly policies: readonly ResourcePolicy[];
  /** The KmsMasterKeyId. */
  readonly key?: string;
}

/**
 * A policy that may not be there lets nobody in for certain; of several the last one deployed
 * holds, and which that is nobody knows.
 */
export function judgePolicies({ kind, name, policies }: Guarded, request: Request): Answer {
  const answers = policies.map(({ name, document }) => decide({ name, document }, request));
  const [first, ...others] = answers;
  if (!first) return no(`no ${kind} policy names ${name}`);
  if (others.some(({ is }) => is !== first.is)) {
    return unknown(`${policies.map((policy) => policy.name).join(' and ')} overwrite each other`);
  }
  const certain = policies.some(({ doubt }) => doubt === undefined);
  if (certain || first.is === 'no') return first;
  return unknown(`${policies[0]?.name} may not apply: ${policies[0]?.doubt}`);
}

export function judgeEncryption(
  { kind, name, key: keyName }: Guarded,
  service: string,
  context: Context,
  keys: Keys,
): Answer {
  if (keyName === undefined) return yes('');
  const managed = managedKeys[kind];
  if (keyName === managed || keyName.endsWith(`:${managed}`)) {
    return no(
      `${name} is under ${managed}, the AWS managed key, whose policy never lets ${service} in`,
    );
  }
  const key = keys.get(keyName);
  if (!key) return unknown(`no template declares the key of ${name}: ${keyName}`);
  if (!key.enabled) return no(`the key ${key.policy.name} is not enabled`);
  const answer = all(
    ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) =>
      decide(key.policy, { service, action, resource: key.arn, context }),
    ),
  );
  const doubtful = key.doubt !== undefined && answer.is === 'yes';
  return doubtful ? unknown(`the key ${key.policy.name}: ${key.doubt}`) : answer;
}

export function judgeExistence(name: string, resource: { readonly condition?: string }): Answer {
  const doubt = doubtOf(resource);
  return doubt ? unknown(`${name}: ${doubt}`) : yes('');
}

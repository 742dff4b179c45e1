import { account, arnOf } from './resolver';
import type { Target } from './resources';

/** How something is asked for: what the request tells beside principal, action and resource. */
export interface Context {
  readonly name: string;
  readonly of: 'caller' | 'service' | 'any';
  readonly keys: Readonly<Record<string, string | string[]>>;
}

/** PutEvents brings a source and a type an entry, each key as one list for the whole batch. */
export function batch(name: string, ...entries: readonly (readonly [string, string])[]): Context {
  const keys = {
    'events:source': entries.map(([source]) => source),
    'events:detail-type': entries.map(([, type]) => type),
  };
  return { name, of: 'any', keys };
}

/**
 * An event, and what comes near it. A condition on a list holds for a list that isn't there, unless
 * its presence is asked for: so there are requests with one of the keys only.
 */
export function around(name: string, [source, type]: readonly [string, string]): Context[] {
  return [
    batch(name, [source, type]),
    batch(`${name} with a foreign type`, [source, 'a.foreign.type']),
    batch(`${name} of a foreign source`, ['a.foreign.source', type]),
    { name: `${name} without its type`, of: 'any', keys: { 'events:source': [source] } },
    { name: `${name} without its source`, of: 'any', keys: { 'events:detail-type': [type] } },
  ];
}

export const plain: Context = { name: 'plainly', of: 'any', keys: {} };

/** A caller can't claim a source, so only services are asked with one. */
const overTls: Context = { name: 'over TLS', of: 'any', keys: { 'aws:SecureTransport': 'true' } };

const inPlaintext: Context = {
  name: 'in plaintext',
  of: 'any',
  keys: { 'aws:SecureTransport': 'false' },
};

function by(name: string, arn: string | undefined, of?: string, secure = 'true'): Context {
  return {
    name,
    of: 'service',
    keys: {
      'aws:SecureTransport': secure,
      ...(arn !== undefined && { 'aws:SourceArn': arn }),
      ...(of !== undefined && { 'aws:SourceAccount': of }),
    },
  };
}

const partner = '222222222222';
const inPartner = (arn: string) => arn.replace(account, partner);

const otherTopic = arnOf('sns', 'Other');

const topicsOf = (targets: readonly Target[]) =>
  targets.filter(({ type }) => type === 'AWS::SNS::Topic');

function bySource({ name, arn }: Target): Context[] {
  return [
    by(`by ${name}`, arn, account),
    by(`by ${name} in plaintext`, arn, account, 'false'),
    by(`by ${name} without account`, arn),
    by(`by ${name} for another account`, arn, partner),
    by(`by ${name} of another account`, inPartner(arn), partner),
  ];
}

/**
 * The rules, buses and topics that the templates make, rules that stand on the same buses later, and
 * what is not theirs.
 */
function bySources(targets: readonly Target[]): Context[] {
  const rules = targets.filter(({ type }) => type === 'AWS::Events::Rule');
  const buses = targets.filter(({ type }) => type === 'AWS::Events::EventBus');
  return [
    overTls,
    inPlaintext,
    ...[...rules, ...buses, ...topicsOf(targets)].flatMap(bySource),
    ...buses.map(({ name, arn }) =>
      by(`by a later rule of ${name}`, `${arn.replace(':event-bus/', ':rule/')}/Later`, account),
    ),
    by('by a rule of OtherBus', arnOf('events', 'rule/Other/Other'), account),
    by('by a rule of DefaultBus', arnOf('events', 'rule/Other'), account),
    by('by OtherTopic', otherTopic, account),
    by('for the own account', undefined, account),
  ];
}

/**
 * Who assumes a role tells for which resource. Without a pipe in the templates no role asks for one.
 */
function byPipes(targets: readonly Target[]): Context[] {
  const pipes = targets.filter(({ type }) => type === 'AWS::Pipes::Pipe');
  if (pipes.length === 0) return [plain];
  return [
    plain,
    ...pipes.flatMap(bySource).filter(({ name }) => !name.endsWith('in plaintext')),
    by('by OtherPipe', arnOf('pipes', 'pipe/Other'), account),
    by('for the own account', undefined, account),
  ];
}

/** A source beside an encryption context, and in place of one. */
function withSources({ name, arn }: Target): Context[] {
  const forQueue = { 'kms:EncryptionContext:aws:sqs:arn': arnOf('sqs', 'Other') };
  const forTheirs = { 'kms:EncryptionContext:aws:sqs:arn': inPartner(arnOf('sqs', 'Other')) };
  const asked = (how: string, source: string, of: string, keys: Context['keys']): Context => ({
    name: how,
    of: 'service',
    keys: { 'aws:SourceArn': source, 'aws:SourceAccount': of, ...keys },
  });
  return [
    asked(`by ${name} for OtherQueue`, arn, account, forQueue),
    asked(`by ${name} of another account for OtherQueue`, inPartner(arn), partner, forQueue),
    asked(`by ${name} for a queue of another account`, arn, account, forTheirs),
    asked(`by ${name} without encryption context`, arn, account, {}),
  ];
}

function encryptionContexts(targets: readonly Target[]): Context[] {
  const under = (name: string, key: string, value: string): Context => ({
    name,
    of: 'any',
    keys: { [`kms:EncryptionContext:${key}`]: value },
  });
  const queues = targets.filter(({ arn }) => arn.includes(':sqs:'));
  const buses = targets.filter(({ arn }) => arn.includes(':event-bus/'));
  return [
    plain,
    ...queues.map(({ name, arn }) => under(`for ${name}`, 'aws:sqs:arn', arn)),
    ...buses.map(({ name, arn }) => under(`for ${name}`, 'aws:events:event-bus:arn', arn)),
    ...topicsOf(targets).map(({ name, arn }) => under(`for ${name}`, 'aws:sns:topicArn', arn)),
    ...topicsOf(targets).flatMap(withSources),
    under('for a queue of another account', 'aws:sqs:arn', inPartner(arnOf('sqs', 'Any'))),
    under('for a topic', 'aws:sns:topicArn', arnOf('sns', 'Any')),
  ];
}

/** By service; what isn't named is asked for plainly. */
export function contextsOf(
  targets: readonly Target[],
  batches: readonly Context[],
): ReadonlyMap<string, readonly Context[]> {
  return new Map([
    ['events', [plain, ...batches]],
    ['sqs', bySources(targets)],
    ['sns', bySources(targets)],
    ['kms', encryptionContexts(targets)],
    ['sts', byPipes(targets)],
  ]);
}

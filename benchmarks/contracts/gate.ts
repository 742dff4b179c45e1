/** What the gate does at every synth: each contract against all versions that were accepted. */
import type { JsonObject } from '../../lib/core/schemas';
import { compareVersions } from '../../lib/core/schemas/compatibility';
import { interleave, secondsOf } from './rounds';

export interface Gate {
  readonly contracts: number;
  readonly versions: number;
  readonly meanFields: number;
  readonly seconds: number;
  readonly rounds: readonly number[];
  /** The same with a change in each contract that breaks. */
  readonly secondsBreaking: number;
}

export function benchGate(quick: boolean): Gate {
  const contracts = Array.from({ length: 100 }, (_, at) => versionsOf(at));
  const [fine, breaking] = [contracts, contracts.map(broken)];
  const turns = { fine: () => turn(fine, 0), breaking: () => turn(breaking, 100) };
  const sides = interleave(turns, quick ? 3 : 9);
  const fields = contracts.map((versions) => fieldsOf(versions.at(-1) ?? {}));
  return {
    ...{ contracts: 100, versions: 10 },
    meanFields: Math.round(fields.reduce((sum, count) => sum + count, 0) / fields.length),
    seconds: sides.medians['fine'] ?? 0,
    rounds: sides.rounds['fine'] ?? [],
    secondsBreaking: sides.medians['breaking'] ?? 0,
  };
}

function turn(contracts: readonly (readonly JsonObject[])[], wrong: number): number {
  let found = 0;
  const seconds = secondsOf(() => {
    for (const versions of contracts) {
      found += compareVersions(versions.slice(0, -1), versions.at(-1)).length > 0 ? 1 : 0;
    }
  });
  if (found !== wrong) throw new Error(`${found} contracts break instead of ${wrong}`);
  return seconds;
}

/** Ten accepted versions and the one to come: each has one more field, and better words. */
function versionsOf(contract: number): JsonObject[] {
  return Array.from({ length: 11 }, (_, version) => {
    const count = 10 + ((contract * 7) % 40) + version;
    const names = Array.from({ length: count }, (_, at) => at);
    const entries = names.map((at) => [`field${at}`, fieldOf(contract + at, `${version}`)]);
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: Object.fromEntries(entries),
      required: ['field0', 'field1', 'field2'],
      $defs: { money: { ...money, description: `Money, as of version ${version}.` } },
    };
  });
}

const money = {
  type: 'object',
  properties: { amount: { type: 'number', minimum: 0 }, currency: { enum: ['USD', 'EUR'] } },
  required: ['amount', 'currency'],
};

function fieldOf(kind: number, version: string): JsonObject {
  const description = `What the field is about, as of version ${version}.`;
  const kinds: JsonObject[] = [
    { type: 'string', minLength: 1, maxLength: 100 },
    { type: 'string', format: 'date-time' },
    { type: 'integer', minimum: 0, maximum: 1_000 },
    { enum: ['open', 'paid', 'sent', 'back'] },
    { type: 'string', pattern: '^[A-Z]{3}-\\d{5}$' },
    { $ref: '#/$defs/money' },
    {
      type: 'array',
      items: {
        type: 'object',
        properties: { sku: { type: 'string' }, price: { $ref: '#/$defs/money' } },
      },
    },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    {
      oneOf: [
        { type: 'object', properties: { kind: { const: 'a' } }, required: ['kind'] },
        { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind'] },
      ],
    },
    { type: 'boolean' },
  ];
  return { ...kinds[kind % kinds.length], description };
}

function broken(versions: readonly JsonObject[]): JsonObject[] {
  const { properties, ...last } = versions.at(-1) ?? {};
  const changed = { ...(properties as JsonObject), field0: { type: 'array', maxItems: 0 } };
  return [...versions.slice(0, -1), { ...last, properties: changed }];
}

const fieldsOf = ({ properties }: JsonObject) => Object.keys(properties as JsonObject).length;

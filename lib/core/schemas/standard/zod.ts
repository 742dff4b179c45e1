/**
 * zod tells of every schema that it converts, with all its checks. Those that JSON Schema has no
 * word for it drops without a word, so each is looked at here; a type that JSON doesn't have gets a
 * mark where zod would throw.
 */
import { type Loss, marked } from './loss';
import { checkedInstead, wireTypeInsteadOf } from './wire-types';

/** What zod has behind `_zod`; every member may be missing in a version to come. */
interface Internals {
  readonly def?: Def;
  readonly traits?: ReadonlySet<string>;
  readonly toJSONSchema?: unknown;
}

interface Def {
  readonly type?: string;
  readonly check?: string;
  readonly checks?: readonly { readonly _zod?: Internals }[];
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly fn?: unknown;
  readonly hostname?: RegExp;
  readonly protocol?: RegExp;
  readonly precision?: number | null;
  readonly version?: string;
  readonly local?: boolean;
  readonly offset?: boolean;
  readonly values?: readonly unknown[];
  readonly shape?: object;
  readonly defaultValue?: unknown;
}

interface Visit {
  readonly zodSchema: { readonly _zod: Internals };
  readonly jsonSchema: Record<string, unknown>;
}

/** Passed on to zod's converter. */
export const zodOptions = { unrepresentable: 'any', override: visit };

function visit({ zodSchema, jsonSchema }: Visit): void {
  const checks = checksOf(zodSchema);
  withFormatInsteadOfPattern(jsonSchema, checks);
  withoutComputedDefault(jsonSchema, zodSchema._zod.def);
  withoutPlainNames(jsonSchema);
  const losses =
    zodSchema._zod.def?.type === 'custom'
      ? [lostCheck("zod's custom type")]
      : [...lostTypes(zodSchema._zod), ...checks.flatMap((one) => lostBy(one, jsonSchema))];
  Object.assign(jsonSchema, marked(jsonSchema, losses));
}

interface Check {
  readonly def: Def;
  readonly made: object;
}

/** A schema such as `z.email()` is its own first check. */
function checksOf(schema: { readonly _zod: Internals }): Check[] {
  const own = schema._zod.traits?.has('$ZodCheck') ? [schema] : [];
  return [...own, ...(schema._zod.def?.checks ?? [])].flatMap((made) =>
    made._zod?.def === undefined ? [] : [{ def: made._zod.def, made }],
  );
}

const typesOutsideJson = new Set([
  ...['bigint', 'date', 'file', 'function', 'map', 'nan'],
  ...['promise', 'set', 'symbol', 'undefined', 'void'],
]);

function lostTypes({ def = {}, toJSONSchema }: Internals): Loss[] {
  if (typeof toJSONSchema === 'function') return [];
  const type = def.type ?? '';
  if (typesOutsideJson.has(type)) return [lostType(type)];
  if (type === 'object' && Object.getOwnPropertySymbols(def.shape ?? {}).length > 0) {
    return [lostType('symbol')];
  }
  const literals = type === 'literal' ? (def.values ?? []) : [];
  return literals.filter((one) => !isJsonLiteral(one)).map((one) => lostType(typeof one));
}

const isJsonLiteral = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const lostType = (type: string): Loss => ({
  kind: 'type',
  what: `zod's ${type}`,
  fix: wireTypeInsteadOf(type),
});

const lostCheck = (what: string): Loss => ({ kind: 'check', what, fix: checkedInstead });

/** `overwrite` is `trim()` and the like: what a reader makes of it. */
const carried = new Set([
  ...['greater_than', 'less_than', 'multiple_of', 'number_format', 'bigint_format'],
  ...['min_length', 'max_length', 'length_equals', 'string_format', 'overwrite'],
]);

function lostBy({ def }: Check, jsonSchema: Visit['jsonSchema']): Loss[] {
  if (def.check === 'custom') return [lostCheck("zod's refinement")];
  if (!carried.has(def.check ?? '')) return [lostCheck(`zod's check "${def.check}"`)];
  if (def.check !== 'string_format') return [];
  if (typeof def.fn === 'function' && def.pattern === undefined) {
    return [lostCheck(`zod's format "${def.format}", which is a function`)];
  }
  if (def.hostname !== undefined || def.protocol !== undefined) {
    return [lostCheck("the hostname or protocol of zod's url()")];
  }
  return lostFlags(def.pattern, jsonSchema);
}

/** JSON Schema has the pattern without its flags; `g`, `y` and `u` change nothing for it. */
function lostFlags(pattern: RegExp | undefined, jsonSchema: Visit['jsonSchema']): Loss[] {
  if (pattern === undefined || !/[ims]/.test(pattern.flags)) return [];
  const emitted = JSON.stringify([jsonSchema['pattern'], jsonSchema['allOf']]);
  return emitted.includes(JSON.stringify(pattern.source))
    ? [
        {
          ...lostCheck(`the flags of ${pattern}`),
          fix: 'Write it without flags: [Aa] for a with i.',
        },
      ]
    : [];
}

/** Formats that JSON Schema defines, so that a validator knows them without a pattern. */
const definedFormats = new Set([
  ...['date', 'date-time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'],
]);

const formatOf = ({ format = '' }: Def): string =>
  ({ datetime: 'date-time', guid: 'uuid' })[format] ?? format;

/** What zod calls a format and is a pattern. */
const patternsByName = new Set(['ends_with', 'includes', 'lowercase', 'starts_with', 'uppercase']);

/**
 * Beside a format zod writes the pattern by which it checks it, and changes that from version to
 * version: an update of zod would look like a change of the contract. A pattern of the user's own
 * stays, and one that says more than the format. Of several formats zod names the last.
 */
function withFormatInsteadOfPattern(schema: Visit['jsonSchema'], checks: readonly Check[]): void {
  const named = checks.findLast(
    (check) => definedFormats.has(formatOf(check.def)) && saysNoMoreThanFormat(check),
  );
  if (patternsByName.has(String(schema['format']))) delete schema['format'];
  if (named === undefined) return;
  schema['format'] = formatOf(named.def);
  const { pattern, allOf } = schema;
  const own = named.def.pattern?.source;
  if (pattern === own) delete schema['pattern'];
  if (!Array.isArray(allOf)) return;
  const kept = allOf.filter((one) => one?.pattern !== own);
  delete schema['allOf'];
  if (kept.length === 1 && Object.keys(kept[0]).join() === 'pattern') {
    schema['pattern'] = kept[0].pattern;
  } else if (kept.length > 0) schema['allOf'] = kept;
}

/** By format and pattern: to make a schema only for that takes longer than all the rest. */
const known = new Map<string, boolean>();

function saysNoMoreThanFormat(check: Check): boolean {
  const { format, pattern, precision, version, local, offset } = check.def;
  if (typeof precision === 'number' || version !== undefined || local === true) return false;
  const key = JSON.stringify([format, pattern?.source, offset]);
  const answer = known.get(key) ?? isPatternOfFormat(check);
  known.set(key, answer);
  return answer;
}

/** A check of the same kind, made without a pattern, gets the one that zod itself would give it. */
function isPatternOfFormat({ def, made }: Check): boolean {
  try {
    const make = made.constructor as new (def: object) => { readonly _zod: Internals };
    const fresh = new make({ ...def, pattern: undefined, checks: undefined });
    return fresh._zod.def?.pattern?.source === def.pattern?.source;
  } catch {
    return false;
  }
}

/** A default that is computed, such as the time or a new id, would be another one at each synth. */
function withoutComputedDefault(schema: Visit['jsonSchema'], def: Def = {}): void {
  if (def.type !== 'default' && def.type !== 'prefault') return;
  const [one, other] = [def.defaultValue, def.defaultValue].map((value) => JSON.stringify(value));
  if (one !== other || schema['format'] !== undefined) delete schema['default'];
}

/** Names of properties are text anyway. */
function withoutPlainNames(schema: Visit['jsonSchema']): void {
  if (JSON.stringify(schema['propertyNames']) === '{"type":"string"}') {
    delete schema['propertyNames'];
  }
}

/**
 * arktype leaves out what it can't carry, and says so to whoever gives it a fallback. Of a regular
 * expression it drops the flags without a word: those are looked for in the definition itself.
 */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { type Loss, marked } from './loss';
import { checkedInstead, wireTypeInsteadOf } from './wire-types';

interface Fallback {
  readonly code: string;
  readonly base: Record<string, unknown>;
  /** Of a `domain`: bigint, symbol ... */
  readonly domain?: unknown;
  /** Of a `proto`: the constructor. */
  readonly proto?: unknown;
  /** Of a `unit`: the value itself. */
  readonly unit?: unknown;
}

const check = (what: string): Loss => ({ kind: 'check', what, fix: checkedInstead });

const type = (name: string): Loss => ({
  kind: 'type',
  what: `arktype's ${name}`,
  fix: wireTypeInsteadOf(name),
});

const nameOf = (value: unknown): string =>
  typeof value === 'function' ? value.name : String(value);

const at = (lossOf: (context: Fallback) => Loss) => (context: Fallback) =>
  marked(context.base, [lossOf(context)]);

const fallback = {
  arrayObject: at(() => check("arktype's list with fields")),
  arrayPostfix: at(() => check("arktype's list with required elements at its end")),
  date: at(() => type('Date')),
  // Computed, or no JSON.
  defaultValue: () => undefined,
  domain: at(({ domain }) => type(nameOf(domain))),
  // Only the input is asked for.
  morph: ({ base }: Fallback) => base,
  patternIntersection: at(() => check("arktype's second pattern for one text")),
  predicate: at(() => check("arktype's narrow")),
  proto: at(({ proto }) => type(nameOf(proto))),
  symbolKey: at(() => type('symbol')),
  unit: at(({ unit }) => type(typeof unit === 'object' ? nameOf(unit?.constructor) : typeof unit)),
};

/** Passed on to arktype's converter. */
export const arktypeOptions = { fallback };

/** Patterns whose flags are lost; the definition says nothing of their place in the JSON Schema. */
export function lostFlags(schema: unknown): Loss[] {
  const found = new Set<string>();
  const open: unknown[] = [Reflect.get(Object(schema), 'json')];
  const seen = new Set<unknown>();
  for (let one = open.pop(); open.length > 0 || one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    const { rule, flags } = one as { readonly rule?: unknown; readonly flags?: unknown };
    if (typeof flags === 'string' && /[ims]/.test(flags)) found.add(`/${rule}/${flags}`);
    open.push(...Object.values(one));
  }
  return [...found].map((pattern) => ({
    ...check(`the flags of ${pattern}`),
    fix: 'Write it without flags: [Aa] for a with i.',
  }));
}

/**
 * arktype names definitions by a counter over all types of the process, so the names change with
 * what else was imported. They are numbered anew, in the order in which arktype came to them.
 */
export function withStableNames(schema: JsonObject): JsonObject {
  const names = new Map<string, string>();
  for (const keyword of ['$defs', 'definitions']) {
    const definitions = schema[keyword];
    if (!isObject(definitions)) continue;
    for (const name of Object.keys(definitions)) names.set(name, `type${names.size + 1}`);
  }
  return names.size === 0 ? schema : (renamed(schema, names, '') as JsonObject);
}

function renamed(value: JsonValue, names: ReadonlyMap<string, string>, keyword: string): JsonValue {
  if (typeof value === 'string' && keyword === '$ref') {
    const [, start = '', name = ''] = /^(#\/(?:\$defs|definitions)\/)(.+)$/.exec(value) ?? [];
    return names.has(name) ? `${start}${names.get(name)}` : value;
  }
  if (Array.isArray(value)) return value.map((one) => renamed(one, names, ''));
  if (!isObject(value)) return value;
  const isMap = keyword === '$defs' || keyword === 'definitions';
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      (isMap ? names.get(name) : undefined) ?? name,
      renamed(member, names, name),
    ]),
  );
}

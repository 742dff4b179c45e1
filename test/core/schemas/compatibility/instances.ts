// Data made for a schema: of each choice it takes a branch, near each bound a number, of each object
// the properties that are declared. Not all of it is valid: that is for ajv to say.
import type { Json } from '../api-gateway/any-schema';
import { follow } from './declared-only';
import type { Pick } from './mutate';

type Schema = { [keyword: string]: Json };

interface Making {
  readonly root: Json;
  readonly pick: Pick;
  /** Also properties that nothing declares. */
  readonly withOthers: boolean;
}

const isObject = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const texts = [
  '',
  'a',
  'ab',
  'abc',
  'abcd',
  'b1',
  'x-1',
  'x-',
  'US',
  'CA',
  '12345',
  '😀',
  'A b',
  'é',
];
const others: readonly Json[] = [null, true, 0, 1.5, 'a', [], {}, [1, 'a'], { a: 1 }];

export function instanceOf(root: Json, pick: Pick, withOthers: boolean): Json {
  return make([root], { root, pick, withOthers }, 5);
}

function make(schemas: readonly Json[], making: Making, depth: number): Json {
  const { pick } = making;
  const active = activeOf(schemas, making).filter(isObject);
  const listed = active.flatMap((one) => [
    ...listOf(one['enum']),
    ...(one['const'] === undefined ? [] : [one['const']]),
  ]);
  if (listed.length > 0 && pick(10) > 0) return listed[pick(listed.length)] as Json;
  const types = typesOf(active);
  const type = types[pick(types.length)];
  if (type === 'string') return makeText(active, pick);
  if (type === 'number' || type === 'integer') return makeNumber(active, type === 'integer', pick);
  if (type === 'boolean') return pick(2) === 1;
  if (type === 'null' || depth === 0) return null;
  return type === 'array' ? makeList(active, making, depth) : makeObject(active, making, depth);
}

/** The schemas that judge the same value, with one branch of each choice. */
function activeOf(schemas: readonly Json[], { root, pick }: Making): Json[] {
  const found = new Set(schemas);
  for (const one of found) {
    if (!isObject(one) || found.size > 40) continue;
    const target = typeof one['$ref'] === 'string' ? follow(one['$ref'], root) : undefined;
    if (target !== undefined) found.add(target);
    for (const part of listOf(one['allOf'])) found.add(part);
    for (const name of ['anyOf', 'oneOf']) {
      const branches = listOf(one[name]);
      if (branches.length > 0) found.add(branches[pick(branches.length)] as Json);
    }
    const condition = pick(2) === 1 ? ['if', 'then'] : ['else'];
    for (const name of one['if'] === undefined ? [] : condition) {
      if (one[name] !== undefined) found.add(one[name]);
    }
    for (const name of ['dependentSchemas', 'dependencies']) {
      const map = isObject(one[name]) ? Object.values(one[name]) : [];
      if (map.length > 0 && pick(2) === 1) found.add(map[pick(map.length)] as Json);
    }
  }
  return [...found];
}

function typesOf(active: readonly Schema[]): string[] {
  const asked = active.flatMap((one) => {
    const types = listOf(one['type']).length > 0 ? listOf(one['type']) : [one['type']];
    const nullable = one['nullable'] === true ? ['null'] : [];
    return one['type'] === undefined ? [] : [[...types, ...nullable] as string[]];
  });
  const all = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];
  const left = all.filter((type) =>
    asked.every((one) => one.includes(type) || (type === 'integer' && one.includes('number'))),
  );
  if (left.length === 0) return all;
  const isAbout = (keywords: string[]): boolean =>
    active.some((one) => keywords.some((keyword) => one[keyword] !== undefined));
  const isOfObjects = isAbout(['properties', 'required', 'patternProperties', 'dependencies']);
  return left.includes('object') && isOfObjects && asked.length === 0
    ? [...left, 'object', 'object', 'object', 'object']
    : left;
}

const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

function makeNumber(active: readonly Schema[], isWhole: boolean, pick: Pick): number {
  const near = active.flatMap((one) => bounds.map((name) => one[name]));
  const known = near.filter((one): one is number => typeof one === 'number');
  const base = known.length > 0 ? (known[pick(known.length)] ?? 0) : pick(5) - 2;
  const value = base + ([-1, -0.5, 0, 0.5, 1][pick(5)] ?? 0);
  return isWhole ? Math.round(value) : value;
}

function countIn(active: readonly Schema[], names: readonly string[], pick: Pick): number {
  const known = active.flatMap((one) => names.map((name) => one[name]));
  const counts = known.filter((one): one is number => typeof one === 'number');
  const base = counts.length > 0 ? (counts[pick(counts.length)] ?? 0) : pick(3);
  return Math.max(0, base + pick(3) - 1);
}

function makeText(active: readonly Schema[], pick: Pick): string {
  if (pick(3) === 0) return 'a'.repeat(countIn(active, ['minLength', 'maxLength'], pick));
  const patterns = active.flatMap((one) =>
    typeof one['pattern'] === 'string' ? [one['pattern']] : [],
  );
  const fitting = texts.filter((text) => patterns.every((one) => new RegExp(one, 'u').test(text)));
  return (fitting.length > 0 ? fitting[pick(fitting.length)] : texts[pick(texts.length)]) ?? '';
}

function makeList(active: readonly Schema[], making: Making, depth: number): Json[] {
  const { pick } = making;
  const count = Math.min(5, countIn(active, ['minItems', 'maxItems', 'minContains'], pick));
  return Array.from({ length: count }, (_, at) => {
    const own = active.flatMap((one) => {
      const [items, prefix] = [one['items'], listOf(one['prefixItems'])];
      const tuple = Array.isArray(items) ? items : prefix;
      const rest = Array.isArray(items) ? one['additionalItems'] : items;
      const schema = tuple[at] ?? rest ?? one['unevaluatedItems'];
      return schema === undefined ? [] : [schema];
    });
    const contained = active.flatMap((one) =>
      one['contains'] === undefined ? [] : [one['contains']],
    );
    return make(pick(2) === 1 ? [...own, ...contained] : own, making, depth - 1);
  });
}

function makeObject(active: readonly Schema[], making: Making, depth: number): Json {
  const { pick, withOthers } = making;
  const declared = active.flatMap((one) =>
    isObject(one['properties']) ? Object.keys(one['properties']) : [],
  );
  const required = active.flatMap((one) => listOf(one['required']) as string[]);
  const more =
    withOthers && pick(2) === 1 ? ['zz', 'x-1', 'a', 'ab', 'id'].slice(0, 1 + pick(5)) : [];
  const names = new Set([
    ...required.filter(() => pick(12) > 0),
    ...declared.filter(() => pick(3) > 0),
    ...texts.filter((text) => isOfPattern(active, text) && pick(3) === 0),
    ...(active.some((one) => isObject(one['additionalProperties'])) && pick(2) === 1
      ? ['zz', 'x-1']
      : []),
    ...more,
  ]);
  return Object.fromEntries(
    [...names].map((name) => {
      const schemas = active.flatMap((one) => schemasFor(one, name));
      const free = schemas.length === 0 && pick(2) === 1;
      return [
        name,
        free ? (others[pick(others.length)] as Json) : make(schemas, making, depth - 1),
      ];
    }),
  );
}

function isOfPattern(active: readonly Schema[], text: string): boolean {
  return active.some((one) =>
    Object.keys(isObject(one['patternProperties']) ? one['patternProperties'] : {}).some(
      (pattern) => new RegExp(pattern, 'u').test(text),
    ),
  );
}

function schemasFor(one: Schema, name: string): Json[] {
  const own =
    isObject(one['properties']) && Object.hasOwn(one['properties'], name)
      ? [one['properties'][name] as Json]
      : [];
  const patterns = isObject(one['patternProperties'])
    ? Object.entries(one['patternProperties'])
    : [];
  const matching = patterns
    .filter(([pattern]) => new RegExp(pattern, 'u').test(name))
    .map(([, schema]) => schema);
  const found = [...own, ...matching];
  const rest = one['additionalProperties'] ?? one['unevaluatedProperties'];
  return found.length === 0 && rest !== undefined ? [rest] : found;
}

// One version of a schema from another: some changes that people make, at random places, and some
// that say the same in other words. Whether a change breaks anything is for the judges to say.
import type { Json } from '../api-gateway/any-schema';

type Schema = { [keyword: string]: Json };
type Change = (schema: Schema, pick: Pick) => Json | undefined;

/** A number from 0 to below the bound. */
export type Pick = (bound: number) => number;

const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneOf = <T>(pick: Pick, list: readonly T[]): T => list[pick(list.length)] as T;

const numbers = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const counts = [
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  ...['minContains', 'maxContains'],
];
const simple = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

const changes: readonly Change[] = [
  // Moves a bound.
  (schema, pick) => {
    const name = oneOf(
      pick,
      [...numbers, ...counts].filter((one) => typeof schema[one] === 'number'),
    );
    if (name === undefined) return undefined;
    const step = counts.includes(name) ? 1 : 0.5;
    const moved = Number(schema[name]) + (pick(2) ? step : -step);
    const isValid = name === 'multipleOf' ? moved > 0 : !counts.includes(name) || moved >= 0;
    return isValid ? { ...schema, [name]: moved } : undefined;
  },
  // Takes a keyword away.
  (schema, pick) => {
    const name = oneOf(
      pick,
      Object.keys(schema).filter((one) => one[0] !== '$' && one !== 'definitions'),
    );
    return name === undefined ? undefined : without(schema, name);
  },
  // Asks for a property, or no longer.
  (schema, pick) => {
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const name = oneOf(pick, ['a', 'b', 'ab', ...required]);
    const left = required.filter((one) => one !== name);
    const changed = left.length < required.length ? left : [...required, name as Json];
    return changed.length === 0 ? without(schema, 'required') : { ...schema, required: changed };
  },
  // Adds a property, or takes one away.
  (schema, pick) => {
    const properties = isSchema(schema['properties']) ? schema['properties'] : {};
    const name = oneOf(pick, ['a', 'b', 'ab', 'c/d']);
    const added = { type: oneOf(pick, simple) };
    const changed =
      name in properties ? without(properties, name) : { ...properties, [name]: added };
    return { ...schema, properties: changed };
  },
  // Opens or closes an object.
  (schema, pick) =>
    pick(2)
      ? { ...schema, additionalProperties: pick(2) === 1 ? false : { type: oneOf(pick, simple) } }
      : without(schema, 'additionalProperties'),
  // A type more, or less.
  (schema, pick) => {
    const types = Array.isArray(schema['type'])
      ? schema['type']
      : schema['type']
        ? [schema['type']]
        : [];
    const type = oneOf(pick, simple);
    const changed = types.includes(type) ? types.filter((one) => one !== type) : [...types, type];
    return changed.length === 0 ? without(schema, 'type') : { ...schema, type: changed };
  },
  // A value more, or less.
  (schema, pick) => {
    const values = schema['enum'];
    if (!Array.isArray(values)) return undefined;
    const more = oneOf<Json>(pick, [null, 0, 1, 'a', 'ab', {}, []]);
    const isThere = values.some((one) => JSON.stringify(one) === JSON.stringify(more));
    const changed =
      pick(2) && values.length > 1 ? values.slice(1) : isThere ? values : [...values, more];
    return { ...schema, enum: changed };
  },
  // A branch more, or less, or another order.
  (schema, pick) => {
    const name = oneOf(
      pick,
      ['anyOf', 'oneOf', 'allOf'].filter((one) => Array.isArray(schema[one])),
    );
    const branches = name === undefined ? undefined : schema[name];
    if (name === undefined || !Array.isArray(branches)) return undefined;
    const added = { type: oneOf(pick, simple) };
    const forms = [[...branches].reverse(), branches.slice(1), [...branches, added]];
    const changed = oneOf(pick, forms);
    return changed.length === 0 ? without(schema, name) : { ...schema, [name]: changed };
  },
  // Turns one combination into another.
  (schema, pick) => {
    const name = oneOf(
      pick,
      ['anyOf', 'oneOf'].filter((one) => Array.isArray(schema[one])),
    );
    if (name === undefined) return undefined;
    const other = name === 'anyOf' ? 'oneOf' : 'anyOf';
    const branches = schema[name] as Json;
    return other in schema ? undefined : { ...without(schema, name), [other]: branches };
  },
  // The same in other words.
  (schema) => ({ allOf: [withoutHome(schema)], ...home(schema) }),
  (schema) => ({ anyOf: [withoutHome(schema)], ...home(schema) }),
  (schema) => ({ oneOf: [withoutHome(schema)], ...home(schema) }),
  (schema) => ({ not: { not: withoutHome(schema) }, ...home(schema) }),
  (schema, pick) => ({
    anyOf: [withoutHome(schema), { type: oneOf(pick, simple) }],
    ...home(schema),
  }),
  (schema, pick) => ({
    allOf: [withoutHome(schema), { type: oneOf(pick, simple) }],
    ...home(schema),
  }),
  (schema) => {
    const types = schema['type'];
    if (!Array.isArray(types)) return undefined;
    const branches = types.map((type) => ({ type }));
    return 'anyOf' in schema ? undefined : { ...without(schema, 'type'), anyOf: branches };
  },
  (schema) =>
    'const' in schema
      ? { ...without(schema, 'const'), enum: [schema['const'] as Json] }
      : undefined,
  (schema) => ({ ...schema, title: 'another one', 'x-added': true }),
  (schema) => Object.fromEntries(Object.entries(schema).reverse()),
];

const homes = ['$schema', 'definitions', '$defs', '$id', 'id', '$anchor'];

function without(schema: Schema, name: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([one]) => one !== name));
}

/** What has to stay where it is: definitions, and what the schema is called. */
const home = (schema: Schema): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => homes.includes(name)));

const withoutHome = (schema: Schema): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !homes.includes(name)));

const single = ['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalProperties'];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const maps = ['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas'];

/** The ways down to the schemas directly in a schema. */
function waysDown(schema: Schema): (string | number)[][] {
  return [
    ...['items', 'additionalItems', 'unevaluatedProperties', 'unevaluatedItems', ...single]
      .filter((name) => isSchema(schema[name]))
      .map((name) => [name]),
    ...['items', ...lists].flatMap((name) => {
      const list = schema[name];
      return Array.isArray(list)
        ? list.flatMap((one, at) => (isSchema(one) ? [[name, at]] : []))
        : [];
    }),
    ...maps.flatMap((name) => {
      const map = schema[name];
      return isSchema(map)
        ? Object.keys(map)
            .filter((key) => isSchema(map[key]))
            .map((key) => [name, key])
        : [];
    }),
  ];
}

/** The schema after some changes, by a list of numbers. */
export function mutate(schema: Json, seeds: readonly number[]): Json {
  let at = 0;
  const pick: Pick = (bound) => (bound === 0 ? 0 : (seeds[at++ % seeds.length] ?? 0) % bound);
  const times = 1 + pick(2);
  let changed = schema;
  for (let time = 0; time < times; time++) changed = mutateSomewhere(changed, pick);
  return changed;
}

function mutateSomewhere(schema: Json, pick: Pick): Json {
  if (!isSchema(schema)) return schema;
  const ways = waysDown(schema);
  if (ways.length > 0 && pick(3) > 0) {
    const [name = '', inner] = oneOf(pick, ways);
    const holder = schema[name] as Json;
    if (inner === undefined) return { ...schema, [name]: mutateSomewhere(holder, pick) };
    if (Array.isArray(holder)) {
      const changed = holder.map((one, at) => (at === inner ? mutateSomewhere(one, pick) : one));
      return { ...schema, [name]: changed };
    }
    const map = holder as Schema;
    return { ...schema, [name]: { ...map, [inner]: mutateSomewhere(map[inner] as Json, pick) } };
  }
  return oneOf(pick, changes)(schema, pick) ?? schema;
}

// Every schema of a draft, from small stocks of names, numbers and texts so that schema and data
// meet, and data to judge. Written from the drafts, so that it shares no mistake with the code that
// it tests. `__proto__` is absent: ajv, which judges, overlooks it.
import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Draft = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

const uris: Record<Draft, string> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

const name = fc.constantFrom('a', 'b', 'ab', 'c/d');
const text = fc.constantFrom('', 'a', 'ab', 'b1', 'x y', 'é', '😀', '😀a');
const number = fc.constantFrom(-2, -1, 0, 0.5, 1, 1.5, 2, 3);

const leaves: Json[] = [
  null,
  true,
  ...[-2, -1, 0, 0.5, 1, 1.5, 2, 3],
  ...['', 'a', 'ab', 'é', '😀'],
];
const few: Json[] = [null, 0, 0.5, 2, 'a', 'b1', {}, [], { a: 1 }];

/** The data that every schema is asked about: all leaves, and those few in all small places. */
export const commonData: readonly Json[] = [
  ...leaves,
  ...[[], {}],
  ...few.flatMap((one): Json[] => [[one], { a: one }, { b: one }, { ab: one }, { 'c/d': one }]),
  ...few.flatMap((one) => few.flatMap((two): Json[] => [[one, two], { a: one, b: two }])),
  ...few.flatMap((one): Json[] => [{ a: { a: one } }, { a: [one] }, [[one]], [{ a: one }, 1]]),
];

export const data = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(fc.constant(null), fc.boolean(), number, text),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

/** What a schema is made of. */
interface Stock {
  readonly draft: Draft;
  /** Also what the lowering loses: without it, the verdicts have to agree. */
  readonly withLosses: boolean;
}

type Parts = Record<string, fc.Arbitrary<unknown>>;
type Schemas = fc.Arbitrary<unknown>;

const typeName = fc.constantFrom(
  ...['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'],
);
const names = (minLength: number) => fc.uniqueArray(name, { minLength, maxLength: 2 });
const count = fc.integer({ min: 0, max: 3 });
const mapOf = (keys: fc.Arbitrary<string>, schema: Schemas) =>
  fc.dictionary(keys, schema, { maxKeys: 3, noNullPrototype: true });
const listOf = (schema: Schemas) => fc.array(schema, { minLength: 1, maxLength: 3 });

const kept = ['^a', 'b', '^[ab]*$', '^.*$', '^(?!.*b)', '\\d', '^.+$'];
const pattern = ({ withLosses }: Stock) =>
  fc.constantFrom(...kept, ...(withLosses ? ['^.$', '^\\p{L}+$', '(?<=a)b', '^[^a]+$'] : []));

const values: Parts = {
  type: fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 })),
  enum: fc.uniqueArray(data, { minLength: 1, maxLength: 3, selector: (v) => JSON.stringify(v) }),
  const: data,
};

const numbers = ({ draft }: Stock): Parts => ({
  type: fc.constantFrom('number', 'integer', ['integer', 'null']),
  minimum: number,
  maximum: number,
  exclusiveMinimum: draft === 'draft-04' ? fc.boolean() : number,
  exclusiveMaximum: draft === 'draft-04' ? fc.boolean() : number,
  multipleOf: fc.constantFrom(0.5, 1, 2),
});

const strings = (stock: Stock): Parts => ({
  minLength: count,
  maxLength: count,
  pattern: pattern(stock),
  title: fc.constant('a title'),
  'x-ours': fc.constant({ type: 'never read' }),
});

const arrays = ({ draft }: Stock, schema: Schemas): Parts => ({
  items: draft === '2020-12' ? schema : fc.oneof(schema, listOf(schema)),
  prefixItems: listOf(schema),
  additionalItems: draft === 'draft-04' ? fc.oneof(schema, fc.boolean()) : schema,
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
});

const objects = (stock: Stock, schema: Schemas): Parts => ({
  properties: mapOf(name, schema),
  patternProperties: mapOf(pattern(stock), schema),
  additionalProperties: stock.draft === 'draft-04' ? fc.oneof(schema, fc.boolean()) : schema,
  required: names(1),
  minProperties: count,
  maxProperties: count,
});

const dependencies = ({ draft }: Stock, schema: Schemas): Parts => ({
  dependencies: mapOf(name, fc.oneof(schema, names(draft === 'draft-04' ? 1 : 0))),
  dependentRequired: mapOf(name, names(0)),
  dependentSchemas: mapOf(name, schema),
});

const combinators = (schema: Schemas): Parts =>
  each(['anyOf', 'oneOf', 'not', 'allOf'], (keyword) =>
    keyword === 'not' ? schema : listOf(schema),
  );

const lossy = (schema: Schemas): Parts => ({
  ...each(['contains', 'propertyNames', 'if', 'then', 'else'], () => schema),
  ...each(['unevaluatedItems', 'unevaluatedProperties'], () => schema),
  ...each(['minContains', 'maxContains'], () => count),
  format: fc.constantFrom('email', 'x-ours'),
});

/** The keywords that not every draft has, with the first and the last one that does. */
const spans: Record<string, [first: Draft, last: Draft]> = {
  const: ['draft-06', '2020-12'],
  ...each(['contains', 'propertyNames'], () => ['draft-06', '2020-12']),
  ...each(['if', 'then', 'else'], () => ['draft-07', '2020-12']),
  ...each(['dependentRequired', 'dependentSchemas'], () => ['2019-09', '2020-12']),
  ...each(['minContains', 'maxContains'], () => ['2019-09', '2020-12']),
  ...each(['unevaluatedItems', 'unevaluatedProperties'], () => ['2019-09', '2020-12']),
  prefixItems: ['2020-12', '2020-12'],
  additionalItems: ['draft-04', '2019-09'],
  dependencies: ['draft-04', 'draft-07'],
};

function each<T>(keys: readonly string[], value: (key: string) => T): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

function isNative(draft: Draft, keyword: string): boolean {
  const drafts = Object.keys(uris);
  const [first, last] = spans[keyword] ?? ['draft-04', '2020-12'];
  const at = drafts.indexOf(draft);
  return drafts.indexOf(first) <= at && at <= drafts.indexOf(last);
}

/** Some of the keywords. Those of other drafts are losses, and come now and then. */
function some({ draft, withLosses }: Stock, parts: Parts, maxLength = 2): fc.Arbitrary<object> {
  const native = Object.keys(parts).filter((keyword) => isNative(draft, keyword));
  const pick = (keys: string[]) =>
    fc.uniqueArray(fc.constantFrom(...keys), { maxLength }).chain((chosen) =>
      fc.record(
        each(chosen, (key) => parts[key] ?? fc.constant(0)),
        { noNullPrototype: true },
      ),
    );
  return withLosses
    ? fc.oneof({ arbitrary: pick(native), weight: 20 }, pick(Object.keys(parts)))
    : pick(native);
}

/** Keywords of one kind or two, which mean most beside each other. */
function keywords(stock: Stock, schema: Schemas): fc.Arbitrary<object> {
  const leaf = fc.oneof(
    { arbitrary: some(stock, values, 1), weight: 2 },
    { arbitrary: some(stock, numbers(stock), 3), weight: 2 },
    some(stock, strings(stock)),
    ...(stock.withLosses ? [some(stock, lossy(schema))] : []),
  );
  const branch = fc.oneof(
    { arbitrary: some(stock, arrays(stock, schema)), weight: 3 },
    { arbitrary: some(stock, objects(stock, schema), 3), weight: 5 },
    { arbitrary: some(stock, dependencies(stock, schema)), weight: 2 },
    { arbitrary: some(stock, combinators(schema)), weight: 6 },
  );
  return fc
    .oneof(
      leaf,
      branch,
      fc.tuple(branch, leaf).map(([one, other]) => ({ ...one, ...other })),
    )
    .map((parts) => withoutBareFlags(stock, parts));
}

/** In draft-04 a flag needs its bound. */
function withoutBareFlags({ draft }: Stock, parts: object): object {
  if (draft !== 'draft-04') return parts;
  const { exclusiveMinimum, exclusiveMaximum, ...others } = parts as Record<string, unknown>;
  return {
    ...others,
    ...('minimum' in others && exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...('maximum' in others && exclusiveMaximum !== undefined && { exclusiveMaximum }),
  };
}

/**
 * Any schema of the draft; with losses, also with keywords of later and earlier ones. Its
 * references lead to definitions, to other schemas in their places and to the root.
 */
export function schemaOf(stock: Stock): fc.Arbitrary<object> {
  const { draft } = stock;
  const isOld = /^draft/.test(draft);
  const home = isOld ? 'definitions' : '$defs';
  const $ref = fc.constantFrom(...[`#/${home}/a`, `#/${home}/c~1d`, '#', '#/properties/a', '#b']);
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { arbitrary: keywords(stock, fc.constant({})), weight: 5 },
      { arbitrary: draft === 'draft-04' ? fc.constant({}) : fc.boolean(), weight: 1 },
      { arbitrary: fc.record({ $ref }), weight: 1 },
      { arbitrary: keywords(stock, tie('schema')), weight: 6 },
      fc
        .tuple(fc.record({ $ref }), keywords(stock, tie('schema')))
        .map(([reference, others]) => ({ ...others, ...reference })),
    ),
  }));
  const named = isOld ? { [draft === 'draft-04' ? 'id' : '$id']: '#b' } : { $anchor: 'b' };
  return fc
    .tuple(keywords(stock, schema), schema, keywords(stock, fc.constant({})), schema)
    .map(([root, a, b, odd]) => ({
      $schema: uris[draft],
      ...root,
      properties: { a: {}, ...(root as { properties?: object }).properties },
      [home]: { a, b: { ...b, ...named }, 'c/d': odd },
    }));
}

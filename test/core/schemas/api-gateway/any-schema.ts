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

export const data = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(fc.constant(null), fc.boolean(), number, text),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

const typeName = fc.constantFrom(
  ...['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'],
);
const names = (minLength: number) => fc.uniqueArray(name, { minLength, maxLength: 2 });
const count = fc.integer({ min: 0, max: 3 });
const pattern = fc.constantFrom(
  ...['^a', 'b', '^[ab]*$', '^.+$', '^.*$', '^.$', '^\\p{L}+$', '(?<=a)b', '^[^a]+$'],
  ...['^(?!.*b)', '\\d', '^(a|é)+$'],
);

type Parts = Record<string, fc.Arbitrary<unknown>>;

const plain: Parts = {
  type: fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 })),
  enum: fc.uniqueArray(data, { minLength: 1, maxLength: 3, selector: (v) => JSON.stringify(v) }),
  multipleOf: fc.constantFrom(0.5, 1, 2),
  minLength: count,
  maxLength: count,
  pattern,
  format: fc.constantFrom('email', 'x-ours'),
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
  required: names(1),
  minProperties: count,
  maxProperties: count,
  title: fc.constant('a title'),
  'x-ours': fc.constant({ type: 'never read' }),
};

function boundsOf(draft: Draft): Parts {
  return draft === 'draft-04'
    ? { minimum: number, maximum: number }
    : { minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number };
}

function withSchemas(draft: Draft, schema: fc.Arbitrary<unknown>): Parts {
  const list = fc.array(schema, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(name, schema, { maxKeys: 3, noNullPrototype: true });
  const wide = draft === 'draft-04' ? fc.oneof(schema, fc.boolean()) : schema;
  const isNew = draft === '2020-12';
  return {
    ...{ allOf: list, anyOf: list, oneOf: list, not: schema },
    ...{ properties: map, additionalProperties: wide },
    patternProperties: fc.dictionary(pattern, schema, { maxKeys: 2, noNullPrototype: true }),
    items: isNew ? schema : fc.oneof(schema, list),
    ...(isNew ? { prefixItems: list } : { additionalItems: wide }),
    ...dependenciesOf(draft, schema),
    ...(draft !== 'draft-04' && { const: data, contains: schema, propertyNames: schema }),
    ...(!/0[46]/.test(draft) && ofEach(['if', 'then', 'else'], schema)),
    ...(/^20/.test(draft) && {
      ...{ minContains: count, maxContains: count },
      ...{ unevaluatedItems: schema, unevaluatedProperties: schema },
    }),
  };
}

const ofEach = (keywords: readonly string[], value: fc.Arbitrary<unknown>): Parts =>
  Object.fromEntries(keywords.map((keyword) => [keyword, value]));

function dependenciesOf(draft: Draft, schema: fc.Arbitrary<unknown>): Parts {
  if (!/^draft/.test(draft)) {
    return {
      dependentRequired: fc.dictionary(name, names(0), { maxKeys: 2, noNullPrototype: true }),
      dependentSchemas: fc.dictionary(name, schema, { maxKeys: 2, noNullPrototype: true }),
    };
  }
  const list = names(draft === 'draft-04' ? 1 : 0);
  return {
    dependencies: fc.dictionary(name, fc.oneof(schema, list), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  };
}

/** Up to four keywords of the stock. */
function some(parts: Parts): fc.Arbitrary<object> {
  return fc.uniqueArray(fc.constantFrom(...Object.keys(parts)), { maxLength: 4 }).chain((keys) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, parts[key] ?? fc.constant(true)])), {
      noNullPrototype: true,
    }),
  );
}

/** Any schema of the draft. Its references lead to definitions, to the root and to nowhere. */
export function schemaOf(draft: Draft): fc.Arbitrary<object> {
  const home = /^draft/.test(draft) ? 'definitions' : '$defs';
  const reference = fc.record({
    $ref: fc.constantFrom(`#/${home}/a`, `#/${home}/c~1d`, '#', '#/properties/a', '#b'),
  });
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { arbitrary: some({ ...plain, ...boundsOf(draft) }), weight: 3 },
      { arbitrary: draft === 'draft-04' ? reference : fc.boolean(), weight: 1 },
      { arbitrary: reference, weight: 2 },
      { arbitrary: some({ ...plain, ...withSchemas(draft, tie('schema')) }), weight: 4 },
      { arbitrary: some(withSchemas(draft, tie('schema'))), weight: 6 },
    ),
  }));
  const named = draft === 'draft-04' ? { id: '#b' } : { $id: '#b' };
  return fc
    .record({
      root: some({ ...plain, ...boundsOf(draft), ...withSchemas(draft, schema) }),
      a: schema,
      b: some(plain).map((b) => ({ ...(/^draft/.test(draft) ? named : { $anchor: 'b' }), ...b })),
      odd: schema,
    })
    .map(({ root, a, b, odd }) => ({
      $schema: uris[draft],
      ...root,
      properties: { a: {}, ...(root as { properties?: object }).properties },
      [home]: { a, b, 'c/d': odd },
    }));
}

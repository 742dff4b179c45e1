import { compareSchemas } from '../../../../lib/core/schemas/compatibility';

const draft4 = { $schema: 'http://json-schema.org/draft-04/schema#' };
const draft6 = { $schema: 'http://json-schema.org/draft-06/schema#' };
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };
const draft2019 = { $schema: 'https://json-schema.org/draft/2019-09/schema' };

/** An object with a field that tells it from others. */
const kind = (name: string, more: object = {}) => ({
  ...{ type: 'object', properties: { kind: { const: name }, ...more }, required: ['kind'] },
});

type Pair = readonly [name: string, older: unknown, newer: unknown];

/** A new reader takes all old data: in `both`, an old one takes all new data, too. */
const oneWay: Pair[] = [
  ['a keyword dropped', { type: 'string', minLength: 2 }, { type: 'string' }],
  ['whole numbers as numbers', { type: 'integer' }, { type: 'number' }],
  ['values that satisfy a new pattern', { enum: ['US'] }, { pattern: '^[A-Z]{2}$' }],
  ['values that hold a new pattern', { enum: ['US', 'CA'] }, { pattern: '[A-Z]' }],
  ['values that satisfy a type', { enum: ['a', null] }, { type: ['string', 'null', 'array'] }],
  ['a pattern of more texts', { pattern: '^[a-z]+$' }, { pattern: '^[a-z0-9]+$' }],
  ['a shorter beginning', { pattern: '^abc' }, { pattern: '^ab' }],
  ['a length that a pattern has', { pattern: '^\\d{5}$' }, { minLength: 5, maxLength: 5 }],
  [
    'choices that a pattern has',
    { type: 'string', pattern: '^(?:a|b)$' },
    { enum: ['a', 'b', 'c'] },
  ],
  ['multiples of a multiple', { multipleOf: 6 }, { multipleOf: 3 }],
  ['few whole numbers listed', { type: 'integer', minimum: 1, maximum: 3 }, { enum: [1, 2, 3, 4] }],
  ['a field asked for no longer', { required: ['a', 'b'] }, { required: ['a'] }],
  ['minProperties met by required', { type: 'object', required: ['a', 'b'] }, { minProperties: 2 }],
  [
    'required met by minProperties',
    { type: 'object', properties: { a: {}, b: {} }, additionalProperties: false, minProperties: 2 },
    { required: ['a', 'b'] },
  ],
  [
    'maxProperties met by a closed object',
    { type: 'object', properties: { a: {}, b: {} }, additionalProperties: false },
    { maxProperties: 2 },
  ],
  [
    'propertyNames met by a closed object',
    { type: 'object', properties: { ab: {} }, additionalProperties: false },
    { propertyNames: { pattern: '^[a-z]+$' } },
  ],
  [
    'patterns of names as a map',
    {
      type: 'object',
      patternProperties: { '^x-': { type: 'string' } },
      additionalProperties: false,
    },
    { type: 'object', additionalProperties: { type: 'string' } },
  ],
  ['a dependency met by required', { required: ['a', 'b'] }, { dependentRequired: { a: ['b'] } }],
  ['uniqueItems met by one element', { type: 'array', maxItems: 1 }, { uniqueItems: true }],
  [
    'contains met by all elements',
    { type: 'array', items: { type: 'integer' }, minItems: 2 },
    { contains: { type: 'integer' }, minContains: 2 },
  ],
  [
    'contains asked for less',
    { contains: { type: 'integer' }, minContains: 2 },
    { contains: { type: 'number' } },
  ],
  [
    'a closed tuple',
    { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    { maxItems: 1 },
  ],
  [
    'one of some by their type',
    { type: ['string', 'integer'] },
    { oneOf: [{ type: 'string' }, { type: ['number', 'null'] }] },
  ],
  [
    'a branch more',
    { anyOf: [{ type: 'null' }] },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
  ],
  [
    'a field that tells branches, listed',
    { type: 'object', properties: { kind: { enum: ['a', 'b'] } }, required: ['kind'] },
    { oneOf: [kind('a'), kind('b'), kind('c')] },
  ],
  [
    'a branch of a choice widened and another one added',
    { oneOf: [kind('a', { n: { type: 'integer' } }), kind('b')] },
    { oneOf: [kind('c'), kind('b'), kind('a', { n: { type: 'number' } })] },
  ],
  [
    'a field more in a branch, all else unevaluated',
    { oneOf: [kind('a', { n: {} }), kind('b')], unevaluatedProperties: false },
    { oneOf: [kind('a', { n: {}, m: {} }), kind('b')], unevaluatedProperties: false },
  ],
  ['a format dropped', { type: 'string', format: 'date' }, { type: 'string' }],
  [
    'what is no date, and short',
    { type: 'string', not: { format: 'date' }, maxLength: 5 },
    { type: 'string', not: { format: 'date' } },
  ],
  [
    'an object that can have no field',
    { type: 'object', required: ['a'], maxProperties: 1 },
    { type: 'object', properties: { b: false } },
  ],
  [
    'more fields than there are',
    { properties: { a: {} }, additionalProperties: false, type: 'object', minProperties: 2 },
    { type: 'null' },
  ],
  ['the only whole number', { type: 'integer', minimum: 0, maximum: 0.5 }, { multipleOf: 3 }],
  ['values that satisfy lookahead', { enum: ['US', 'CA'] }, { pattern: '^(?!XX)[A-Z]{2}$' }],
  ['values of letters by property', { enum: ['Ä'] }, { pattern: '^\\p{Lu}$' }],
  [
    'what is contained, whatever place it stands in',
    {
      type: 'array',
      prefixItems: [{ type: 'string' }],
      items: { minimum: 0 },
      contains: { maximum: 5 },
    },
    { type: 'array', contains: { maximum: 9 } },
  ],
  ['nothing at all', false, { type: 'string' }],
  ['everything', { type: 'string' }, true],
];

const both: Pair[] = [
  ['one number', { type: 'number', minimum: 0.5, maximum: 0.5 }, { const: 0.5 }],
  ['the empty text', { type: 'string', maxLength: 0 }, { const: '' }],
  [
    'what is refused twice',
    { type: 'object', required: ['a'] },
    { not: { not: { type: 'object', required: ['a'] } } },
  ],
  ['values beside what refuses one', { enum: ['a', 'b'], not: { const: 'b' } }, { const: 'a' }],
  ['multiples of two steps', { allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, { multipleOf: 6 }],
  ['a bound restated', { type: 'integer', minimum: 1 }, { type: 'integer', exclusiveMinimum: 0 }],
  [
    'a bound between whole numbers',
    { type: 'integer', maximum: 1.5 },
    { type: 'integer', maximum: 1 },
  ],
  ['a step as a type', { type: 'number', multipleOf: 1 }, { type: 'integer' }],
  [
    'anyOf reordered',
    { anyOf: [kind('a'), { type: 'null' }] },
    { anyOf: [{ type: 'null' }, kind('a')] },
  ],
  [
    'oneOf reordered',
    { oneOf: [{ type: 'string' }, { maxLength: 5 }] },
    { oneOf: [{ maxLength: 5 }, { type: 'string' }] },
  ],
  ['anyOf as oneOf', { anyOf: [kind('a'), kind('b')] }, { oneOf: [kind('a'), kind('b')] }],
  [
    'types as branches',
    { type: ['string', 'null'] },
    { anyOf: [{ type: 'null' }, { type: 'string' }] },
  ],
  [
    'values as branches',
    { enum: ['a', 'b'] },
    { oneOf: [{ const: 'b', title: 'B' }, { const: 'a' }] },
  ],
  [
    'texts by their length',
    { type: 'string' },
    {
      oneOf: [
        { type: 'string', maxLength: 3 },
        { type: 'string', minLength: 4 },
      ],
    },
  ],
  [
    'lists by their length',
    { type: 'array' },
    { anyOf: [{ const: [] }, { type: 'array', maxItems: 0 }, { type: 'array', minItems: 1 }] },
  ],
  [
    'listed texts and all others',
    { type: 'string' },
    { oneOf: [{ enum: ['a', 'b'] }, { type: 'string', not: { enum: ['b', 'a'] } }] },
  ],
  [
    'texts of a pattern as branches',
    { type: 'string', pattern: '^(?:a|b)$' },
    { oneOf: [{ const: 'a' }, { const: 'b' }] },
  ],
  [
    'whole numbers as branches',
    { type: 'integer', minimum: 1, maximum: 3 },
    { anyOf: [{ const: 2 }, { enum: [1, 3] }] },
  ],
  [
    'branches that overlap in another order, all else unevaluated',
    { anyOf: [{ properties: { a: {} } }, { properties: { b: {} } }], unevaluatedProperties: false },
    { anyOf: [{ properties: { b: {} } }, { properties: { a: {} } }], unevaluatedProperties: false },
  ],
  [
    'what is not understood, among values and fields in another order',
    { 'my-check': 5, required: ['a', 'b'], not: { enum: [1, 2], 'my-check': 6 } },
    { 'my-check': 5, required: ['b', 'a'], not: { enum: [2, 1], 'my-check': 6 } },
  ],
  ['true and false listed', { type: 'boolean' }, { enum: [true, false] }],
  [
    'what is refused, the other way round',
    { not: { type: 'string' } },
    { type: ['null', 'boolean', 'number', 'array', 'object'] },
  ],
  [
    'allOf merged',
    { allOf: [{ type: 'object', required: ['a'] }, { required: ['b'] }] },
    { type: 'object', required: ['b', 'a'] },
  ],
  [
    'allOf closed by what is evaluated',
    { type: 'object', properties: { a: { type: 'string' }, b: {} }, additionalProperties: false },
    {
      type: 'object',
      allOf: [{ properties: { a: { type: 'string' } } }],
      properties: { b: {} },
      unevaluatedProperties: false,
    },
  ],
  [
    'a condition as a choice',
    {
      ...{ type: 'object', properties: { k: { enum: ['a', 'b'] } }, required: ['k'] },
      if: { properties: { k: { const: 'a' } } },
      ...Object.fromEntries([['then', { properties: { v: { type: 'string' } } }]]),
      else: { properties: { v: { type: 'number' } } },
    },
    {
      ...{ type: 'object', required: ['k'] },
      oneOf: [
        { properties: { k: { const: 'a' }, v: { type: 'string' } } },
        { properties: { k: { const: 'b' }, v: { type: 'number' } } },
      ],
    },
  ],
  [
    'a definition renamed',
    { $ref: '#/$defs/a', $defs: { a: { type: 'null' } } },
    { $ref: '#/$defs/b', $defs: { b: { type: 'null' } } },
  ],
  [
    'a definition inlined',
    { items: { $ref: '#/$defs/a' }, $defs: { a: { type: 'null' } } },
    { items: { type: 'null' } },
  ],
  [
    'a definition found by its anchor, and by its $id',
    {
      $id: 'https://shop.example/o',
      items: { $ref: 'm' },
      $defs: { m: { $id: 'm', type: 'null' } },
    },
    { items: { $ref: '#m' }, $defs: { m: { $anchor: 'm', type: 'null' } } },
  ],
  [
    'a schema that contains itself, under another name',
    {
      $ref: '#/$defs/n',
      $defs: { n: { type: 'object', properties: { next: { $ref: '#/$defs/n' } } } },
    },
    { type: 'object', properties: { next: { $ref: '#' } } },
  ],
  [
    'a dynamic reference with one anchor',
    { items: { $dynamicRef: '#n' }, $dynamicAnchor: 'n', type: 'array' },
    { items: { $ref: '#' }, type: 'array' },
  ],
  [
    'an open enum with a value more',
    { anyOf: [{ enum: ['a'] }, { type: 'string' }] },
    { anyOf: [{ enum: ['a', 'b'] }, { type: 'string' }] },
  ],
  [
    'an extensible enum with a value more',
    { type: 'string', 'x-extensible-enum': ['a'] },
    { type: 'string', 'x-extensible-enum': ['a', 'b'] },
  ],
  [
    'the null of OpenAPI',
    { ...draft4, type: 'string', nullable: true },
    { type: ['string', 'null'] },
  ],
  [
    'a bound of draft-04',
    { ...draft4, minimum: 1, exclusiveMinimum: true },
    { ...draft6, exclusiveMinimum: 1 },
  ],
  ['a value of draft-04', { ...draft4, enum: [{ a: [1.0] }] }, { ...draft6, const: { a: [1] } }],
  [
    'a tuple of draft-07',
    { ...draft7, items: [{ type: 'null' }], additionalItems: false },
    { prefixItems: [{ type: 'null' }], items: false },
  ],
  [
    'dependencies of draft-07',
    { ...draft7, dependencies: { a: ['b'], c: { required: ['d'] } } },
    { ...draft2019, dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
  ],
  [
    'what stands beside $ref in draft-07',
    { ...draft7, $ref: '#/definitions/a', definitions: { a: {} } },
    { ...draft7, $ref: '#/definitions/a', minLength: 5, definitions: { a: {} } },
  ],
  [
    'additionalItems beside one schema, in draft-07',
    { ...draft7, items: {} },
    { ...draft7, items: {}, additionalItems: false },
  ],
  [
    'what was never understood and stays',
    { type: 'string', 'my-check': 5, maxLength: 3 },
    { 'my-check': 5, maxLength: 3, type: 'string' },
  ],
  [
    'a remote reference that stays',
    { items: { $ref: 'https://shop.example/m.json' } },
    { items: { $ref: 'https://shop.example/m.json' } },
  ],
];

const compare = (older: unknown, newer: unknown) =>
  compareSchemas(older, newer, { mode: 'BACKWARD', policy: 'strict' });

describe('compareSchemas', () => {
  test.each(oneWay)('finds %s compatible, in one direction', (_, older, newer) => {
    expect(compare(older, newer)).toEqual([]);
    expect(compare(newer, older)).not.toEqual([]);
  });

  test.each(both)('finds %s the same', (_, older, newer) => {
    expect(compare(older, newer)).toEqual([]);
    expect(compare(newer, older)).toEqual([]);
  });
});

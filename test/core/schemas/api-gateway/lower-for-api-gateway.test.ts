import { lowerForApiGateway, SchemaError } from '../../../../lib/core/schemas';

const uris = {
  4: 'http://json-schema.org/draft-04/schema#',
  6: 'http://json-schema.org/draft-06/schema#',
  7: 'http://json-schema.org/draft-07/schema#',
  2019: 'https://json-schema.org/draft/2019-09/schema',
};

/** The model without its `$schema`. */
function lowered(given: object): object {
  const { $schema, ...model } = lowerForApiGateway(given).schema;
  expect($schema).toBe('http://json-schema.org/draft-04/schema#');
  return model;
}

/** What is lost, each as `path`, with its keyword checked against the path. */
function lost(given: object): string[] {
  return lowerForApiGateway(given).lost.map(({ path, keyword, reason }) => {
    expect(path.split('/')).toContain(keyword.replaceAll('/', '~1'));
    expect(reason).not.toBe('');
    return path;
  });
}

type Row = [name: string, given: object, model: object];
type LossyRow = [name: string, given: object, model: object, lost: string[]];

const exact: Row[] = [
  ['nothing', {}, {}],
  [
    'annotations, left out',
    {
      title: 'Order',
      description: 'An order',
      $comment: 'x',
      examples: [1],
      default: 1,
      readOnly: true,
      writeOnly: true,
      deprecated: true,
      contentEncoding: 'base64',
      'x-ours': 1,
      type: 'string',
    },
    { type: 'string' },
  ],
  ['const', { const: { a: 1 } }, { enum: [{ a: 1 }] }],
  ['const null', { const: null }, { enum: [null] }],
  ['const among enum', { const: 'a', enum: ['b', 'a'] }, { enum: ['a'] }],
  ['const beside enum', { const: 'c', enum: ['b', 'a'] }, { not: {} }],
  [
    'enum with equal values',
    { enum: ['A', 1, 'A', 1.0, { a: 1, b: 2 }, { b: 2, a: 1 }] },
    { enum: ['A', 1, { a: 1, b: 2 }] },
  ],
  ['an empty enum', { enum: [] }, { not: {} }],
  ['a list of types', { type: ['string', 'null'] }, { type: ['string', 'null'] }],
  ['a list of one type', { type: ['string'] }, { type: 'string' }],
  ['the same type twice', { type: ['null', 'string', 'null'] }, { type: ['null', 'string'] }],
  ['integer, 1.0 too', { type: 'integer' }, { type: 'number', multipleOf: 1 }],
  [
    'integer among types',
    { type: ['integer', 'null'] },
    { type: ['number', 'null'], multipleOf: 1 },
  ],
  ['integer beside number', { type: ['integer', 'number'] }, { type: 'number' }],
  [
    'integer with a whole step',
    { type: 'integer', multipleOf: 5 },
    { type: 'number', multipleOf: 5 },
  ],
  [
    'integer with another step',
    { type: 'integer', multipleOf: 1.5 },
    { type: 'number', multipleOf: 1, allOf: [{ multipleOf: 1.5 }] },
  ],
  ['integer of draft-04, not 1.0', { $schema: uris[4], type: 'integer' }, { type: 'integer' }],
  ['bounds', { minimum: 1, maximum: 2.5 }, { minimum: 1, maximum: 2.5 }],
  [
    'exclusive bounds',
    { exclusiveMinimum: 0, exclusiveMaximum: 10 },
    { minimum: 0, exclusiveMinimum: true, maximum: 10, exclusiveMaximum: true },
  ],
  [
    'an exclusive bound inside the other',
    { minimum: 1, exclusiveMinimum: 2, maximum: 9, exclusiveMaximum: 8 },
    { minimum: 2, exclusiveMinimum: true, maximum: 8, exclusiveMaximum: true },
  ],
  [
    'an exclusive bound on the other',
    { minimum: 2, exclusiveMinimum: 2 },
    { minimum: 2, exclusiveMinimum: true },
  ],
  [
    'an exclusive bound outside the other',
    { minimum: 3, exclusiveMinimum: 2, maximum: 7, exclusiveMaximum: 8 },
    { minimum: 3, maximum: 7 },
  ],
  [
    'exclusive bounds of integers',
    { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 9.5 },
    { type: 'number', multipleOf: 1, minimum: 1, maximum: 9 },
  ],
  [
    'exclusive bounds of negative integers',
    { type: 'integer', exclusiveMinimum: -1.5, exclusiveMaximum: 0 },
    { type: 'number', multipleOf: 1, minimum: -1, maximum: -1 },
  ],
  [
    'exclusive bounds beyond what is counted',
    { type: 'integer', exclusiveMaximum: 1e300 },
    { type: 'number', multipleOf: 1, maximum: 1e300, exclusiveMaximum: true },
  ],
  [
    'exclusive bounds of draft-04',
    { $schema: uris[4], minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
    { minimum: 1, exclusiveMinimum: true, maximum: 2 },
  ],
  ['an exclusive bound of draft-04 that is none', { $schema: uris[4], exclusiveMinimum: true }, {}],
  ['multipleOf', { multipleOf: 0.01 }, { multipleOf: 0.01 }],
  ['lengths', { minLength: 1, maxLength: 5 }, { minLength: 1, maxLength: 5 }],
  [
    'lengths that say nothing or too much',
    { minLength: 0, maxLength: 1e12 },
    { maxLength: 2_147_483_647 },
  ],
  ['a pattern', { pattern: '^ORD-\\d{6}$' }, { pattern: '^ORD-\\d{6}$' }],
  ['a pattern that fits more', { pattern: '^.+$' }, { pattern: '^.+$' }],
  [
    'counts and uniqueness',
    { minItems: 1, maxItems: 3, uniqueItems: true },
    { minItems: 1, maxItems: 3, uniqueItems: true },
  ],
  [
    'counts that say nothing',
    { minItems: 0, uniqueItems: false, minProperties: 0, required: [] },
    {},
  ],
  ['items', { items: { type: 'string' } }, { items: { type: 'string' } }],
  [
    'items, true and false',
    { properties: { a: { items: true }, b: { items: false } } },
    { properties: { a: {}, b: { items: { not: {} } } } },
  ],
  ['prefixItems', { prefixItems: [{ type: 'string' }, true] }, { items: [{ type: 'string' }, {}] }],
  [
    'prefixItems and no others',
    { prefixItems: [true], items: false },
    { items: [{}], additionalItems: false },
  ],
  [
    'prefixItems and items',
    { prefixItems: [true], items: { type: 'string' } },
    { items: [{}], additionalItems: { type: 'string' } },
  ],
  ['prefixItems and any others', { prefixItems: [false], items: true }, { items: [{ not: {} }] }],
  [
    'items as a list',
    { $schema: uris[7], items: [{ type: 'string' }], additionalItems: { type: 'null' } },
    { items: [{ type: 'string' }], additionalItems: { type: 'null' } },
  ],
  [
    'items as an empty list',
    { $schema: uris[6], items: [], additionalItems: { type: 'null' } },
    { items: { type: 'null' } },
  ],
  [
    'additionalItems without a list',
    { $schema: uris[7], additionalItems: false, items: { type: 'null' } },
    { items: { type: 'null' } },
  ],
  [
    'properties',
    { properties: { a: { type: 'null' }, b: true, c: false } },
    { properties: { a: { type: 'null' }, b: {}, c: { not: {} } } },
  ],
  [
    'a closed object',
    { properties: { a: true }, additionalProperties: false },
    { properties: { a: {} }, additionalProperties: false },
  ],
  ['an open object', { properties: {}, additionalProperties: true }, {}],
  ['an object open for what is annotated', { additionalProperties: { title: 'any' } }, {}],
  [
    'a map',
    { additionalProperties: { type: 'string' } },
    { additionalProperties: { type: 'string' } },
  ],
  [
    'a map with names that are strings',
    { propertyNames: { type: 'string' }, additionalProperties: { type: 'string' } },
    { additionalProperties: { type: 'string' } },
  ],
  [
    'patterns of names',
    { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
    { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
  ],
  ['required, each once', { required: ['a', 'b', 'a'] }, { required: ['a', 'b'] }],
  [
    'numbers of properties',
    { minProperties: 1, maxProperties: 2 },
    { minProperties: 1, maxProperties: 2 },
  ],
  [
    'dependentRequired',
    { dependentRequired: { a: ['b', 'b'], c: [] } },
    { dependencies: { a: ['b'] } },
  ],
  [
    'dependentSchemas',
    { dependentSchemas: { a: { required: ['b'] }, b: true, c: false } },
    { dependencies: { a: { required: ['b'] }, c: { not: {} } } },
  ],
  [
    'both on one property',
    {
      dependentRequired: { a: ['b'] },
      dependentSchemas: { a: { required: ['c'], allOf: [{ minProperties: 3 }] } },
    },
    {
      dependencies: { a: { required: ['b'], allOf: [{ minProperties: 3 }, { required: ['c'] }] } },
    },
  ],
  [
    'dependencies',
    { $schema: uris[7], dependencies: { a: ['b'], b: { required: ['c'] }, c: [] } },
    { dependencies: { a: ['b'], b: { required: ['c'] } } },
  ],
  [
    'allOf, anyOf and oneOf',
    { allOf: [{ type: 'null' }], anyOf: [true, false], oneOf: [{ enum: [1] }] },
    { anyOf: [{}, { not: {} }], oneOf: [{ enum: [1] }], allOf: [{ type: 'null' }] },
  ],
  ['not', { not: { const: 1 } }, { not: { enum: [1] } }],
  [
    'not beside what nothing fits',
    { enum: [], not: { const: 1 } },
    { not: {}, allOf: [{ not: { enum: [1] } }] },
  ],
  ['if without then and else', { if: { type: 'string' } }, {}],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['then and else without if', { then: false, else: false }, {}],
  ['minContains without contains', { minContains: 2, maxContains: 1 }, {}],
  [
    'unevaluated parts that may be anything',
    { unevaluatedProperties: true, unevaluatedItems: {} },
    {},
  ],
  [
    '__proto__ as a name',
    { properties: JSON.parse('{"__proto__":{"const":1}}') },
    { properties: JSON.parse('{"__proto__":{"enum":[1]}}') },
  ],
  [
    '__proto__ as a dependency',
    { dependentRequired: JSON.parse('{"__proto__":["a"]}') },
    { dependencies: JSON.parse('{"__proto__":["a"]}') },
  ],
];

describe('lowerForApiGateway, without loss', () => {
  test.each(exact)('lowers %s', (_, given, model) => {
    expect(JSON.stringify(lowered(given))).toBe(JSON.stringify(model));
    expect(lost(given)).toEqual([]);
  });
});

const references: Row[] = [
  [
    'a definition',
    { properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { const: 1 } } },
    { properties: { a: { $ref: '#/definitions/a' } }, definitions: { a: { enum: [1] } } },
  ],
  [
    'a definition that is kept elsewhere than its draft says',
    {
      $schema: uris[7],
      properties: { a: { $ref: '#/$defs/0' } },
      $defs: { 0: { type: 'string' } },
    },
    { properties: { a: { $ref: '#/definitions/0' } }, definitions: { 0: { type: 'string' } } },
  ],
  ['no definition that nothing leads to', { $defs: { a: { format: 'email' } } }, {}],
  [
    'a root that is a reference',
    { $ref: '#/$defs/Order', $defs: { Order: { type: 'object' } } },
    { allOf: [{ $ref: '#/definitions/Order' }], definitions: { Order: { type: 'object' } } },
  ],
  [
    'recursion over the root',
    { properties: { children: { items: { $ref: '#' } } } },
    { properties: { children: { items: { $ref: '#' } } } },
  ],
  [
    'recursion over a definition',
    { properties: { a: { $ref: '#/$defs/n' } }, $defs: { n: { items: { $ref: '#/$defs/n' } } } },
    {
      properties: { a: { $ref: '#/definitions/n' } },
      definitions: { n: { items: { $ref: '#/definitions/n' } } },
    },
  ],
  [
    'encoded pointers',
    {
      properties: { a: { $ref: '#/$defs/a~1b' }, b: { $ref: '#/$defs/%C3%A9%20~0' } },
      $defs: { 'a/b': { const: 1 }, 'é ~': { const: 2 } },
    },
    {
      properties: { a: { $ref: '#/definitions/a_b' }, b: { $ref: '#/definitions/___' } },
      definitions: { a_b: { enum: [1] }, ___: { enum: [2] } },
    },
  ],
  [
    'names that become equal',
    {
      items: {
        anyOf: [{ $ref: '#/$defs/a~1b' }, { $ref: '#/$defs/a_b' }, { $ref: '#/definitions/a_b' }],
      },
      $defs: { 'a/b': { const: 1 }, a_b: { const: 2 } },
      definitions: { a_b: { const: 3 } },
    },
    {
      items: {
        anyOf: [
          { $ref: '#/definitions/a_b' },
          { $ref: '#/definitions/a_b-2' },
          { $ref: '#/definitions/a_b-3' },
        ],
      },
      definitions: { a_b: { enum: [1] }, 'a_b-2': { enum: [2] }, 'a_b-3': { enum: [3] } },
    },
  ],
  [
    'a schema in its place, once',
    { properties: { a: { const: 1 }, b: { $ref: '#/properties/a' } } },
    {
      properties: {
        a: { $ref: '#/definitions/properties.a' },
        b: { $ref: '#/definitions/properties.a' },
      },
      definitions: { 'properties.a': { enum: [1] } },
    },
  ],
  [
    'a place where no draft has schemas',
    {
      properties: { a: { $ref: '#/components/schemas/A' } },
      components: { schemas: { A: { const: 1 } } },
    },
    {
      properties: { a: { $ref: '#/definitions/components.schemas.A' } },
      definitions: { 'components.schemas.A': { enum: [1] } },
    },
  ],
  [
    'an element of a list, and a boolean',
    { anyOf: [{ items: { $ref: '#/anyOf/1' } }, false] },
    {
      anyOf: [{ items: { $ref: '#/definitions/anyOf.1' } }, { $ref: '#/definitions/anyOf.1' }],
      definitions: { 'anyOf.1': { not: {} } },
    },
  ],
  [
    'what stands beside a reference',
    {
      properties: { a: { $ref: '#/$defs/a', title: 'A', minLength: 3, allOf: [{ maxLength: 5 }] } },
      $defs: { a: {} },
    },
    {
      properties: { a: { minLength: 3, allOf: [{ $ref: '#/definitions/a' }, { maxLength: 5 }] } },
      definitions: { a: {} },
    },
  ],
  [
    'no annotation beside a reference',
    {
      $schema: uris[7],
      properties: { a: { $ref: '#/definitions/a', title: 'A' } },
      definitions: { a: {} },
    },
    { properties: { a: { $ref: '#/definitions/a' } }, definitions: { a: {} } },
  ],
  [
    'an anchor',
    { properties: { a: { $ref: '#A' } }, $defs: { a: { $anchor: 'A', const: 1 } } },
    { properties: { a: { $ref: '#/definitions/a' } }, definitions: { a: { enum: [1] } } },
  ],
  [
    'a whole URI',
    {
      $id: 'https://shop.example/order.json',
      properties: { a: { $ref: 'https://shop.example/order.json#/$defs/a' } },
      $defs: { a: { const: 1 } },
    },
    { properties: { a: { $ref: '#/definitions/a' } }, definitions: { a: { enum: [1] } } },
  ],
  [
    'another schema within',
    {
      $id: 'https://shop.example/order.json',
      properties: { a: { $ref: 'address.json#/$defs/b' } },
      $defs: { address: { $id: '/address.json', $defs: { b: { const: 1 } } } },
    },
    { properties: { a: { $ref: '#/definitions/b' } }, definitions: { b: { enum: [1] } } },
  ],
  [
    'a place that is two things',
    {
      anyOf: [{ items: { $ref: '#/$defs' } }, { items: { $ref: '#/$defs/properties' } }],
      $defs: { properties: { properties: { items: { const: 1 } } } },
    },
    {
      anyOf: [
        { items: { $ref: '#/definitions/_defs' } },
        { items: { $ref: '#/definitions/properties' } },
      ],
      definitions: {
        _defs: { properties: { properties: { items: { enum: [1] } } } },
        properties: { properties: { items: { enum: [1] } } },
      },
    },
  ],
  [
    '__proto__ as a definition',
    {
      properties: { a: { $ref: '#/$defs/__proto__' } },
      $defs: JSON.parse('{"__proto__":{"const":1}}'),
    },
    {
      properties: { a: { $ref: '#/definitions/__proto__' } },
      definitions: JSON.parse('{"__proto__":{"enum":[1]}}'),
    },
  ],
];

describe('lowerForApiGateway, references', () => {
  test.each(references)('follows %s', (_, given, model) => {
    expect(JSON.stringify(lowered(given))).toBe(JSON.stringify(model));
    expect(lost(given)).toEqual([]);
  });
});

const lossy: LossyRow[] = [
  [
    'formats',
    { properties: { a: { type: 'string', format: 'email' }, b: { format: 'ours' } } },
    { properties: { a: { type: 'string' }, b: {} } },
    ['/properties/a/format', '/properties/b/format'],
  ],
  ['a pattern of later drafts', { pattern: '^\\p{L}+$' }, {}, ['/pattern']],
  [
    'a pattern of names',
    { patternProperties: { '^.$': true, '^a': true } },
    { patternProperties: { '^a': {} } },
    ['/patternProperties/^.$'],
  ],
  [
    'a pattern of more names',
    { patternProperties: { '^.+/$': true } },
    {},
    ['/patternProperties/^.+~1$'],
  ],
  [
    'what is said of the others',
    { patternProperties: { '^.$': true }, properties: { a: true }, additionalProperties: false },
    { properties: { a: {} } },
    ['/patternProperties/^.$', '/additionalProperties'],
  ],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ['conditions', { if: { type: 'string' }, then: { minLength: 1 } }, {}, ['/if', '/then']],
  ['contains', { contains: { type: 'string' }, minContains: 2 }, {}, ['/contains', '/minContains']],
  ['propertyNames', { propertyNames: { pattern: '^a' } }, {}, ['/propertyNames']],
  ['propertyNames, false', { propertyNames: false }, {}, ['/propertyNames']],
  [
    'unevaluated parts',
    { unevaluatedProperties: false, unevaluatedItems: { type: 'null' } },
    {},
    ['/unevaluatedProperties', '/unevaluatedItems'],
  ],
  [
    'references by the dynamic scope',
    { items: { $dynamicRef: '#a' }, $dynamicAnchor: 'a' },
    {},
    ['/items/$dynamicRef'],
  ],
  [
    'references by the dynamic scope of 2019-09',
    { $schema: uris[2019], items: { $recursiveRef: '#' } },
    {},
    ['/items/$recursiveRef'],
  ],
  [
    'references out of the document',
    { properties: { a: { $ref: 'https://elsewhere.example/a' } } },
    { properties: { a: {} } },
    ['/properties/a/$ref'],
  ],
  [
    'references to nothing',
    {
      items: {
        anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#a' }, { $ref: '#/%' }, { $ref: '#/title' }],
      },
      title: 'a',
    },
    { items: { anyOf: [{}, {}, {}, {}] } },
    ['/items/anyOf/0/$ref', '/items/anyOf/1/$ref', '/items/anyOf/2/$ref', '/items/anyOf/3/$ref'],
  ],
  [
    'what older drafts ignore beside a reference',
    {
      $schema: uris[7],
      items: { $ref: '#/definitions/a', minLength: 3 },
      definitions: { a: { type: 'string' } },
    },
    { items: { $ref: '#/definitions/a' }, definitions: { a: { type: 'string' } } },
    ['/items/minLength'],
  ],
  [
    'keywords of later drafts',
    { $schema: uris[4], const: 1, if: false, dependentRequired: {}, prefixItems: [] },
    {},
    ['/const', '/if', '/dependentRequired', '/prefixItems'],
  ],
  [
    'keywords of earlier drafts',
    { dependencies: { a: ['b'] }, additionalItems: false, divisibleBy: 2 },
    {},
    ['/dependencies', '/additionalItems', '/divisibleBy'],
  ],
  ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }, ['/nullable']],
  [
    'once, where two references lead',
    {
      properties: { a: { $ref: '#/$defs/a' }, b: { $ref: '#/$defs/a' } },
      $defs: { a: { format: 'email' } },
    },
    {
      properties: { a: { $ref: '#/definitions/a' }, b: { $ref: '#/definitions/a' } },
      definitions: { a: {} },
    },
    ['/$defs/a/format'],
  ],
];

describe('lowerForApiGateway, with losses', () => {
  test.each(lossy)('lists %s', (_, given, model, paths) => {
    expect(JSON.stringify(lowered(given))).toBe(JSON.stringify(model));
    expect(lost(given)).toEqual(paths);
  });

  test('says where, what and why', () => {
    const { lost: found } = lowerForApiGateway({ properties: { a: { if: true, else: false } } });

    const reason = 'draft-04, which API Gateway reads, has no such keyword';
    expect(found).toEqual([
      { path: '/properties/a/if', keyword: 'if', reason },
      { path: '/properties/a/else', keyword: 'else', reason },
    ]);
  });
});

const turned: LossyRow[] = [
  ['below not', { not: { format: 'email' } }, {}, ['/not']],
  ['deep below not', { not: { items: { properties: { a: { contains: true } } } } }, {}, ['/not']],
  ['below not twice', { not: { not: { format: 'email' } } }, {}, ['/not']],
  [
    'below oneOf',
    { oneOf: [{ format: 'email' }, { type: 'null' }] },
    { anyOf: [{}, { type: 'null' }] },
    ['/oneOf', '/oneOf/0/format'],
  ],
  [
    'below oneOf beside anyOf',
    { anyOf: [true], oneOf: [{ format: 'email' }] },
    { anyOf: [{}], allOf: [{ anyOf: [{}] }] },
    ['/oneOf', '/oneOf/0/format'],
  ],
  ['below oneOf below not', { not: { oneOf: [{ format: 'email' }] } }, {}, ['/not']],
  [
    'below anyOf and allOf, which stay',
    { anyOf: [{ allOf: [{ format: 'email' }] }] },
    { anyOf: [{ allOf: [{}] }] },
    ['/anyOf/0/allOf/0/format'],
  ],
  [
    'behind a reference below not',
    {
      properties: { a: { not: { $ref: '#/$defs/a' } }, b: { $ref: '#/$defs/a' } },
      $defs: { a: { items: { $ref: '#/$defs/b' } }, b: { format: 'email' } },
    },
    {
      properties: { a: {}, b: { $ref: '#/definitions/a' } },
      definitions: { a: { items: { $ref: '#/definitions/b' } }, b: {} },
    },
    ['/properties/a/not', '/$defs/b/format'],
  ],
  [
    'behind a recursion below not',
    { not: { $ref: '#/$defs/a' }, $defs: { a: { items: { $ref: '#/$defs/a' }, format: 'email' } } },
    {},
    ['/not'],
  ],
  ['a reference to nothing below not', { not: { $ref: '#/$defs/a' } }, {}, ['/not']],
  ['a pattern that fits more below not', { not: { pattern: '^.+$' } }, {}, ['/not']],
  [
    'a pattern that fits the same below not, which stays',
    { not: { pattern: '^.*$' } },
    { not: { pattern: '^.*$' } },
    [],
  ],
  ['an exclusive bound below not', { not: { exclusiveMinimum: 0 } }, {}, ['/not']],
  [
    'an exclusive bound of draft-04 below not',
    { $schema: uris[4], not: { minimum: 0, exclusiveMinimum: true } },
    {},
    ['/not'],
  ],
  [
    'an exclusive bound of integers below not, which stays',
    { not: { type: 'integer', exclusiveMinimum: 0 } },
    { not: { type: 'number', multipleOf: 1, minimum: 1 } },
    [],
  ],
  ['what validators ignore below not', { $schema: uris[4], not: { const: 1 } }, {}, ['/not']],
  ['nullable below not', { not: { type: 'string', nullable: true } }, {}, ['/not']],
  [
    'an annotation below not, which stays',
    { not: { title: 'x', type: 'null' } },
    { not: { type: 'null' } },
    [],
  ],
  [
    'a definition below not that is not used, which stays',
    { not: { type: 'null', $defs: { a: { format: 'email' } } } },
    { not: { type: 'null' } },
    [],
  ],
];

describe('lowerForApiGateway, where a loss would become a refusal', () => {
  test.each(turned)('handles %s', (_, given, model, paths) => {
    expect(JSON.stringify(lowered(given))).toBe(JSON.stringify(model));
    expect(lost(given)).toEqual(paths);
  });

  test('names the loss that lies behind', () => {
    const { lost: found } = lowerForApiGateway({ not: { items: { format: 'email' } } });

    expect(found[0]?.reason).toContain('/not/items/format');
  });
});

describe('lowerForApiGateway', () => {
  const big = { enum: Array.from({ length: 40_000 }, (_, at) => `value ${at}`) };
  const nested = (levels: number) => {
    let schema: object = {};
    for (let level = 1; level < levels; level++) schema = { not: schema };
    return schema;
  };
  const refused: [string, unknown, string, string, string][] = [
    ['null', null, '', 'null is no object', 'as an object'],
    ['a list', [{}], '', 'a list is no object', 'as an object'],
    ['a boolean', true, '', 'true is no object', 'as an object'],
    [
      'an unknown draft',
      { $schema: 'http://json-schema.org/draft-03/schema#' },
      '/$schema',
      'draft-03',
      'draft-04/schema#',
    ],
    [
      'a draft that is no string',
      { $schema: 4 },
      '/$schema',
      '4 names no draft',
      'draft-04/schema#',
    ],
    [
      'another draft within',
      { $defs: { a: { $id: 'https://a.example/', $schema: uris[7] } } },
      '/$defs/a/$schema',
      'another draft',
      '2020-12 everywhere',
    ],
    [
      'a list where 2020-12 has one schema',
      { items: [{}] },
      '/items',
      'a list is no valid value',
      '"prefixItems"',
    ],
    [
      'a flag where 2020-12 has a number',
      { exclusiveMinimum: true },
      '/exclusiveMinimum',
      'true is no valid value',
      '"$schema"',
    ],
    [
      'a number where draft-04 has a flag',
      { $schema: uris[4], minimum: 1, exclusiveMinimum: 1 },
      '/exclusiveMinimum',
      '1 is no valid value',
      'as draft-04 has it',
    ],
    [
      'an unknown type',
      { properties: { a: { type: 'int' } } },
      '/properties/a/type',
      '"int" is no valid value',
      'integer',
    ],
    ['no type', { type: [] }, '/type', '[] is no valid value', 'one or more of'],
    ['an enum that is no list', { enum: 'a' }, '/enum', '"a" is no valid value', 'a list'],
    [
      'a bound that is no number',
      { minimum: '1' },
      '/minimum',
      '"1" is no valid value',
      'a number',
    ],
    ['a step of nothing', { multipleOf: 0 }, '/multipleOf', '0 is no valid value', 'above 0'],
    ['a negative length', { maxLength: -1 }, '/maxLength', '-1 is no valid value', 'from 0 on'],
    ['a broken count', { minItems: 1.5 }, '/minItems', '1.5 is no valid value', 'from 0 on'],
    [
      'uniqueness as a text',
      { uniqueItems: 'yes' },
      '/uniqueItems',
      '"yes" is no valid value',
      'true or false',
    ],
    ['a pattern that is no text', { pattern: 1 }, '/pattern', '1 is no valid value', 'a string'],
    ['a format that is no text', { format: 1 }, '/format', '1 is no valid value', 'a string'],
    [
      'a reference that is no text',
      { items: { $ref: {} } },
      '/items/$ref',
      'an object is no valid value',
      'a string',
    ],
    [
      'properties in a list',
      { properties: [] },
      '/properties',
      '[] is no valid value',
      'an object',
    ],
    [
      'required as a flag',
      { required: true },
      '/required',
      'true is no valid value',
      'a list of property names',
    ],
    [
      'required numbers',
      { required: [1] },
      '/required',
      'a list is no valid value',
      'a list of property names',
    ],
    [
      'dependentRequired with a schema',
      { dependentRequired: { a: {} } },
      '/dependentRequired/a',
      'an object is no valid value',
      'a list of property names',
    ],
    [
      'dependentSchemas with a list',
      { dependentSchemas: { a: ['b'] } },
      '/dependentSchemas/a',
      'a list is no schema',
      'an object',
    ],
    ['an empty allOf', { allOf: [] }, '/allOf', '[] is no valid value', 'one schema or more'],
    [
      'a schema that is none',
      { properties: { a: 'string' } },
      '/properties/a',
      '"string" is no schema',
      'an object',
    ],
    [
      'a boolean schema of draft-04',
      { $schema: uris[4], properties: { a: true } },
      '/properties/a',
      'true is no schema',
      'since draft-06',
    ],
    [
      'a loop of references',
      {
        $ref: '#/$defs/a',
        $defs: { a: { anyOf: [{ $ref: '#/$defs/b' }] }, b: { not: { $ref: '#/$defs/a' } } },
      },
      '/$defs/a',
      'leads back to itself',
      'from below properties',
    ],
    [
      'a root that is itself',
      { properties: { a: {} }, $ref: '#' },
      '',
      'leads back to itself',
      'from below properties',
    ],
    ['more levels than 200', nested(201), '/not'.repeat(200), 'deeper than 200', '"$defs"'],
    ['a model beyond 400,000 bytes', big, '', 'bytes', 'at most 400000'],
    ['a date', { const: new Date(0) }, '/const', 'an object is no JSON', 'JSON can hold'],
  ];
  test.each(refused)('refuses %s', (_, given, pointer, problem, expected) => {
    let error: unknown;
    try {
      lowerForApiGateway(given as object);
    } catch (caught) {
      error = caught;
    }

    expect(error).toBeInstanceOf(SchemaError);
    const { pointer: place, problem: what, expected: wanted } = error as SchemaError;
    expect(place).toBe(pointer);
    expect(what).toContain(problem);
    expect(wanted).toContain(expected);
  });

  test('names place, value and fix in the message', () => {
    expect(() => lowerForApiGateway({ properties: { a: { minimum: '1' } } })).toThrow(
      'Schema, /properties/a/minimum: "1" is no valid value. Expected a number, as 2020-12 has it; or, in "$schema", the draft that the schema was written for.',
    );
  });

  test('takes 200 levels', () => {
    expect(JSON.stringify(lowered(nested(200)))).toBe(JSON.stringify(nested(200)));
  });

  test('takes thousands of alternatives and of definitions with one name', () => {
    const names = Array.from({ length: 6000 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const anyOf = names.map((name) => ({ $ref: `#/$defs/${name}` }));
    const $defs = Object.fromEntries(names.map((name) => [name, {}]));
    const { definitions } = lowerForApiGateway({ anyOf, $defs }).schema;

    expect(Object.keys(definitions ?? {})).toHaveLength(6000);
    expect(Object.keys(definitions ?? {}).slice(0, 3)).toEqual(['_', '_-2', '_-3']);
  });

  test('reads a schema of endlessly many shared parts no further than it must', () => {
    let schema: object = {};
    for (let level = 0; level < 60; level++) schema = { a: schema, b: schema };

    expect(() => lowerForApiGateway(schema)).toThrow('more than 500000 values');
  });

  test('leaves the given schema as it is, and shares nothing with it', () => {
    const given = { enum: [{ a: [1] }], properties: { a: { format: 'email' } } };
    const before = structuredClone(given);
    const { schema } = lowerForApiGateway(given);
    given.enum[0]?.a.push(2);

    expect(schema['enum']).toEqual([{ a: [1] }]);
    expect(given).toEqual({ ...before, enum: [{ a: [1, 2] }] });
  });

  test('gives objects that are nothing but JSON', () => {
    const { schema } = lowerForApiGateway({
      properties: JSON.parse('{"__proto__":{"minLength":1}}'),
    });

    expect(schema).toStrictEqual(JSON.parse(JSON.stringify(schema)));
    expect(Object.keys(schema['properties'] ?? {})).toEqual(['__proto__']);
  });
});

import { compareSchemas, compareVersions } from '../../../../lib/core/schemas/compatibility';

const draft4 = { $schema: 'http://json-schema.org/draft-04/schema#' };
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };

const order = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    status: { enum: ['open', 'paid'] },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
  required: ['id'],
};

/** The order with other fields. */
const withFields = (fields: object) => ({
  ...order,
  properties: { ...order.properties, ...fields },
});

const backward = (older: unknown, newer: unknown) =>
  compareSchemas(older, newer, { mode: 'BACKWARD', policy: 'strict' });

describe('compareSchemas', () => {
  test('tells the place, both sides and who is hurt', () => {
    const sku = { type: 'string', minLength: 5 };
    const lines = { type: 'array', items: { type: 'object', properties: { sku } } };

    expect(compareSchemas(order, withFields({ lines }))).toEqual([
      {
        path: '/lines/*/sku',
        schemaPath: '/properties/lines/items/properties/sku/minLength',
        keyword: 'minLength',
        reason: 'the new schema wants at least 5 characters, the old one lets through 0',
        breaks: 'a replayed old event',
      },
    ]);
  });

  test('tells of an old consumer what it refuses', () => {
    expect(
      compareSchemas(order, withFields({ status: { enum: ['open', 'paid', 'void'] } })),
    ).toEqual([
      expect.objectContaining({
        ...{ path: '/status', schemaPath: '/properties/status/enum', keyword: 'enum' },
        reason: expect.stringContaining('"void"'),
        breaks: 'an old consumer',
      }),
    ]);
  });

  test('tells of missing fields before lengths, and of outer places before inner ones', () => {
    const newer = {
      ...withFields({
        id: { type: 'string', maxLength: 9 },
        lines: { type: 'array', items: { required: ['sku'] } },
      }),
      required: ['id', 'status'],
    };

    expect(compareSchemas(order, newer, { mode: 'BACKWARD' }).map(({ path }) => path)).toEqual([
      '/status',
      '/id',
      '/lines/*/sku',
    ]);
  });

  const wider = withFields({ status: { enum: ['open', 'paid', 'void'] } });

  test.each([
    ['BACKWARD', order, wider, 0],
    ['FORWARD', order, wider, 1],
    ['FULL', order, wider, 1],
    ['BACKWARD', wider, order, 1],
    ['FORWARD', wider, order, 0],
    ['BACKWARD_TRANSITIVE', order, wider, 0],
    ['FORWARD_TRANSITIVE', order, wider, 1],
    ['FULL_TRANSITIVE', wider, order, 1],
  ] as const)('looks %s', (mode, older, newer, count) => {
    expect(compareSchemas(older, newer, { mode })).toHaveLength(count);
  });

  const noted = withFields({ note: { type: 'string' } });
  const some = { type: 'object', properties: { k: { const: 1 } }, required: ['k'] };

  test.each([
    ['an optional field more', order, noted, true],
    ['an optional field less', noted, order, true],
    ['a field in an object that was free-form', { type: 'object' }, noted, false],
    ['a field in a map', { type: 'object', additionalProperties: { type: 'null' } }, noted, false],
    [
      'a field in an object that is a map besides',
      { ...order, additionalProperties: { type: 'string' } },
      { ...noted, properties: { ...noted.properties, note: { type: 'null' } } },
      false,
    ],
    [
      'a field in a map of anything',
      { ...order, additionalProperties: { title: 'Labels' } },
      noted,
      false,
    ],
    ['an object closed', order, { ...order, additionalProperties: false }, true],
    [
      'a free-form object closed',
      { type: 'object' },
      { ...order, required: [], additionalProperties: false },
      false,
    ],
    [
      'a field in one branch that another one has otherwise',
      {
        type: 'object',
        anyOf: [{ properties: { a: {} } }, { properties: { b: { type: 'null' } } }],
      },
      {
        type: 'object',
        anyOf: [
          { properties: { a: {}, b: { type: 'string' } } },
          { properties: { b: { type: 'null' } } },
        ],
      },
      false,
    ],
    [
      'an element that is contained, with the fields of its place',
      { type: 'array', prefixItems: [{ properties: { a: {}, k: {} } }], contains: some },
      { type: 'array', contains: { ...some, additionalProperties: false } },
      false,
    ],
    [
      'an element that is contained among free-form ones',
      { type: 'array', contains: some },
      { type: 'array', contains: { ...some, additionalProperties: false } },
      false,
    ],
    [
      'an element that is contained among others, closed',
      { type: 'array', items: { properties: { k: {} } }, contains: some },
      { type: 'array', contains: { ...some, additionalProperties: false } },
      true,
    ],
  ])('takes lenient writers to emit what they declare: %s', (_, older, newer, isFine) => {
    expect(compareSchemas(older, newer, { mode: 'BACKWARD' }).length === 0).toBe(isFine);
  });

  test('takes strict writers to emit all that their schema lets through', () => {
    expect(backward(order, noted)).toEqual([
      expect.objectContaining({ path: '/note', keyword: 'type' }),
    ]);
  });

  test.each([
    ['a type', { type: 'string' }, { type: 'number' }, 'type', ''],
    ['fractions', { type: 'number' }, { type: 'integer' }, 'type', ''],
    ['null', { ...draft4, type: 'string', nullable: true }, { type: 'string' }, 'type', ''],
    ['a value', { enum: [1, 'a'] }, { enum: [1] }, 'enum', ''],
    ['another value', { const: { a: 1 } }, { const: { a: 2 } }, 'const', ''],
    ['small numbers', { type: 'number' }, { minimum: 0 }, 'minimum', ''],
    [
      'the bound itself',
      { type: 'number', maximum: 9 },
      { exclusiveMaximum: 9 },
      'exclusiveMaximum',
      '',
    ],
    [
      'the bound of draft-04',
      { ...draft4, type: 'number', maximum: 9 },
      { ...draft4, maximum: 9, exclusiveMaximum: true },
      'maximum',
      '',
    ],
    ['other multiples', { type: 'number', multipleOf: 0.3 }, { multipleOf: 0.1 }, 'multipleOf', ''],
    ['short texts', { type: 'string' }, { minLength: 1 }, 'minLength', ''],
    ['long texts', { type: 'string', maxLength: 5 }, { maxLength: 4 }, 'maxLength', ''],
    ['other texts', { type: 'string', pattern: '^a' }, { pattern: '^b' }, 'pattern', ''],
    [
      'texts that look alike',
      { type: 'string', pattern: '[a-z]*' },
      { pattern: '[A-Z]*' },
      'pattern',
      '',
    ],
    ['lookaround', { type: 'string', pattern: '^a' }, { pattern: '^(?!b)' }, 'pattern', ''],
    ['a format', { type: 'string' }, { format: 'date' }, 'format', ''],
    ['an encoding', { type: 'string' }, { contentEncoding: 'base64' }, 'contentEncoding', ''],
    ['a missing field', { type: 'object' }, { required: ['a'] }, 'required', '/a'],
    [
      'a field',
      { type: 'object', properties: { a: {} } },
      { properties: { a: false } },
      'false',
      '/a',
    ],
    ['other fields', { type: 'object' }, { additionalProperties: false }, 'false', '/*'],
    [
      'fields by pattern',
      { type: 'object' },
      { patternProperties: { '^x-': { type: 'null' } } },
      'type',
      '/*',
    ],
    ['names', { type: 'object' }, { propertyNames: { maxLength: 3 } }, 'maxLength', '/*'],
    [
      'a field that a full object does not have',
      { type: 'object', properties: { b: {} }, additionalProperties: false, minProperties: 1 },
      { required: ['a'] },
      'required',
      '/a',
    ],
    ['few fields', { type: 'object' }, { minProperties: 1 }, 'minProperties', ''],
    ['many fields', { type: 'object' }, { maxProperties: 1 }, 'maxProperties', ''],
    [
      'a field alone',
      { type: 'object' },
      { dependentRequired: { a: ['b'] } },
      'dependentRequired',
      '/a',
    ],
    [
      'a field alone in draft-07',
      { ...draft7, type: 'object' },
      { ...draft7, dependencies: { a: ['b'] } },
      'dependencies',
      '/a',
    ],
    [
      'an element',
      { type: 'array', items: { type: 'string' } },
      { items: { type: 'null' } },
      'type',
      '/*',
    ],
    [
      'an element by its place',
      { type: 'array', prefixItems: [{ type: 'string' }] },
      { prefixItems: [{ type: 'null' }] },
      'type',
      '/0',
    ],
    [
      'more elements in draft-07',
      { ...draft7, type: 'array' },
      { ...draft7, items: [{}], additionalItems: false },
      'false',
      '/*',
    ],
    ['short lists', { type: 'array' }, { minItems: 1 }, 'minItems', ''],
    ['long lists', { type: 'array' }, { maxItems: 1 }, 'maxItems', ''],
    ['equal elements', { type: 'array' }, { uniqueItems: true }, 'uniqueItems', ''],
    ['lists without an element', { type: 'array' }, { contains: { type: 'null' } }, 'contains', ''],
    [
      'lists with too many',
      { type: 'array' },
      { contains: { type: 'null' }, minContains: 0, maxContains: 1 },
      'contains',
      '',
    ],
    [
      'all branches',
      { type: 'string' },
      { anyOf: [{ type: 'null' }, { type: 'number' }] },
      'anyOf',
      '',
    ],
    [
      'two branches at once',
      { type: 'number' },
      { oneOf: [{ type: 'number' }, { minimum: 0 }] },
      'oneOf',
      '',
    ],
    ['what is not let through', { type: 'number' }, { not: { minimum: 0 } }, 'not', ''],
    [
      'what a condition asks',
      { type: 'number' },
      { if: { minimum: 0 }, ...Object.fromEntries([['then', { maximum: 9 }]]) },
      'maximum',
      '',
    ],
    [
      'what is unevaluated',
      { type: 'object', properties: { a: {} } },
      { unevaluatedProperties: false },
      'false',
      '/a',
    ],
    [
      'unevaluated elements',
      { type: 'array' },
      { prefixItems: [{}], unevaluatedItems: false },
      'false',
      '/*',
    ],
    [
      'what stands beside $ref in 2020-12',
      { type: 'string' },
      { $ref: '#/$defs/a', minLength: 1, $defs: { a: {} } },
      'minLength',
      '',
    ],
  ])('refuses what a new reader no longer takes: %s', (_, older, newer, keyword, path) => {
    expect(backward(older, newer)).toContainEqual(
      expect.objectContaining({ keyword, path, breaks: 'a replayed old event' }),
    );
  });

  test.each([
    ['an unknown keyword', { type: 'string' }, { 'my-check': 5 }, 'the keyword is not understood'],
    [
      'a changed unknown keyword',
      { 'my-check': 4 },
      { 'my-check': 5 },
      'the keyword is not understood',
    ],
    ['a keyword of another draft', draft4, { ...draft4, const: 5 }, 'draft-04 has no such keyword'],
    [
      'what another draft did not know',
      { ...draft4, const: 5 },
      { ...draft7, const: 5 },
      'wants 5',
    ],
    [
      'a remote reference',
      {},
      { $ref: 'https://shop.example/m.json' },
      'leads to nothing in the schema',
    ],
    ['a dangling reference', {}, { $ref: '#/$defs/m' }, 'leads to nothing in the schema'],
    [
      'a dynamic reference',
      {},
      { $dynamicRef: '#a', $defs: { a: { $dynamicAnchor: 'a' }, b: { $dynamicAnchor: 'a' } } },
      'wants $dynamicRef "#a"',
    ],
    [
      'a schema that leads back to itself',
      { type: 'string' },
      { anyOf: [{ $ref: '#' }] },
      'leads back to itself',
    ],
  ])('refuses %s as not understood', (_, older, newer, reason) => {
    expect(backward(older, newer)).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining(reason) }),
    );
  });

  test('refuses a dangling reference that stays where what is around it changes', () => {
    const dangling = { items: { $ref: '#/$defs/a' } };

    expect(backward(dangling, { ...dangling, title: 'the same' })).not.toEqual([]);
  });

  test('names the branch that a choice lacks', () => {
    const kind = (name: string) => ({
      ...{ type: 'object', properties: { kind: { const: name } }, required: ['kind'] },
    });

    expect(backward({ oneOf: [kind('card'), kind('cash')] }, { oneOf: [kind('card')] })).toEqual([
      expect.objectContaining({
        keyword: 'oneOf',
        reason: expect.stringContaining('an object with kind "cash"'),
      }),
    ]);
  });

  test.each([
    ['no schema', 5, '5 is no object'],
    ['a type that is none', { type: 'strnig' }, '/type: "strnig"'],
    [
      'a length below zero',
      { properties: { a: { minLength: -1 } } },
      '/properties/a/minLength: -1',
    ],
    ['a flag of draft-04 without its name', { minimum: 1, exclusiveMinimum: true }, 'in "$schema"'],
    ['a list of items in 2020-12', { items: [{}] }, '/items: a list'],
    ['true as a schema in draft-04', { ...draft4, not: true }, '/not: true'],
    ['a draft that is not known', { $schema: 'https://example.com/draft' }, '/$schema'],
    ['what a reference leads to', { $ref: '#/x/a', x: { a: { type: 5 } } }, '/x/a/type: 5'],
  ])('refuses %s with its place', (_, schema, message) => {
    expect(() => compareSchemas({}, schema)).toThrow(message);
    expect(() => compareSchemas(schema, {})).toThrow(message);
  });

  test('takes __proto__ for a field like any other', () => {
    const field = (type: string) =>
      JSON.parse(`{"type":"object","properties":{"__proto__":{"type":"${type}"}}}`);

    expect(compareSchemas(field('string'), field('string'))).toEqual([]);
    expect(backward(field('string'), field('number'))).toEqual([
      expect.objectContaining({ path: '/__proto__', keyword: 'type' }),
    ]);
  });
});

describe('compareSchemas, of schemas that contain each other', () => {
  const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
  const object = (properties: object) => ({ type: 'object', properties });
  /** A box holds a node, a node holds a box; what a node holds besides makes the difference. */
  const definitions = (held: string) => ({
    box: object({ node: ref('node') }),
    part: object({ box: ref('box') }),
    node: { ...ref('part'), ...object({ k: { type: held } }) },
  });

  test('forgets what was concluded from a guess that turned out wrong', () => {
    const older = { ...object({ x: ref('box'), y: ref('node') }), $defs: definitions('string') };
    const choice = { anyOf: [ref('box'), { type: 'object' }] };
    const newer = { ...object({ x: choice, y: ref('part') }), $defs: definitions('number') };

    expect(backward(older, newer)).toEqual([
      expect.objectContaining({ path: '/y/box/node/k', keyword: 'type' }),
    ]);
  });

  test('finds those the same that differ nowhere', () => {
    const older = { ...object({ x: ref('box') }), $defs: definitions('string') };
    const newer = { ...object({ x: ref('box'), y: true }), $defs: definitions('string') };

    expect(backward(older, newer)).toEqual([]);
  });
});

describe('compareVersions', () => {
  const versions = [
    { type: 'string', minLength: 2 },
    { type: 'string' },
    { type: 'string', minLength: 1 },
  ];
  const newer = { type: 'string', minLength: 1 };

  test.each([
    ['BACKWARD', []],
    ['BACKWARD_TRANSITIVE', [1]],
    ['FORWARD', []],
    ['FORWARD_TRANSITIVE', [0]],
    ['FULL', []],
    ['FULL_TRANSITIVE', [0, 1]],
  ] as const)('asks the versions that %s is about', (mode, broken) => {
    expect(compareVersions(versions, newer, { mode }).map(({ version }) => version)).toEqual(
      broken,
    );
  });

  test('has nothing to say of a first version', () => {
    expect(compareVersions([], newer)).toEqual([]);
    expect(compareVersions([], newer, { mode: 'FULL' })).toEqual([]);
  });

  test('asks all versions if no mode is given', () => {
    expect(compareVersions(versions, newer)).toHaveLength(2);
  });
});

import { validatorOf } from '../../../../lib/core/schemas/validation';

const own = (text: string): unknown => JSON.parse(text);
const draft4 = 'http://json-schema.org/draft-04/schema#';
const draft6 = 'http://json-schema.org/draft-06/schema#';
const draft7 = 'http://json-schema.org/draft-07/schema';
const of2019 = 'https://json-schema.org/draft/2019-09/schema';
const of2020 = 'https://json-schema.org/draft/2020-12/schema';
const text = { type: 'string' };
const textUpToDraft7 = { $ref: '#/definitions/text', type: 'number' };

describe('validatorOf', () => {
  test.each([
    ['type', { type: 'string' }, 1, '', 'must be a string'],
    ['several types', { type: ['integer', 'null'] }, 'a', '', 'must be an integer or null'],
    ['required', { required: ['id'] }, {}, '', 'must have the property "id"'],
    [
      'additionalProperties',
      { additionalProperties: false },
      { zip: 1 },
      '',
      'must not have the property "zip"',
    ],
    [
      'unevaluatedProperties',
      { unevaluatedProperties: false },
      { zip: 1 },
      '',
      'must not have the property "zip"',
    ],
    ['enum', { enum: ['open', 1, null] }, 'x', '', 'must be one of "open", 1, null'],
    ['const', { const: { a: 1 } }, 'x', '', 'must be {"a":1}'],
    ['minimum', { minimum: 5 }, 4, '', 'must be >= 5'],
    ['exclusiveMaximum', { exclusiveMaximum: 5 }, 5, '', 'must be < 5'],
    ['multipleOf', { multipleOf: 0.01 }, 0.015, '', 'must be a multiple of 0.01'],
    ['minLength', { minLength: 2 }, 'a', '', 'must have at least 2 characters'],
    ['maxItems', { maxItems: 1 }, [1, 2], '', 'must have at most 1 elements'],
    ['minProperties', { minProperties: 1 }, {}, '', 'must have at least 1 properties'],
    ['pattern', { pattern: '^a' }, 'b', '', 'must match the pattern "^a"'],
    ['format', { format: 'date-time' }, 'b', '', 'must be of the format "date-time"'],
    [
      'uniqueItems',
      { uniqueItems: true },
      [1, 2, 1],
      '',
      'must not have equal elements, such as 0 and 2',
    ],
    [
      'contains',
      { contains: { const: 1 } },
      [],
      '',
      'must have at least 1 elements of the kind asked for',
    ],
    [
      'dependentRequired',
      { dependentRequired: { a: ['b'] } },
      { a: 1 },
      '',
      'must have the property "b", since it has "a"',
    ],
    ['not', { not: { type: 'string' } }, 'a', '', 'must not be what is excluded'],
    [
      'two of oneOf',
      { oneOf: [true, true] },
      1,
      '',
      'must be what only one of the alternatives says, and is what two say',
    ],
    ['false', { properties: { a: false } }, { a: 1 }, '/a', 'must not be there'],
    [
      'a place within',
      { properties: { lines: { items: { properties: { 'a/b~': text } } } } },
      { lines: [{}, { 'a/b~': 1 }] },
      '/lines/1/a~1b~0',
      'must be a string',
    ],
  ])('says of %s what belongs there', (_name, schema, data, path, problem) => {
    expect(validatorOf(schema)(data)).toEqual([{ path, problem }]);
  });

  it('tells everything that is wrong, and no value', () => {
    const schema = {
      required: ['id'],
      properties: { card: { pattern: '^x' }, qty: { minimum: 1 } },
    };
    const problems = validatorOf(schema)({ card: '4111 1111', qty: -7 });
    expect(problems.map(({ path }) => path)).toEqual(['', '/card', '/qty']);
    expect(JSON.stringify(problems)).not.toMatch(/4111|-7/);
  });

  it('names the property whose name is wrong', () => {
    const problems = validatorOf({ propertyNames: { maxLength: 2 } })({ abc: 1 });
    expect(problems).toContainEqual({
      path: '',
      problem: 'the name "abc" must have at most 2 characters',
    });
  });

  it('tells 100 problems at most', () => {
    const data = Array.from({ length: 1000 }, () => 1);
    expect(validatorOf({ items: text })(data)).toHaveLength(100);
  });

  test.each([
    ['a flag as a bound', draft4, { minimum: 1, exclusiveMinimum: true }, 1, false],
    ['no const yet', draft4, { const: 1 }, 2, true],
    ['no if yet', draft6, { if: false, else: false }, 2, true],
    ['nothing beside $ref', draft7, { ...textUpToDraft7, definitions: { text } }, 'a', true],
    ['a list as items', draft7, { items: [text], additionalItems: false }, ['a', 1], false],
    ['no dependentRequired yet', draft7, { dependentRequired: { a: ['b'] } }, { a: 1 }, true],
    [
      'what stands beside $ref',
      of2019,
      { $ref: '#/$defs/a', maxLength: 1, $defs: { a: text } },
      'ab',
      false,
    ],
    [
      'unevaluatedProperties',
      of2019,
      { properties: { a: {} }, unevaluatedProperties: false },
      { b: 1 },
      false,
    ],
    ['prefixItems', of2020, { prefixItems: [text], items: false }, ['a', 1], false],
    [
      'no additionalItems any more',
      of2020,
      { prefixItems: [text], additionalItems: false },
      ['a', 1],
      true,
    ],
    ['2020-12 without $schema', undefined, { prefixItems: [text] }, [1], false],
    ['nullable of OpenAPI', undefined, { type: 'string', nullable: true }, null, true],
    ['nullable without a type', undefined, { nullable: true, maxLength: 1 }, 'ab', false],
    [
      'a reference back to the root',
      undefined,
      { properties: { a: { $ref: '#' } }, required: ['b'] },
      { b: 1, a: {} },
      false,
    ],
    [
      'a reference into a place of nobody',
      undefined,
      { $ref: '#/components/a', components: { a: text } },
      1,
      false,
    ],
    [
      'an unknown keyword',
      undefined,
      { 'x-ours': 1, instanceof: 'Date', formatMinimum: 'z' },
      'a',
      true,
    ],
    ['an unknown format', undefined, { format: 'x-ours' }, 'a', true],
    ['a format of the name of what objects inherit', undefined, { format: 'toString' }, 'a', true],
    ['a pattern that is none for Unicode', undefined, { pattern: '^\\_[\\w\\-]+$' }, '_a-b', true],
    ['id as a keyword of nobody', draft7, { id: 5, type: 'string' }, 'a', true],
    ['$async of ajv', undefined, { $async: true, type: 'string' }, 1, false],
    ['no value at all', undefined, { enum: [] }, 1, false],
    [
      'elements that differ, in a short tuple',
      undefined,
      { prefixItems: [{}, {}, text], uniqueItems: true },
      [1, 1],
      false,
    ],
    [
      'what a short tuple contains',
      draft7,
      { items: [{}, text], contains: { const: 2 } },
      [1],
      false,
    ],
    ['characters beyond 16 bits', undefined, { maxLength: 1 }, '😀', true],
    ['half of one', undefined, { maxLength: 1 }, '\ud83da', false],
  ])('knows %s', (_name, $schema, schema, data, isFine) => {
    const problems = validatorOf({ ...($schema && { $schema }), ...schema } as never)(data);
    expect(problems.length === 0).toBe(isFine);
  });

  test.each([
    [19.99, 0.01, true],
    [0.3, 0.1, true],
    [1.1, 0.1, true],
    [1e21, 0.01, true],
    [123456789012.34, 0.01, true],
    [0.0000001, 0.00000001, true],
    [-4.35, 0.01, true],
    [19.999, 0.01, false],
    [0.15, 0.1, false],
    [5e-324, 1, false],
    [1.0000001, 1, false],
    [1e308, 3e-7, false],
  ])('takes %d for a multiple of %d: %s', (value, multipleOf, isFine) => {
    expect(validatorOf({ multipleOf })(value).length === 0).toBe(isFine);
  });

  test.each([
    ['is required', { required: ['__proto__'] }, '{}', false],
    ['is there', { required: ['__proto__'] }, '{"__proto__":1}', true],
    [
      'has a schema',
      own('{"properties":{"__proto__":{"type":"string"}}}'),
      '{"__proto__":1}',
      false,
    ],
    [
      'has a schema and no other may come',
      own('{"properties":{"__proto__":{}},"additionalProperties":false}'),
      '{"__proto__":1}',
      true,
    ],
    ['may not come', { additionalProperties: false }, '{"__proto__":1}', false],
    ['is not evaluated', { unevaluatedProperties: false }, '{"__proto__":1}', false],
    [
      'is not evaluated by a pattern',
      { patternProperties: { '^a': {} }, unevaluatedProperties: false },
      '{"__proto__":1}',
      false,
    ],
    [
      'makes others required',
      own('{"dependentRequired":{"__proto__":["a"]}}'),
      '{"__proto__":1}',
      false,
    ],
    ['stands in a constant', own('{"const":{"__proto__":1}}'), '{"__proto__":1}', true],
    [
      'stands in a constant, with another value',
      own('{"const":{"__proto__":1}}'),
      '{"__proto__":2}',
      false,
    ],
    ['stands in a constant, not in the data', own('{"const":{"__proto__":1}}'), '{}', false],
    [
      'stands in a listed value',
      own('{"enum":[{"__proto__":{"a":1}}]}'),
      '{"__proto__":{"a":1}}',
      true,
    ],
  ])('knows __proto__ as a property like any other: it %s', (_name, schema, data, isFine) => {
    expect(validatorOf(schema as never)(own(data)).length === 0).toBe(isFine);
  });

  test.each([
    ['required', { required: ['constructor'] }, '{}', false],
    ['described', { properties: { toString: text } }, '{}', true],
    ['in a constant', { const: { constructor: {} } }, '{"constructor":{}}', true],
    ['a value like valueOf', { enum: [{ a: 1 }] }, '{"valueOf":1}', false],
    [
      'not evaluated',
      { patternProperties: { '^a': {} }, unevaluatedProperties: false },
      '{"toString":1}',
      false,
    ],
  ])('knows what objects inherit from what data has: %s', (_name, schema, data, isFine) => {
    expect(validatorOf(schema as never)(own(data)).length === 0).toBe(isFine);
  });

  it('refuses data that is nested without end, instead of failing', () => {
    const deep = own(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const problems = validatorOf({ properties: { a: { $ref: '#' } } })(deep);
    expect(problems).toEqual([{ path: '', problem: 'must not be nested so deep' }]);
  });

  test.each([
    ['no schema of its draft', { type: 'text' }, /^Schema, \/type: "text" is no value for it/],
    ['an unknown draft', { $schema: 'urn:mine' }, /names no draft/],
    [
      'a reference to nowhere',
      { properties: { a: { $ref: '#/$defs/b' } } },
      /can't resolve.*\$defs\/b/,
    ],
    [
      'a reference to elsewhere',
      { $ref: 'https://example.com/a.json' },
      /can't resolve.*example\.com/,
    ],
    ['no pattern', { pattern: '(' }, /Invalid regular expression/],
  ])('refuses %s', (_name, schema, message) => {
    expect(() => validatorOf(schema)).toThrow(message);
  });
});

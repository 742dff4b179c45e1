import fc from 'fast-check';
import { matches } from '../../../../lib/core/event-patterns/match/match';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';
import { canMatch } from '../../../../lib/core/event-patterns/reason/can-match';
import { commonData, data, type Json, schemaOf } from '../../schemas/api-gateway/any-schema';
import { drafts, judgeOf } from './judges';
import { anyMatcher, deepPattern, patternOf } from './small-world';

/** A schema of orders as contracts have them: CloudEvents in `detail`, the order in `data`. */
function orders(data: object, required: string[] = []): object {
  return {
    type: 'object',
    required: ['detail'],
    properties: {
      detail: {
        type: 'object',
        required: ['id', 'data'],
        properties: {
          id: { type: 'string', minLength: 4 },
          data: { type: 'object', properties: data, required, additionalProperties: false },
        },
      },
    },
  };
}

const order = (fields: object) => ({ detail: { data: fields } });

const money = { $ref: '#/$defs/money' };
const shipping = {
  oneOf: [
    {
      properties: { by: { const: 'air' }, flight: { type: 'string' } },
      required: ['by'],
      additionalProperties: false,
    },
    {
      properties: { by: { const: 'sea' }, ship: { type: 'string' } },
      required: ['by'],
      additionalProperties: false,
    },
  ],
};

describe('canMatch', () => {
  test.each<[string, object, string]>([
    ['a text', { a: ['x'] }, '{"a":"x"}'],
    ['a field that has something below', { a: [1], 'a.b': [true] }, '{"a":1,"a.b":true}'],
    ['a field that must be absent', { a: { b: [1], c: [{ exists: false }] } }, '{"a":{"b":1}}'],
    ['the second alternative', { $or: [{ a: [tiny()] }, { b: [null] }] }, '{"b":null}'],
    ['a prefix', { a: [{ prefix: 'order-' }] }, '{"a":"order-x"}'],
    ['all but a text', { a: [{ 'anything-but': 'x' }] }, '{"a":"y"}'],
    ['a range', { a: [{ numeric: ['>', 10, '<', 11] }] }, '{"a":10.5}'],
    ['a block of addresses', { a: [{ cidr: '10.1.0.0/16' }] }, '{"a":"10.1.0.0"}'],
    ['__proto__', JSON.parse('{"__proto__":["x"]}'), '{"__proto__":"x"}'],
    ['a number beyond doubles', { a: [9007199254740993n] }, '{"a":9007199254740993}'],
  ])('makes an event of %s', (_, pattern, witness) => {
    expect(canMatch(parsePattern(pattern))).toEqual({ answer: 'yes', witness });
  });

  test('says why there is no event', () => {
    expect(canMatch(parsePattern({ $or: [{ a: [tiny()] }, { b: [1], a: [tiny()] }] }))).toEqual({
      answer: 'no',
      reason: 'a: nothing is a number > 1 and < 1.0000000000000002',
      extent: 'all',
    });
  });

  test.each<[string, object, object, string]>([
    [
      'a listed value',
      order({ country: ['US'] }),
      { country: { enum: ['CA', 'US'] } },
      '"country":"US"',
    ],
    [
      'a text of a length',
      order({ a: [{ prefix: 'x' }] }),
      { a: { type: 'string', minLength: 5 } },
      '"a":"xxxxx"',
    ],
    [
      'a whole number',
      order({ n: [{ numeric: ['>', 1.5] }] }),
      { n: { type: 'integer' } },
      '"n":2',
    ],
    [
      'a listed number, spelt with more digits than a double holds',
      order({ n: [9007199254740993n] }),
      { n: { enum: [9007199254740992] } },
      '"n":9007199254740993',
    ],
    ['a number', order({ n: [1.5] }), { n: { type: 'number' } }, '"n":1.5'],
    [
      'a number above a bound that is outside',
      order({ n: [{ numeric: ['>=', 1, '<=', 2] }] }),
      { n: { type: 'number', exclusiveMinimum: 1 } },
      '"n":2',
    ],
    [
      'a text of a pattern',
      order({ sku: [{ prefix: 'AB' }, { suffix: '9' }] }),
      { sku: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{2}$' } },
      '"sku":"ABA-99"',
    ],
    [
      'an element',
      order({ tags: ['x'] }),
      { tags: { type: 'array', items: { type: 'string' } } },
      '"tags":["x"]',
    ],
    [
      'a field of a line',
      order({ lines: { sku: ['x'], n: [2] } }),
      {
        lines: {
          type: 'array',
          minItems: 2,
          items: { type: 'object', required: ['n'], properties: { sku: { type: 'string' } } },
        },
      },
      '"lines":[{"n":2,"sku":"x"},{"n":"x"}]',
    ],
    [
      'one case of several',
      order({ ship: { ship: ['Ida'] } }),
      { ship: shipping },
      '"ship":{"ship":"Ida","by":"sea"}',
    ],
    [
      'a listed object',
      order({ a: { b: ['x'] } }),
      { a: { enum: [{ b: 'y' }, { b: 'x' }] } },
      '"a":{"b":"x"}',
    ],
    [
      'a name with dots of the schema',
      order({ 'a.b': ['x'] }),
      { 'a.b': { type: 'string' } },
      '"a.b":"x"',
    ],
  ])('makes a valid event of %s', (_, pattern, fields, witness) => {
    const answer = canMatch(parsePattern(pattern), orders(fields));

    expect(answer.answer).toBe('yes');
    expect(answer.answer === 'yes' && answer.witness).toContain(`{"data":{${witness}}`);
  });

  test.each<[string, object, object, string]>([
    [
      'a value is not listed',
      { country: ['DE'] },
      { country: { enum: ['US', 'CA'] } },
      'detail.data.country: the schema allows only "US" and "CA", the pattern asks for "DE"',
    ],
    [
      'a text is too long',
      { a: [{ prefix: 'abcd' }] },
      { a: { type: 'string', maxLength: 3 } },
      'detail.data.a: the schema allows a text of at most 3 characters, the pattern asks for a text that begins with "abcd"',
    ],
    [
      'a number is no text',
      { a: [1] },
      { a: { type: ['string', 'null'] } },
      'detail.data.a: the schema allows a text or null, the pattern asks for 1',
    ],
    [
      'no whole number lies there',
      { a: [{ numeric: ['>', 1, '<', 2] }] },
      { a: { type: 'integer' } },
      'detail.data.a: the schema allows a whole number, the pattern asks for a number > 1 and < 2',
    ],
    [
      'a field may not be there',
      { b: ['x'] },
      { a: {} },
      'detail.data.b: the schema allows no field "b", the pattern asks for "x"',
    ],
    [
      'a field is always there',
      { id: [{ exists: false }] },
      { id: { type: 'string' } },
      'detail.data.id: the schema allows a text, the pattern asks for no value',
    ],
    [
      'a text has no fields',
      { a: { b: ['x'] } },
      { a: { type: 'string' } },
      'detail.data.a.b: the schema allows a text where the path ends in "b", the pattern asks for "x"',
    ],
    [
      'an object is no value',
      { a: ['x'] },
      { a: { type: 'object' } },
      'detail.data.a: the schema allows an object, the pattern asks for "x"',
    ],
    [
      'a referred schema refuses it',
      { a: { currency: ['EUR'] } },
      { a: money },
      'detail.data.a.currency: the schema allows only "USD", the pattern asks for "EUR"',
    ],
    [
      'two fields are of different cases',
      { a: { by: ['sea'], flight: ['X1'] } },
      { a: { type: 'object', ...shipping } },
      'detail.data.a.by: the schema allows only "air", the pattern asks for "sea"',
    ],
    [
      'elements are of another type',
      { a: [1] },
      { a: { type: 'array', items: { type: 'string' } } },
      'detail.data.a: the schema allows a text, the pattern asks for 1',
    ],
    [
      'no text of the pattern begins so',
      { a: [{ prefix: 'ab' }] },
      { a: { type: 'string', pattern: '^[A-Z]+$' } },
      'detail.data.a: the schema allows a text of its "pattern", the pattern asks for a text that begins with "ab"',
    ],
  ])('says that %s', (_, fields, properties, reason) => {
    const schema = {
      ...orders(properties, ['id']),
      $defs: { money: { type: 'object', properties: { currency: { const: 'USD' } } } },
    };

    expect(canMatch(parsePattern(order(fields)), schema)).toEqual({
      answer: 'no',
      reason,
      extent: 'plain',
    });
  });

  test.each<[string, object, object]>([
    ['a keyword', { a: ['x'] }, { unevaluatedProperties: false, properties: { a: {} } }],
    ['a pattern', { a: ['x'] }, { properties: { a: { type: 'string', pattern: '(?=y)' } } }],
    ['another document', { a: ['x'] }, { properties: { a: { $ref: 'https://example.com/a' } } }],
  ])('knows that it doesn’t understand %s', (_, pattern, schema) => {
    expect(canMatch(parsePattern(pattern), schema)).toEqual({
      answer: 'unknown',
      reason: expect.stringContaining('which is not understood'),
    });
  });

  test('knows fields by patterns of names', () => {
    const schema = {
      additionalProperties: false,
      patternProperties: { '^x-': { type: 'string' }, '-n$': { minLength: 2 } },
    };
    const ask = (pattern: object) => canMatch(parsePattern(pattern), schema);

    expect(ask({ 'x-a': ['b'] })).toEqual({ answer: 'yes', witness: '{"x-a":"b"}' });
    expect(ask({ 'x-a': [1] })).toMatchObject({ answer: 'no' });
    expect(ask({ 'x-n': ['b'] })).toMatchObject({ answer: 'no' });
    expect(ask({ 'a-x': ['b'] })).toMatchObject({ answer: 'no' });
  });

  test('is right about what a keyword that it doesn’t understand only narrows', () => {
    const schema = { unevaluatedProperties: false, properties: { a: { type: 'null' } } };

    expect(canMatch(parsePattern({ a: ['x'] }), schema).answer).toBe('no');
  });

  test('ends where a schema holds itself', () => {
    const tree = { type: 'object', required: ['l'], properties: { l: { $ref: '#/$defs/tree' } } };
    const branch = {
      type: 'object',
      required: ['l', 'r'],
      additionalProperties: { anyOf: [{ $ref: '#/$defs/branch' }, { $ref: '#/$defs/branch' }] },
    };
    const list = {
      anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/list' } }],
    };
    const $defs = { tree, branch, list };

    const endless = { required: ['x'], properties: { x: { $ref: '#/$defs/branch' } }, $defs };
    const ask = (pattern: object, x: string) =>
      canMatch(parsePattern(pattern), { properties: { x: { $ref: `#/$defs/${x}` } }, $defs })
        .answer;

    expect(ask({ x: { l: { l: ['a'] } } }, 'tree')).toBe('no');
    expect(ask({ x: { l: ['a'] } }, 'branch')).toBe('no');
    expect(canMatch(parsePattern({ y: [1] }), endless).answer).toBe('unknown');
    expect(ask({ x: [1] }, 'list')).toBe('no');
    expect(ask({ x: ['a'] }, 'list')).toBe('yes');
  });

  test('gives message attributes with their types', () => {
    const pattern = parsePattern({ a: ['x'], b: [1], c: [true] }, 'sns-attributes');

    expect(canMatch(pattern)).toEqual({
      answer: 'yes',
      witness:
        '{"a":{"Type":"String","Value":"x"},"b":{"Type":"Number","Value":"1"},' +
        '"c":{"Type":"String.Array","Value":"[true]"}}',
    });
  });

  test('for every pattern, makes an event that it matches', () => {
    fc.assert(
      fc.property(deepPattern(anyMatcher), (pattern) => {
        const answer = canMatch(pattern);

        expect(answer.answer === 'yes' && matches(pattern, answer.witness)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each(drafts)('for every pattern and schema of %s, is never wrong', (draft) => {
    const pattern = patternOf(['a', 'b', 'ab', 'a.a', 'a.b', 'b.a', 'c/d'], anyMatcher);
    const objects = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'ab'), data), {
      maxLength: 9,
    });
    const common = commonData.filter((one) => isEvent(one));

    fc.assert(
      fc.property(
        pattern,
        schemaOf({ draft, withLosses: true }),
        objects,
        (asked, schema, more) => {
          const judge = judgeOf(draft, schema);
          const answer = canMatch(asked, schema);
          if (answer.answer === 'yes') {
            expect(matches(asked, answer.witness)).toBe(true);
            expect(judge(JSON.parse(answer.witness))).not.toBe(false);
          }
          if (answer.answer === 'no') {
            const found = [...common, ...more].filter((one) => {
              return matches(asked, one as object) && judge(one) === true;
            });
            expect(found).toEqual([]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

function isEvent(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A range that no number is in. */
function tiny(): object {
  return { numeric: ['>', 1, '<', 1.0000000000000002] };
}

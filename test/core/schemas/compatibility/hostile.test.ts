import { compareSchemas } from '../../../../lib/core/schemas/compatibility';

/** Definitions that lead from one to the next. */
const chain = (length: number, link: (next: object) => object, last: object) => ({
  $ref: '#/$defs/d0',
  $defs: Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `d${at}`,
      at === length - 1 ? last : link({ $ref: `#/$defs/d${at + 1}` }),
    ]),
  ),
});

const choices = (from: number) => ({
  anyOf: Array.from({ length: 2000 }, (_, at) => ({ const: from + at })),
});

const text = { type: 'string' };
const long = { type: 'string', minLength: 1 };

describe('compareSchemas', () => {
  test.each([
    [
      'a long chain of references',
      chain(3000, (next) => next, text),
      chain(3000, (next) => next, long),
    ],
    [
      'a deep chain of fields',
      chain(10_000, (next) => ({ properties: { next } }), text),
      chain(10_000, (next) => ({ properties: { next } }), long),
    ],
    [
      'definitions that double sixty times',
      chain(60, (next) => ({ allOf: [next, next] }), text),
      chain(60, (next) => ({ allOf: [next, next] }), long),
    ],
    [
      'choices that double sixty times',
      chain(60, (next) => ({ oneOf: [next, next] }), text),
      chain(60, (next) => ({ oneOf: [next, next] }), long),
    ],
    [
      'a product of twenty choices',
      {
        allOf: Array.from({ length: 20 }, (_, at) => ({
          anyOf: [{ required: [`a${at}`] }, { required: [`b${at}`] }],
        })),
      },
      { minProperties: 20 },
    ],
    [
      'a schema that is itself, twice',
      { anyOf: [{ $ref: '#' }, { $ref: '#' }] },
      { type: 'string' },
    ],
    ['choices of thousands', choices(0), choices(1)],
    [
      'a pattern that backtracks for ever',
      { enum: [`${'a'.repeat(60)}!`] },
      { pattern: '^(a+)+$' },
    ],
    ['a pattern that is too large', { pattern: '^a' }, { pattern: '^(?:a{1,1000}){1,1000}$' }],
    [
      'a pattern with lookahead that backtracks for ever',
      { enum: [`${'a'.repeat(60)}!`] },
      { pattern: '^(?=(?:a+)+$)' },
    ],
    [
      'a deep chain of sums that are closed',
      chain(2000, (next) => ({ allOf: [next], unevaluatedProperties: false }), text),
      chain(2000, (next) => ({ allOf: [next], unevaluatedProperties: false }), long),
    ],
    [
      'a deep chain of lists that contain some',
      chain(2000, (next) => ({ type: 'array', contains: next }), text),
      chain(2000, (next) => ({ type: 'array', contains: next }), long),
    ],
    ['counts beyond all data', { type: 'array' }, { minItems: 1e15, contains: { type: 'null' } }],
  ])(
    'ends soon, and refuses, with %s',
    (_, older, newer) => {
      expect(compareSchemas(older, newer, { mode: 'BACKWARD' })).not.toEqual([]);
    },
    10_000,
  );

  test('knows the same deep schema again', () => {
    const deep = chain(10_000, (next) => ({ properties: { next } }), text);

    expect(compareSchemas(deep, structuredClone(deep))).toEqual([]);
  });
});

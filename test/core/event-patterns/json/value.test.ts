import { fromValue } from '../../../../lib/core/event-patterns/json/value';

describe('fromValue', () => {
  test('takes a value in its order', () => {
    expect(fromValue({ b: [1, { c: 'x' }, [true]], a: null })).toEqual({
      kind: 'object',
      members: [
        {
          name: 'b',
          value: {
            kind: 'array',
            items: [
              { kind: 'number', text: '1' },
              { kind: 'object', members: [{ name: 'c', value: { kind: 'string', text: 'x' } }] },
              { kind: 'array', items: [{ kind: 'keyword', text: 'true' }] },
            ],
          },
        },
        { name: 'a', value: { kind: 'keyword', text: 'null' } },
      ],
    });
  });

  test.each<[string, unknown, object]>([
    ['a date', new Date(0), { kind: 'string', text: '1970-01-01T00:00:00.000Z' }],
    ['what toJSON gives', { toJSON: () => 5 }, { kind: 'number', text: '5' }],
    [
      'a member named toJSON that is none',
      { toJSON: 1 },
      { kind: 'object', members: [{ name: 'toJSON', value: { kind: 'number', text: '1' } }] },
    ],
    ['a boxed text', Object('x'), { kind: 'string', text: 'x' }],
    ['a boxed number', Object(1), { kind: 'number', text: '1' }],
    ['a big integer', 10n ** 20n, { kind: 'number', text: '100000000000000000000' }],
    ['a map as an object without members', new Map([['a', 1]]), { kind: 'object', members: [] }],
    ['NaN', Number.NaN, { kind: 'foreign', text: 'NaN' }],
    ['undefined', undefined, { kind: 'foreign', text: 'undefined' }],
    ['a function', () => 1, { kind: 'foreign', text: 'function' }],
    ['a symbol', Symbol('x'), { kind: 'foreign', text: 'symbol' }],
    ['-0', -0, { kind: 'number', text: '0' }],
  ])('takes %s', (_, value, node) => {
    expect(fromValue(value)).toEqual(node);
  });

  test('takes a hole in an array as undefined', () => {
    const holed: unknown[] = [];
    holed[1] = 1;

    expect(fromValue(holed)).toMatchObject({ items: [{ text: 'undefined' }, { text: '1' }] });
  });

  const itself: { a?: unknown } = {};
  itself.a = itself;
  const turning: { toJSON: () => unknown } = { toJSON: () => turning };
  // Each holds the one before twice: 2 to the power of 60 values.
  const doubling = Array.from({ length: 60 }).reduce((value) => [value, value], 1);
  let deep: unknown = 1;
  for (let i = 0; i < 200_000; i++) {
    deep = { a: deep };
  }

  test.each<[string, unknown, string]>([
    ['that holds itself', itself, 'nests deeper than 1000 levels, or holds itself'],
    ['whose toJSON gives itself', turning, 'nests deeper than 1000 levels, or holds itself'],
    ['of 200,000 levels', deep, 'nests deeper than 1000 levels, or holds itself'],
    ['that doubles sixty times', doubling, 'holds more than 1000000 values'],
    ['with an array that says it is long', [new Array(4e9)], 'holds more than 1000000 values'],
    ['with a large buffer', { a: new Uint8Array(2e6) }, 'holds more than 1000000 values'],
  ])('refuses a value %s', (_, value, problem) => {
    expect(() => fromValue(value)).toThrow(problem);
  });
});

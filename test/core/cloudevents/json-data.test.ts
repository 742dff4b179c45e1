import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { findDataProblem } from '../../../lib/core/cloudevents/json-data';
import { json } from './any-event';

const limits = { maxDepth: 5, maxSize: 1000, sizeExpected: 'less', int64: true };
const wide = { ...limits, maxDepth: 100, maxSize: 100_000 };

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);

function cyclic(): object {
  const order: { items: object[] } = { items: [] };
  order.items.push({ order });
  return order;
}

class Order {
  readonly total = 1;
}

const shared = { country: 'US' };
const listWithName = Object.assign([1], { total: 1 });
const hidden = Object.defineProperty({}, 'toJSON', { value: () => 'other' });

const fine: [string, unknown][] = [
  ['null', null],
  ['text', 'naïve 😀 \u0000 \uffff'],
  ['the largest and the smallest double', [Number.MAX_VALUE, Number.MIN_VALUE]],
  ['-0, which JSON writes as 0', -0],
  ['the smallest integer of 64 bits', -(2 ** 63)],
  ['the largest double below 64 bits', 2 ** 63 - 1024],
  ['a number that JSON writes with an exponent', 1e21],
  ['a member that is undefined', { a: undefined }],
  ['a field __proto__', JSON.parse('{"__proto__": {"a": 1}}')],
  ['a field toJSON that is text', { toJSON: 'x' }],
  ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ['an object of another realm', runInNewContext('({ a: [1, { b: 2 }] })')],
  ['one object in two places', { shipTo: shared, billTo: shared, all: [shared, shared] }],
  ['five levels', nested(5)],
];

const problems: [string, unknown, string][] = [
  ['NaN', { total: Number.NaN }, 'data.total'],
  ['Infinity', [1, Number.POSITIVE_INFINITY], 'data[1]'],
  ['-Infinity', { a: [{ b: Number.NEGATIVE_INFINITY }] }, 'data.a[0].b'],
  ['an integer of more than 64 bits', { a: 2 ** 63 }, 'data.a'],
  ['a negative integer of more than 64 bits', { a: -(2 ** 63) - 2048 }, 'data.a'],
  ['the last integer without an exponent', { a: 999999999999999900000 }, 'data.a'],
  ['a bigint', { total: 1n }, 'data.total'],
  ['a function', { total: () => 1 }, 'data.total'],
  ['a symbol', { 'unit price': Symbol('x') }, 'data["unit price"]'],
  ['a symbol as key', { a: { [Symbol('x')]: 1 } }, 'data.a'],
  ['undefined in an array', { items: [1, undefined] }, 'data.items[1]'],
  ['a hole in an array', { items: new Array(3) }, 'data.items'],
  ['an array of four thousand million holes', new Array(4_000_000_000), 'data'],
  ['a named member of an array', { items: listWithName }, 'data.items'],
  ['a Date', { placedAt: new Date(0) }, 'data.placedAt'],
  ['a Map', { '': new Map([['a', 1]]) }, 'data[""]'],
  ['a Buffer', [Buffer.from('a')], 'data[0]'],
  ['a boxed number', { a: new Number(1) }, 'data.a'],
  ['an instance of a class', { order: new Order() }, 'data.order'],
  [
    'members inherited from an object',
    Object.create(Object.assign(Object.create(null), { a: 1 })),
    'data',
  ],
  ['an object with a hidden toJSON', { a: hidden }, 'data.a'],
  [
    'a function inside a field __proto__',
    JSON.parse('{"__proto__":{}}', wrapAsFunction),
    'data.__proto__',
  ],
  ['a cycle', cyclic(), 'data.items[0].order'],
  ['a lone surrogate', { name: 'a\ud83d' }, 'data.name'],
  ['a lone surrogate in a key', { 'a\udc00': 1 }, 'data["a\\udc00"]'],
  ['six levels', nested(6), 'data[0][0][0][0][0]'],
  ['more text than fits', { items: ['x'.repeat(1000)] }, 'data'],
  ['longer keys than fit', { ['x'.repeat(1000)]: 1 }, 'data'],
  ['more values than fit', Array.from({ length: 1000 }, () => 1), 'data'],
];

describe('findDataProblem', () => {
  test.each(fine)('finds nothing in %s', (_, data) => {
    expect(findDataProblem(data, limits)).toBeUndefined();
  });

  test.each(problems)('finds %s', (_, data, path) => {
    expect(findDataProblem(data, limits)?.path).toBe(path);
  });

  test('gives the value and what belongs there', () => {
    expect(findDataProblem({ total: Number.NaN }, limits)).toEqual({
      path: 'data.total',
      value: Number.NaN,
      expected: 'a finite number, or null',
    });
  });

  test('gives the whole data if it is too large', () => {
    const data = { items: ['x'.repeat(1000)] };
    expect(findDataProblem(data, limits)).toEqual({ path: 'data', value: data, expected: 'less' });
  });

  test('finds nothing in an integer of more than 64 bits where it may be wider', () => {
    expect(findDataProblem([2 ** 63], { ...limits, int64: false })).toBeUndefined();
  });
});

describe('findDataProblem', () => {
  test('stops at data that would unfold to more than memory holds', () => {
    const laughs = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 1);
    expect(findDataProblem(laughs, { ...wide, maxSize: 1000 })?.path).toBe('data');
  });

  test('stops at data that is nested a million levels deep', () => {
    const deep = { ...limits, maxDepth: 999, maxSize: 1_000_000 };
    const problem = findDataProblem(nested(1_000_000), deep);
    expect(problem?.expected).toBe('data nested at most 999 levels deep');
  });

  test.each<[string, unknown, number]>([
    ['an array, with its commas', [1, 2, 3], 7],
    ['an object, with its commas and keys', { a: 1, b: 'x' }, 15],
    ['arrays in an object', { a: [[], []] }, 13],
    ['a member that is undefined', { a: undefined }, 2],
  ])('counts %s', (_, data, size) => {
    expect(findDataProblem(data, { ...wide, maxSize: size })).toBeUndefined();
    expect(findDataProblem(data, { ...wide, maxSize: size - 1 })?.path).toBe('data');
  });

  test('for every JSON value, counts no more than it has', () => {
    fc.assert(
      fc.property(json, (data) => {
        const maxSize = Buffer.byteLength(JSON.stringify(data));
        expect(findDataProblem(data, { ...wide, maxSize })).toBeUndefined();
      }),
    );
  });

  test('for every JSON value, finds nothing', () => {
    fc.assert(fc.property(json, (data) => expect(findDataProblem(data, wide)).toBeUndefined()));
  });

  test('for every JSON value, finds what is no JSON beside it', () => {
    const stranger = fc.constantFrom<unknown>(Number.NaN, 1n, () => 1, Symbol('x'), new Date(0));
    fc.assert(
      fc.property(json, stranger, (data, value) => {
        expect(findDataProblem([data, { value }], wide)?.path).toBe('data[1].value');
      }),
    );
  });
});

/** Puts a function in the place of the inner object, which no literal can do for this name. */
function wrapAsFunction(key: string, value: unknown): unknown {
  return key === '__proto__' ? () => value : value;
}

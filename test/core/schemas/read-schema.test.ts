import { SchemaError } from '../../../lib/core/schemas';
import { readSchema } from '../../../lib/core/schemas/read-schema';

const cyclic: { a: object[] } = { a: [] };
cyclic.a.push({ b: cyclic });

/** Lists in lists, the outermost within the schema itself. */
function nested(levels: number): object {
  let list: unknown[] = [];
  for (let level = 2; level < levels; level++) list = [list];
  return { enum: list };
}

describe('readSchema', () => {
  test('copies what JSON can hold', () => {
    const shared = { type: 'string' };
    const given = { a: [1, -0.5, 'x', null, true, []], b: shared, c: shared, d: {} };
    const copy = readSchema(given);

    expect(copy).toStrictEqual(given);
    expect(copy['b']).not.toBe(shared);
  });

  test('keeps __proto__ as a member', () => {
    const copy = readSchema(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'));

    expect(JSON.stringify(copy)).toBe('{"properties":{"__proto__":{"type":"string"}}}');
  });

  test('leaves out what is undefined, and what is not enumerable', () => {
    const given = Object.defineProperty({ a: undefined, b: 1 }, 'c', { value: () => 1 });

    expect(readSchema(given)).toStrictEqual({ b: 1 });
  });

  test('reads objects without a prototype', () => {
    expect(readSchema(Object.assign(Object.create(null), { a: 1 }))).toStrictEqual({ a: 1 });
  });

  test.each([
    ['undefined', undefined, '', 'undefined is no object'],
    ['a text', '{}', '', '"{}" is no object'],
    ['an instance of a class', new (class Schema {})(), '', 'an object is no JSON'],
    ['a map', { a: new Map() }, '/a', 'an object is no JSON'],
    ['a function', { a: [() => 1] }, '/a/0', 'a function is no JSON'],
    ['a symbol', { a: Symbol('x') }, '/a', 'a symbol is no JSON'],
    ['a bigint', { a: 1n }, '/a', '1 is no JSON'],
    ['NaN', { a: Number.NaN }, '/a', 'NaN is no JSON'],
    ['infinity', { 'a/b~': -Infinity }, '/a~1b~0', '-Infinity is no JSON'],
    ['a hole in a list', { a: [undefined] }, '/a/0', 'undefined is no JSON'],
    ['a list that claims billions', { a: new Array(4e9) }, '/a', 'more than 500000 values'],
    [
      'more values than half a million',
      { a: new Array(499_999).fill(1) },
      '/a',
      'more than 500000 values',
    ],
    ['a cycle', cyclic, '/a/0/b', 'contains itself'],
    ['more levels than 200', nested(201), `/enum${'/0'.repeat(199)}`, 'deeper than 200 levels'],
  ])('refuses %s', (_, given, pointer, problem) => {
    let error: unknown;
    try {
      readSchema(given);
    } catch (caught) {
      error = caught;
    }

    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ pointer, problem: expect.stringContaining(problem) });
  });

  test('reads half a million values, and 200 levels', () => {
    expect(readSchema({ a: new Array(499_998).fill(1) })['a']).toHaveLength(499_998);
    expect(readSchema(nested(200))).toStrictEqual(nested(200));
  });
});

import type { JsonObject } from '../../../../lib/core/schemas';
import { referenceProblems } from '../../../../lib/core/schemas/standard';

const named = 'https://shop.example/order';

describe('referenceProblems', () => {
  test.each([
    ['to a definition', { $ref: '#/$defs/a', $defs: { a: {} } }],
    ['to the whole, from a field', { properties: { again: { $ref: '#' } } }],
    ['to an anchor', { $ref: '#a', $defs: { b: { $anchor: 'a' } } }],
    ['to its own name', { $id: named, $ref: 'order#/$defs/a', $defs: { a: {} } }],
    ['to where no schema is expected', { $ref: '#/any/where', any: { where: {} } }],
    ['that is a field', { properties: { $ref: { type: 'string' } } }],
    ['that is a value', { const: { $ref: '#/nowhere' } }],
    [
      'of two that refer to each other, from fields',
      {
        $ref: '#/$defs/a',
        $defs: {
          a: { allOf: [{ properties: { b: { $ref: '#/$defs/b' } } }] },
          b: { items: { $ref: '#/$defs/a' } },
        },
      },
    ],
  ])('finds nothing wrong with a reference %s', (_name, schema) => {
    expect(referenceProblems(schema)).toEqual([]);
  });

  test.each([
    ['nowhere', { items: { $ref: '#/$defs/a' } }, '/items/$ref', '#/$defs/a', 'nowhere'],
    ['to no anchor', { $ref: '#a' }, '/$ref', '#a', 'nowhere'],
    ['out of it', { $ref: 'https://shop.example/a' }, '/$ref', 'https://shop.example/a', 'out'],
    ['to a file', { $ref: 'common.json#/a' }, '/$ref', 'common.json#/a', 'out'],
    ['dynamically', { $dynamicRef: '#a' }, '/$dynamicRef', '#a', 'nowhere'],
    [
      'nowhere in its own document',
      { $id: named, $ref: 'order#/$defs/a' },
      '/$ref',
      'order#/$defs/a',
      'nowhere',
    ],
    [
      'nowhere, from where another one leads',
      { $ref: '#/any/where', any: { where: { $ref: '#/b' } } },
      '/any/where/$ref',
      '#/b',
      'nowhere',
    ],
    ['to itself', { $ref: '#' }, '/$ref', '#', 'back'],
    ['to itself, through a branch', { anyOf: [{}, { $ref: '#' }] }, '/anyOf/1/$ref', '#', 'back'],
  ] as [string, JsonObject, string, string, string][])(
    'finds one that leads %s',
    (_name, schema, pointer, reference, leads) => {
      expect(referenceProblems(schema)).toEqual([{ pointer, reference, leads }]);
    },
  );

  it('finds both of two that lead to each other, and not the one that leads there', () => {
    const $defs = { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } };
    const found = referenceProblems({ $ref: '#/$defs/a', $defs });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/$defs/a/$ref', '/$defs/b/$ref']);
  });

  it('finds them all, in the order of the schema', () => {
    const schema = { properties: { a: { $ref: '#/x' }, b: { $ref: '#/y' } } };
    expect(referenceProblems(schema).map(({ reference }) => reference)).toEqual(['#/x', '#/y']);
  });

  it('answers for a chain of 10,000 references that leads back', () => {
    const links = Array.from({ length: 10_000 }, (_, at) => [
      `${at}`,
      { $ref: `#/$defs/${(at + 1) % 10_000}` },
    ]);
    expect(referenceProblems({ $defs: Object.fromEntries(links) })).toHaveLength(10_000);
  });
});

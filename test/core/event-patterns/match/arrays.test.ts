import fc from 'fast-check';
import { matches, parsePattern } from '../../../../lib/core/event-patterns';

type Json = number | Json[] | { [name: string]: Json };

interface Found {
  readonly value: number;
  /** The elements it stands in, each as the place of its array and its number there. */
  readonly elements: Readonly<Record<string, number>>;
}

const names = ['a', 'b', 'c'] as const;
const value = fc.constantFrom(1, 2);

const event = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    value,
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3 }),
})).object as fc.Arbitrary<{ [name: string]: Json }>;

const pattern = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.uniqueArray(value, { minLength: 1 }), tie('object')),
  object: fc.dictionary(fc.constantFrom(...names), tie('value'), { minKeys: 1, maxKeys: 3 }),
})).object as fc.Arbitrary<{ [name: string]: Json }>;

/** All that stands at a path, whatever arrays are on the way. */
function find(
  node: Json,
  path: readonly string[],
  place: string,
  elements: Found['elements'],
): Found[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => {
      const inside = typeof item === 'object' ? { ...elements, [place]: index } : elements;
      return find(item, path, `${place}[${index}]`, inside);
    });
  }
  if (typeof node !== 'object') {
    return path.length === 0 ? [{ value: node, elements }] : [];
  }
  const [name = '', ...rest] = path;
  return Object.hasOwn(node, name)
    ? find(node[name] as Json, rest, `${place}.${name}`, elements)
    : [];
}

/** Each way to give every field of the pattern one leaf. */
function assignments(node: Json, event: Json, path: readonly string[]): Found[][] {
  if (Array.isArray(node)) {
    return find(event, path, '', {})
      .filter((found) => node.includes(found.value))
      .map((found) => [found]);
  }
  return Object.entries(node).reduce<Found[][]>(
    (ways, [name, part]) => {
      const more = assignments(part, event, [...path, name]);
      return ways.flatMap((way) => more.map((added) => [...way, ...added]));
    },
    [[]],
  );
}

function isConsistent(leaves: readonly Found[]): boolean {
  return leaves.every(({ elements }) =>
    leaves.every((other) =>
      Object.keys(elements).every((array) => {
        return (other.elements[array] ?? elements[array]) === elements[array];
      }),
    ),
  );
}

describe('matches', () => {
  test('for every pattern and event, asks for leaves of which no two stand in different elements of one array', () => {
    let matching = 0;
    let other = 0;

    fc.assert(
      fc.property(pattern, event, (fields, given) => {
        const expected = assignments(fields, given, []).some(isConsistent);
        expected ? matching++ : other++;

        expect(matches(parsePattern(fields), given)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(matching, other)).toBeGreaterThan(100);
  });

  const absent = [{ exists: false }];

  // Fields are looked at in the order of their paths: absence is asked of the elements that the
  // fields before it have chosen, and of the whole array where there are none.
  test.each([
    [
      'after the element is chosen',
      { a: { b: [1], c: absent } },
      { a: [{ c: 1 }, { b: 1 }] },
      true,
    ],
    [
      'before an element is chosen',
      { a: { b: absent, c: [1] } },
      { a: [{ b: 1 }, { c: 1 }] },
      false,
    ],
    ['in the chosen element only', { a: { b: [1], c: absent } }, { a: [{ b: 1, c: 1 }] }, false],
    [
      'in one of two elements that fit',
      { a: { b: [1], c: absent } },
      { a: [{ b: 1, c: 1 }, { b: 1 }] },
      true,
    ],
    [
      'of two fields, both after',
      { a: { b: [1], c: absent, d: absent } },
      { a: [{ b: 1, c: 1 }, { b: 1, d: 1 }, { b: 1 }] },
      true,
    ],
    [
      'of two fields, one before',
      { a: { a: absent, b: [1], c: absent } },
      { a: [{ a: 1 }, { b: 1 }] },
      false,
    ],
    [
      'in an array in the chosen element',
      { a: { b: [1], c: { d: absent } } },
      {
        a: [
          { b: 1, c: [{ e: 1 }] },
          { b: 2, c: [{ d: 1 }] },
        ],
      },
      true,
    ],
    [
      'in another array, which is not chosen from',
      { a: { b: [1] }, c: { b: absent } },
      { a: [{ b: 1 }], c: [{ d: 1 }, { b: 1 }] },
      false,
    ],
  ])('judges absence %s', (_, fields, given, expected) => {
    expect(matches(parsePattern(fields), given)).toBe(expected);
  });
});

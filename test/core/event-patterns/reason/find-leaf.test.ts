import fc from 'fast-check';
import { satisfies } from '../../../../lib/core/event-patterns/reason/clauses';
import { findLeaves } from '../../../../lib/core/event-patterns/reason/find-leaf';
import { anyLeaf } from '../../../../lib/core/event-patterns/reason/leaf-domain';
import { anyMatcher, leafWorld, matchersOf, range } from './small-world';

const quoted = fc.constantFrom(
  ...['"', 'a"', '"a', 'a"b', '\\', 'ß', 'ss', '?', '??'],
  ...['😀', '\ud83d', '\ude00', '?\ud800', '\ud800a'],
);
const hardMatcher = fc.oneof(
  { weight: 3, arbitrary: anyMatcher },
  { weight: 2, arbitrary: range },
  quoted,
  quoted.map((prefix) => ({ prefix })),
  quoted.map((suffix) => ({ suffix })),
  quoted.map((text) => ({ 'equals-ignore-case': text })),
  quoted.map((text) => ({ suffix: { 'equals-ignore-case': text } })),
  fc.constant({ exactly: '10.0.0.1' }),
);

const clause = (matcher: fc.Arbitrary<unknown>) =>
  fc.record({
    matchers: fc.array(matcher, { minLength: 1, maxLength: 3 }).map(matchersOf),
    holds: fc.boolean(),
  });

const address = fc.constantFrom('10.0.0.1', '10.0.0.2', '::1', '2001:db8::1', '::ffff:10.0.0.1');
const block = fc
  .constantFrom('10.0.0.0/8', '10.0.0.0/30', '10.1.0.0/16', '::/0', '0.0.0.0/0', '2001:db8::/32')
  .map((cidr) => ({ cidr }));

/** Texts of surrogate pairs, and of halves that stand alone. */
const halves = ['😀', '\ud83d', '\ude00', '\ud800', '?\ud800', '\ud800a', '\ud800\ud800', 'SS', 'ẞ']
  .flatMap((text) => [text, `${text}a`, `a${text}`])
  .map((text) => JSON.stringify(text));

const addresses = [
  ...['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '010.0.0.1', '10.1.2.3'],
  ...['11.0.0.0', '9.255.255.255', '0.0.0.0', '255.255.255.255', '::1', '::', '2001:db8::1'],
  ...['2001:DB8:0::1', '2001:db7::', '0a00::', '0a00:0001::', '::ffff:a00:1', '10', 'x', ''],
].map((text) => JSON.stringify(text));

describe('findLeaves', () => {
  const decide = (...clauses: [unknown[], boolean][]) =>
    findLeaves(
      clauses.map(([items, holds]) => ({ matchers: matchersOf(items), holds })),
      anyLeaf,
      { left: 1e6 },
    );

  test.each<[string, [unknown[], boolean][], string]>([
    [
      'a prefix and a suffix that overlap',
      [
        [[{ prefix: 'aba' }], true],
        [[{ suffix: 'bab' }], true],
        [[{ wildcard: '*ababab*' }, { 'anything-but': { prefix: 'a' } }], false],
      ],
      '"abaxbab"',
    ],
    [
      'what lies between wildcards',
      [
        [[{ wildcard: 'a*c' }], true],
        [[{ wildcard: '*b*' }], true],
        [[{ suffix: 'bc' }], false],
      ],
      '"abxc"',
    ],
    [
      'a text longer than all named',
      [
        [[{ prefix: '' }], true],
        [['x', 'y', 'other', '', 'x1', 'z'], false],
      ],
      '"a"',
    ],
    [
      'an address between two',
      [
        [[{ cidr: '10.0.0.0/30' }], true],
        [['10.0.0.0', '10.0.0.3'], false],
      ],
      '"10.0.0.1"',
    ],
    [
      'a number between two',
      [
        [[{ numeric: ['>', 1] }], true],
        [[{ numeric: ['>', 1.5] }], false],
      ],
      '1.25',
    ],
    [
      'a number beside one',
      [
        [[{ numeric: ['<=', 0] }], true],
        [[{ numeric: ['<', 0] }], false],
      ],
      '0',
    ],
    [
      'a number beyond doubles',
      [
        [[{ exists: true }], true],
        [[{ prefix: '' }, true, false, null, { numeric: ['<=', 1] }, { numeric: ['>', 1] }], false],
      ],
      '9007199254740993',
    ],
    [
      'half of a surrogate pair',
      [
        [[{ wildcard: '?' }], true],
        [['?'], false],
      ],
      '"\\ud800"',
    ],
  ])('finds %s', (_, clauses, leaf) => {
    expect(decide(...clauses)).toMatchObject({
      is: 'some',
      leaves: expect.arrayContaining([leaf]),
    });
  });

  test.each<[string, [unknown[], boolean][]]>([
    [
      'two texts at once',
      [
        [['a'], true],
        [['b'], true],
      ],
    ],
    [
      'a text and a number',
      [
        [['1'], true],
        [[1], true],
      ],
    ],
    [
      'a text with neither end',
      [
        [[{ prefix: 'a' }], true],
        [[{ wildcard: 'a*' }], false],
      ],
    ],
    [
      'what wildcards exclude each other',
      [
        [[{ wildcard: '*ab*' }], true],
        [[{ wildcard: '*a*b*' }], false],
      ],
    ],
    [
      'a text in no case',
      [
        [[{ 'equals-ignore-case': 'ab' }], true],
        [['ab', 'aB', 'Ab', 'AB'], false],
      ],
    ],
    [
      'numbers apart',
      [
        [[{ numeric: ['<', 1] }], true],
        [[{ numeric: ['>=', 1] }], true],
      ],
    ],
    [
      'numbers that meet in a bound outside',
      [
        [[{ numeric: ['>', 1] }], true],
        [[{ numeric: ['<=', 1] }], true],
      ],
    ],
    [
      'blocks apart',
      [
        [[{ cidr: '10.0.0.0/8' }], true],
        [[{ cidr: '11.0.0.0/8' }], true],
      ],
    ],
    [
      'an address in a larger block',
      [
        [[{ cidr: '10.1.0.0/16' }], true],
        [[{ cidr: '10.0.0.0/8' }], false],
      ],
    ],
    [
      'an address that begins with a word',
      [
        [[{ cidr: '10.0.0.0/8' }], true],
        [[{ prefix: 'order' }], true],
      ],
    ],
    [
      'anything but all',
      [
        [[{ 'anything-but': { wildcard: '*' } }], true],
        [[{ prefix: '' }], true],
      ],
    ],
    ['what exists and does not', [[[{ exists: true }], false]]],
  ])('knows that there is not %s', (_, clauses) => {
    expect(decide(...clauses)).toEqual({ is: 'none' });
  });

  test('for every few clauses, finds leaves that they take or none is there', () => {
    fc.assert(
      fc.property(fc.array(clause(hardMatcher), { minLength: 1, maxLength: 3 }), (clauses) => {
        const found = findLeaves(clauses, anyLeaf, { left: 1e6 });

        if (found.is === 'some') {
          expect(found.leaves.filter((leaf) => !satisfies(leaf, clauses))).toEqual([]);
        } else {
          expect(found.is).toBe('none');
          const world = [...leafWorld, ...halves];
          expect(world.filter((leaf) => satisfies(leaf, clauses))).toEqual([]);
        }
      }),
      { numRuns: 800 },
    );
  });

  test('for every few clauses about addresses, is never wrong', () => {
    const matcher = fc.oneof(anyMatcher, address, block, fc.constant({ prefix: '10.0' }));

    fc.assert(
      fc.property(fc.array(clause(matcher), { minLength: 1, maxLength: 3 }), (clauses) => {
        const found = findLeaves(clauses, anyLeaf, { left: 3e5 });

        if (found.is === 'some') {
          expect(found.leaves.filter((leaf) => !satisfies(leaf, clauses))).toEqual([]);
        } else if (found.is === 'none') {
          const world = [...leafWorld, ...addresses];
          expect(world.filter((leaf) => satisfies(leaf, clauses))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

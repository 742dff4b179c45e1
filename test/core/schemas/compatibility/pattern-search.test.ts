import fc from 'fast-check';
import {
  canMatch,
  implies,
  matchesPattern,
} from '../../../../lib/core/schemas/compatibility/pattern-search';

const patterns = [
  ...['', '^a', 'b$', '^[ab]*$', '^.*$', '\\d', '^.+$', '^.$', '[^a]', '^[^a]+$', 'a|b', '(ab)+'],
  ...[
    '^(?:a|b1)?$',
    'a{2,3}',
    '^\\w+$',
    '\\s',
    '^a|b$',
    '(^a|b)1',
    'a$b',
    'a^',
    '[\\d-]',
    '\\u0061',
  ],
  ...['\\u{1F600}', '^$', 'x*', '(?<n>a)b', '[]', '[^]', '^[\\W_]', '[\\b]|a.b', 'a{2}', 'b{1,}?'],
];
const text = fc.array(fc.constantFrom('a', 'b', '1', '-', '\n', '😀', 'é', '_'), { maxLength: 5 });
const texts = text.map((characters) => characters.join(''));

describe('matchesPattern', () => {
  test('for every text, says what the expression says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), texts, (pattern, given) => {
        expect(matchesPattern(pattern, given)).toBe(new RegExp(pattern, 'u').test(given));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['lookahead', '^(?=a)', 'ab', true],
    ['lookahead that refuses', '^(?!.*--)[a-z-]+$', 'a--b', false],
    ['lookbehind', '(?<!a)b', 'ab', false],
    ['a back reference', '(a)\\1', 'aa', true],
    ['a word boundary', '\\ba', 'ba', false],
    ['a property', '^\\p{Lu}', 'É', true],
    ['a sign escaped in vain', '^\\d\\-\\_$', '1-_', true],
    ['a backslash before a sign', '^\\\\-$', '\\-', true],
  ])('judges %s', (_, pattern, given, verdict) => {
    expect(matchesPattern(pattern, given)).toBe(verdict);
  });

  test.each([
    ['no expression', '(', 'a'],
    ['what the u flag refuses', '\\y', 'y'],
    ['more states than people write', '(?:a{1,100}){1,100}', 'a'],
    ['lookahead at a group that repeats', '(?=(?:a+)+$)a', `${'a'.repeat(60)}!`],
    ['lookahead and choices of choices', `(?=a)${'(?:a|a)'.repeat(60)}!`, 'a'.repeat(60)],
    ['lookahead and many repetitions', `(?=a)${'a*'.repeat(20)}!`, 'a'.repeat(60)],
  ])('does not judge %s', (_, pattern, given) => {
    expect(matchesPattern(pattern, given)).toBeUndefined();
  });
});

describe('implies', () => {
  test.each([
    ['itself, whatever it is', '^(?!b)', '^(?!b)', true],
    ['a shorter beginning', '^abc', '^ab', true],
    ['a longer beginning', '^ab', '^abc', false],
    ['more characters', '^[a-z]+$', '^[a-z0-9]+$', true],
    ['a part that may be there', '^\\d{5}$', '^\\d{5}(-\\d{4})?$', true],
    ['choices of a class', '^(?:US|CA)$', '^[A-Z]{2}$', true],
    ['another class, where both match everything', '[a-z]*', '[A-Z]*', false],
    ['a larger class, where both match everything', '[a-z]*', '[a-z0-9]*', true],
    ['what is not understood', '^a', '^(?!b)', false],
  ])('finds %s: %s, %s', (_, pattern, other, verdict) => {
    expect(implies({ patterns: [pattern], notPatterns: [] }, other)).toBe(verdict);
  });

  test('for every text that one pattern matches, the other one does, too', () => {
    const pattern = fc.constantFrom(...patterns);
    fc.assert(
      fc.property(pattern, pattern, fc.array(texts, { maxLength: 20 }), (one, other, given) => {
        if (!implies({ patterns: [one], notPatterns: [] }, other)) return;
        const matching = given.filter((value) => new RegExp(one, 'u').test(value));
        expect(matching.filter((value) => !new RegExp(other, 'u').test(value))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('canMatch', () => {
  test.each([
    ['two that exclude each other', { patterns: ['^a', '^b'], notPatterns: [] }, false],
    ['a pattern and not itself', { patterns: ['a+'], notPatterns: ['a'] }, false],
    ['a length that it has not', { patterns: ['^ab?$'], notPatterns: [], minLength: 3 }, false],
    [
      'all its texts excepted',
      { patterns: ['^[ab]$'], notPatterns: [], except: ['a', 'b'] },
      false,
    ],
    ['one text left', { patterns: ['^[abc]$'], notPatterns: [], except: ['a', 'b'] }, true],
    ['what is not understood', { patterns: ['^(?!a)', '^a'], notPatterns: [] }, true],
  ])('answers for %s', (_, search, verdict) => {
    expect(canMatch(search)).toBe(verdict);
  });
});

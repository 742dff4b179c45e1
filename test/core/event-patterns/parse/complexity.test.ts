import { wildcardPositions } from '../../../../lib/core/event-patterns/parse/complexity';
import { mostBeginnings } from '../../../../lib/core/event-patterns/parse/part-endings';

/** As event-ruler 2.0.1 counts them for a rule of these wildcards alone. */
const counted: readonly (readonly [number, readonly string[]])[] = [
  [1, ['abc']],
  [2, ['*']],
  [2, ['a*']],
  [2, ['*a']],
  [2, ['dir/*.png']],
  [3, ['*aa']],
  [3, ['*:*']],
  [3, ['arn:aws:events:us-east-1:*:event-bus/*']],
  [4, ['*/lib/*']],
  [5, ['*aaaa']],
  [5, ['*:*:*']],
  [5, ['*ab*ab*']],
  [5, ['aa*', '*a*']],
  [6, ['*a', '*b', '*c']],
  [6, ['*ab*', '*ac*']],
  [5, ['*:*', '::*']],
  [7, ['*a*b*c*d*e*']],
  [7, ['/Users/*/dir/dir/dir/dir/dir/doc.txt']],
  [8, ['*.bif', '*.tiff', '*.tif', '*.svs']],
  [9, ['*a*', '*b*', '*c*']],
  [9, ['*:stack/A/*', '*:stack/B/*', '*:stack/C/*']],
  [11, ['*:*:*:*:*:event-bus/*']],
  [12, ['*:stack/A/*', '*:stack/B/*', '*:stack/C/*', '*:stack/D/*']],
  [16, ['*/d/*.bif', '*/d/*.tiff', '*/d/*.tif', '*/d/*.svs']],
];

describe('wildcardPositions', () => {
  test.each(counted)('is %i for %j', (positions, patterns) => {
    const parts = patterns.map((pattern) => pattern.split('*'));

    expect(wildcardPositions(parts, 1000)).toBe(positions);
  });

  test('is 0 without wildcards', () => {
    expect(wildcardPositions([], 11)).toBe(0);
  });
});

describe('mostBeginnings', () => {
  test.each<[string, readonly string[], number]>([
    ['nothing', [], 0],
    ['an empty part', [''], 0],
    ['a part that does not repeat', ['abc'], 1],
    ['a part that begins as it ends', ['aba'], 2],
    ['parts that begin as another ends', ['xab', 'ab', 'b'], 3],
    ['a part twice', ['ab', 'ab'], 2],
    ['beginnings inside a longer part', ['abcd', 'bcx'], 2],
  ])('counts %s', (_, parts, most) => {
    expect(mostBeginnings(parts)).toBe(most);
  });
});

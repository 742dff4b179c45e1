import fc from 'fast-check';
import { distance, slips } from '../../../../lib/core/event-patterns/explain/distance';

describe('distance', () => {
  test.each([
    ['the same text', 'abc', 'abc', 2, 0],
    ['a letter more', 'abc', 'abxc', 2, 1],
    ['a letter less', 'country', 'contry', 2, 1],
    ['another letter', 'abc', 'axc', 2, 1],
    ['two letters swapped', 'detail', 'deatil', 2, 1],
    ['a swap and a letter', 'detail', 'deatl', 2, 2],
    ['two apart', 'shipped', 'chippet', 2, 2],
    ['three apart', 'shipped', 'chipbet', 2, undefined],
    ['a long middle', `a${'x'.repeat(50)}b`, `a${'y'.repeat(50)}b`, 2, undefined],
    ['a limit of nothing', 'a', 'b', 0, undefined],
  ])('is that of %s', (_, a, b, limit, edits) => {
    expect(distance(a, b, limit)).toBe(edits);
    expect(distance(b, a, limit)).toBe(edits);
  });

  test('looks at no more of two long texts than it has to', () => {
    const long = 'x'.repeat(1_000_000);

    expect(distance(`a${long}b`, `b${long}a`, 2)).toBeUndefined();
    expect(distance(`${long}a${long}`, `${long}b${long}`, 2)).toBe(1);
  });

  test('for every text, is at most the number of letters that were replaced in it', () => {
    const text = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(11), fc.nat(11), (one, at, other) => {
        const letters = [...one];
        letters[at % letters.length] = '1';
        letters[other % letters.length] = '2';
        expect(distance(one, letters.join(''), 2)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('slips', () => {
  test.each([
    ['none in two letters', 'ab', 'ac', undefined],
    ['one in five', 'abcde', 'abxde', 1],
    ['no two in five', 'abcde', 'axxde', undefined],
    ['two in six', 'abcdef', 'axxdef', 2],
  ])('are %s', (_, text, wanted, edits) => {
    expect(slips(text, wanted)).toBe(edits);
  });
});

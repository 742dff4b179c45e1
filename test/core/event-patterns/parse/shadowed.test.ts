import { matches, parsePattern } from '../../../../lib/core/event-patterns';

// Every verdict here is one of event-ruler 2.0.1.
describe('parsePattern', () => {
  test.each([
    [
      'one field with a value in common',
      { $or: [{ m: ['a', 'b'] }, { m: ['b', 'c'] }] },
      { m: 'c' },
    ],
    ['numbers', { $or: [{ m: [1, 2] }, { m: [2, 3] }] }, { m: 3 }],
    [
      'a value in common at each field',
      {
        $or: [
          { s: ['x'], m: ['a', 'b'] },
          { s: ['x'], m: ['b', 'c'] },
        ],
      },
      { s: 'x', m: 'c' },
    ],
  ])('drops the later alternative, as AWS does, of %s', (_, rule, event) => {
    const pattern = parsePattern(rule);

    expect(matches(pattern, event)).toBe(false);
    expect(pattern.alternatives).toHaveLength(1);
    expect(pattern.shadowed).toHaveLength(1);
  });

  test.each([
    [
      'no value in common at one field',
      {
        $or: [
          { s: ['x'], m: ['a'] },
          { s: ['x'], m: ['c'] },
        ],
      },
      { s: 'x', m: 'c' },
    ],
    [
      'a field that the other lacks',
      {
        $or: [
          { s: ['x'], m: ['a', 'b'] },
          { s: ['x'], m: ['b', 'c'], v: [{ exists: true }] },
        ],
      },
      { s: 'x', m: 'c', v: '0' },
    ],
  ])('keeps both with %s', (_, rule, event) => {
    const pattern = parsePattern(rule);

    expect(matches(pattern, event)).toBe(true);
    expect(pattern.alternatives).toHaveLength(2);
    expect(pattern.shadowed).toEqual([]);
  });

  // The third meets the first at 1 and the second at 2: which of the two AWS asks is chance.
  test('keeps one of which AWS may drop it or not', () => {
    const pattern = parsePattern({
      $or: [
        { a: ['1'], b: ['x'] },
        { a: ['2'], b: ['y'] },
        { a: ['1', '2'], b: ['x'] },
      ],
    });

    expect(matches(pattern, { a: '2', b: 'x' })).toBe(true);
    expect(pattern.alternatives).toHaveLength(3);
    expect(pattern.shadowed).toEqual([]);
  });

  test('loses nothing by one that the earlier one holds whole', () => {
    const pattern = parsePattern({ $or: [{ m: ['a', 'b'] }, { m: ['b'] }] });

    expect(pattern.alternatives).toHaveLength(1);
    expect(pattern.shadowed).toEqual([]);
  });
});

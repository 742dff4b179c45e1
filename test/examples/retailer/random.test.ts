import { type Spread, seededRandom, valueAt } from '../../../examples/retailer/random';

describe('seededRandom', () => {
  const shares = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 5 }, () => random.share());
  };

  test('draws the same for the same seed', () => {
    expect(shares(7)).toEqual(shares(7));
  });

  test('draws something else for another seed', () => {
    expect(shares(7)).not.toEqual(shares(8));
  });

  test('picks by weight', () => {
    const random = seededRandom(1);
    const items = [
      { name: 'rare', weight: 1 },
      { name: 'frequent', weight: 3 },
      { name: 'never', weight: 0 },
    ];
    const picked = Array.from({ length: 4000 }, () => random.pick(items).name);
    const rare = picked.filter((name) => name === 'rare').length;
    expect(rare).toBeGreaterThan(900);
    expect(rare).toBeLessThan(1100);
    expect(picked).not.toContain('never');
  });

  test('draws as many numbers from a part of a spread as the spread says', () => {
    const random = seededRandom(1);
    const numbers = Array.from({ length: 4000 }, () => random.spread([[0, 1], [0.75, 2], [1, 90]])); // biome-ignore format: one line
    const small = numbers.filter((number) => number <= 2).length;
    expect(small).toBeGreaterThan(2900);
    expect(small).toBeLessThan(3100);
    expect(Math.max(...numbers)).toBeGreaterThan(80);
  });
});

describe('valueAt', () => {
  const spread: Spread = [
    [0, 10],
    [0.5, 20],
    [1, 120],
  ];

  test.each([
    ['at the beginning', 0, 10],
    ['between the first two', 0.25, 15],
    ['at a pair', 0.5, 20],
    ['between the last two', 0.75, 70],
    ['at the end', 1, 120],
  ])('gives the value %s', (_place, share, value) => {
    expect(valueAt(spread, share)).toBe(value);
  });
});

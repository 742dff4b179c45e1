import { lotsOf } from '../../../benchmarks/patterns/lots';
import { families, ruleSets } from '../../../benchmarks/patterns/rule-sets';
import { matches, parsePattern } from '../../../lib/core/event-patterns';

const lots = lotsOf(2000);
const sets = ruleSets();

/** How often a rule of the set takes one of the first so many events. */
function hitsOf(rules: ReadonlyMap<string, string>, events: number): number {
  const patterns = [...rules.values()].map((text) => parsePattern(text));
  const hits = (event: string) => patterns.filter((pattern) => matches(pattern, event)).length;
  return lots.slice(0, events).reduce((sum, event) => sum + hits(event), 0);
}

describe('ruleSets', () => {
  it('has five rules of each kind, all simple ones mixed, and many by the hundred and thousand', () => {
    expect(sets.map(({ name, rules }) => [name, rules.size])).toEqual([
      ['exact', 5],
      ['prefix', 5],
      ['suffix', 5],
      ['equals-ignore-case', 5],
      ['wildcard', 5],
      ['numeric', 5],
      ['anything-but', 5],
      ['complex-arrays', 5],
      ['mixed', 65],
      ['many-exact', 1],
      ['many-exact', 100],
      ['many-exact', 1000],
      ['many-exact', 10_000],
      ['many-mixed', 100],
      ['many-mixed', 1000],
      ['many-mixed', 10_000],
    ]);
  });

  it('has rules that AWS takes', () => {
    const texts = sets.flatMap(({ rules }) => [...rules.values()]);
    const refused = texts.filter((text) => {
      try {
        return parsePattern(text) === undefined;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual([]);
  });

  test.each([
    ['exact', 1, 30],
    ['prefix', 20, 80],
    ['suffix', 100, 300],
    ['equals-ignore-case', 1000, 1300],
    ['wildcard', 5, 40],
    ['numeric', 2900, 3500],
    ['anything-but', 6000, 7500],
    ['complex-arrays', 2900, 3500],
  ])('%s rules hit about as often as those they are like', (name, least, most) => {
    const rules = sets.find((set) => set.name === name)?.rules ?? new Map();
    const hits = hitsOf(rules, 2000);
    expect(hits).toBeGreaterThanOrEqual(least);
    expect(hits).toBeLessThanOrEqual(most);
  });

  it('hits with some and not with all pairs where rules are many', () => {
    for (const { rules } of sets.filter((set) => set.rules.size === 100)) {
      const hits = hitsOf(rules, 500);
      expect(hits).toBeGreaterThan(0);
      expect(hits).toBeLessThan(100);
    }
  });

  it('has no rule twice among many', () => {
    const exact = sets.filter(({ name }) => name === 'many-exact');
    for (const { rules } of exact) {
      expect(new Set(rules.values()).size).toBeGreaterThan(rules.size * 0.99);
    }
  });

  it('looks into arrays of arrays only where a family says so', () => {
    const looking = Object.entries(families).filter(([, patterns]) =>
      JSON.stringify(patterns).includes('"coordinates"'),
    );
    expect(looking.map(([name]) => name)).toEqual(['complex-arrays']);
  });
});

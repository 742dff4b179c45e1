import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** What is drawn, and how often among 100,000 draws; the last entry gets whatever is left. */
export type Table<T> = readonly (readonly [value: T, perHundredThousand: number])[];

/** Draws that depend on the seed alone, in the order in which they are asked for. */
export interface Random {
  /** From 0 up to, and without, 1. */
  share(): number;
  /** A whole number from `low` to `high`, both inside. */
  whole(low: number, high: number): number;
  item<T>(items: readonly T[]): T;
  from<T>(table: Table<T>): T;
}

/** @param seed a whole number from 0 to 4,294,967,295 */
export function seededRandom(seed: number): Random {
  const generator = mersenne(seed);
  const share = () => uniformFloat64(generator);
  const whole = (low: number, high: number) => low + Math.floor(share() * (high - low + 1));
  return {
    share,
    whole,
    item: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    from: (table) => valueAt(table, share() * 100_000),
  };
}

function valueAt<T>(table: Table<T>, draw: number): T {
  let left = draw;
  for (const [value, often] of table) {
    left -= often;
    if (left < 0) {
      return value;
    }
  }
  return (table[table.length - 1] as Table<T>[number])[0];
}

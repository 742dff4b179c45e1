import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Something that happens as often as its weight says, among others of its kind. */
export interface Weighted {
  readonly weight: number;
}

/**
 * How a number is spread: pairs of a share of all cases and the value that these do not exceed,
 * rising from share 0 to share 1; straight between the pairs.
 */
export type Spread = readonly (readonly [share: number, value: number])[];

/** Draws that depend on the seed alone, in the order in which they are asked for. */
export interface Random {
  /** A number from 0 up to, and without, 1. */
  share(): number;
  /** One of the items, by weight. */
  pick<T extends Weighted>(items: readonly T[]): T;
  /** A number of this spread. */
  spread(spread: Spread): number;
}

/** @param seed a whole number from 0 to 4,294,967,295 */
export function seededRandom(seed: number): Random {
  const generator = mersenne(seed);
  const share = () => uniformFloat64(generator);
  return {
    share,
    pick: (items) => pickAt(items, share()),
    spread: (spread) => valueAt(spread, share()),
  };
}

/** The value of a spread that this share of all cases does not exceed. */
export function valueAt(spread: Spread, share: number): number {
  const next = Math.max(
    1,
    spread.findIndex(([upTo]) => share <= upTo),
  );
  const [fromShare, from] = spread[next - 1];
  const [toShare, to] = spread[next];
  return from + ((to - from) * (share - fromShare)) / (toShare - fromShare);
}

function pickAt<T extends Weighted>(items: readonly T[], share: number): T {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = share * total;
  const picked = items.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return picked ?? items[items.length - 1];
}

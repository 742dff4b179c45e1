/**
 * Which leaves of one path stand in which element of which array. Leaves come in the order of the
 * event, so those of one element are neighbours: an element is opened at its first leaf and closed
 * before the first one outside, and no leaf is entered once for each array around it.
 */
import type { Membership } from './membership';

export interface Elements {
  /** By `elementKey`, the first of the leaves and the one after the last. */
  readonly ranges: ReadonlyMap<number, readonly [start: number, end: number]>;
  /** How many of the leaves stand in elements of an array, for each that holds any. */
  readonly arrays: ReadonlyMap<number, number>;
  /** By array, the element that it stands in, if it stands in one. */
  readonly outer: ReadonlyMap<number, number>;
}

/** Both are counts of values of one event, which are fewer than this. */
const most = 2 ** 26;

export const elementKey = (array: number, index: number): number => array * most + index;

const arrayOf = (key: number): number => Math.floor(key / most);

interface Open {
  readonly key: number;
  readonly start: number;
}

export function elementsOf(leaves: readonly { readonly membership: Membership }[]): Elements {
  const ranges = new Map<number, readonly [number, number]>();
  const arrays = new Map<number, number>();
  const outer = new Map<number, number>();
  const open: Open[] = [];
  const level = new Map<number, number>();
  const closeDownTo = (depth: number, end: number): void => {
    for (const { key, start } of open.splice(depth).reverse()) {
      ranges.set(key, [start, end]);
      arrays.set(arrayOf(key), (arrays.get(arrayOf(key)) ?? 0) + end - start);
      level.delete(key);
    }
  };
  leaves.forEach(({ membership }, at) => {
    const { opening, depth } = entering(membership, level);
    closeDownTo(depth, at);
    for (const key of opening.reverse()) {
      const around = open.at(-1);
      if (around !== undefined) {
        outer.set(arrayOf(key), around.key);
      }
      open.push({ key, start: at });
      level.set(key, open.length);
    }
  });
  closeDownTo(0, leaves.length);
  return { ranges, arrays, outer };
}

/** The elements that a leaf opens, innermost first, and how many around them stay open. */
function entering(
  membership: Membership,
  level: ReadonlyMap<number, number>,
): { readonly opening: number[]; readonly depth: number } {
  const opening: number[] = [];
  for (const [array, index] of membership) {
    const key = elementKey(array, index);
    const depth = level.get(key);
    if (depth !== undefined) {
      return { opening, depth };
    }
    opening.push(key);
  }
  return { opening, depth: 0 };
}

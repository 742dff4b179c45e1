import { interpreter } from './engines';
import type { Rules } from './rule-sets';

/** A fast answer that is wrong counts for nothing: the interpreter says what is right. */

/**
 * How many rules take each of the first events.
 *
 * @param pairs about so many questions, of one rule and one event, are asked; of ten events at least
 */
export function rightCounts(rules: Rules, events: readonly string[], pairs: number): number[] {
  const some = events.slice(0, Math.max(10, Math.ceil(pairs / rules.size)));
  return some.map(interpreter.prepare(rules));
}

export interface Wrong {
  /** How many of the events get another count. */
  readonly events: number;
  readonly of: number;
  /** The first of them, in words. */
  readonly first?: string;
}

export function wrongOf(counts: readonly number[], right: readonly number[]): Wrong {
  const wrong = right.flatMap((count, index) => (counts[index] === count ? [] : [index]));
  const [first] = wrong;
  return {
    events: wrong.length,
    of: right.length,
    ...(first === undefined
      ? {}
      : { first: `event ${first}: ${counts[first]} rules, not ${right[first]}` }),
  };
}

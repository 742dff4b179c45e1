import type { Matcher } from '../ast';
import type { Leaf } from '../match/flatten';
import { matchesLeaf } from '../match/matchers';
import { ipDigits } from '../values/ip';
import { comparableNumber } from '../values/numbers';

/** What is asked of one leaf: that some of the matchers takes it, or that none does. */
export interface Clause {
  readonly matchers: readonly Matcher[];
  readonly holds: boolean;
}

/** The leaf that a JSON text of a string, number or keyword stands for. */
export function leafOf(json: string): Leaf {
  const membership = new Map<number, number>();
  if (json.startsWith('"')) {
    const text: string = JSON.parse(json);
    return { text: `"${text}"`, ip: ipDigits(text), membership };
  }
  return /^[tfn]/.test(json)
    ? { text: json, membership }
    : { text: json, number: comparableNumber(json), membership };
}

/** Whether the leaf that a JSON text stands for is what all the clauses ask for. */
export function satisfies(json: string, clauses: readonly Clause[]): boolean {
  const leaf = leafOf(json);
  return clauses.every(({ matchers, holds }) => {
    return matchers.some((matcher) => matchesLeaf(matcher, leaf)) === holds;
  });
}

export function mayBeAbsent(matchers: readonly Matcher[]): boolean {
  return matchers.some(({ kind }) => kind === 'absent');
}

import type { Matcher } from '../ast';
import { readJson } from '../json/read';
import { leafOf } from '../match/flatten';
import { matchesLeaf } from '../match/matchers';
import { nowhere } from '../match/membership';

/** What is asked of one leaf: that some of the matchers takes it, or that none does. */
export interface Clause {
  readonly matchers: readonly Matcher[];
  readonly holds: boolean;
}

/** Whether the leaf that a JSON text stands for is what all the clauses ask for. */
export function satisfies(json: string, clauses: readonly Clause[]): boolean {
  const node = readJson(json);
  const leaf = node.kind === 'object' || node.kind === 'array' ? undefined : leafOf(node, nowhere);
  return clauses.every(({ matchers, holds }) => {
    const taken = leaf !== undefined && matchers.some((matcher) => matchesLeaf(matcher, leaf));
    return taken === holds;
  });
}

export function mayBeAbsent(matchers: readonly Matcher[]): boolean {
  return matchers.some(({ kind }) => kind === 'absent');
}

/** Which terms hold for a property or an element of an alternative. */
import type { Arrays, Group, Objects, Term } from './form';
import { matchesPattern } from './pattern-search';

/** What the value of that property satisfies. */
export function termOfName({ groups }: Objects, name: string): Term {
  return groups.flatMap((group) => termInGroup(group, name));
}

/** Where a pattern isn't understood, neither it nor what holds for the others says anything. */
function termInGroup({ names, patterns, rest }: Group, name: string): Term {
  const own = names.get(name);
  const verdicts = patterns.map(([pattern]) => matchesPattern(pattern, name));
  const matching = patterns.flatMap(([, term], at) => (verdicts[at] === true ? [...term] : []));
  const isOther = own === undefined && verdicts.every((verdict) => verdict === false);
  return isOther ? rest : [...(own ?? []), ...matching];
}

/** All names that are spoken of. */
export function namedIn({ groups, required, dependents }: Objects): Set<string> {
  return new Set([
    ...groups.flatMap(({ names }) => [...names.keys()]),
    ...required,
    ...dependents.flatMap(({ name, others }) => [name, ...others]),
  ]);
}

/** With what is there because something else is. */
export function requiredOf({ required, dependents }: Objects, more: readonly string[] = []) {
  const found = new Set([...required, ...more]);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { name, others } of dependents) {
      if (found.has(name)) for (const other of others) found.add(other);
    }
  }
  return found;
}

/** What the element in that place satisfies. */
export function termAt({ tuples }: Arrays, place: number): Term {
  return tuples.flatMap(({ prefix, rest }) => prefix[place] ?? rest);
}

/** From there on all elements satisfy the same. */
export function prefixLength({ tuples }: Arrays): number {
  return Math.max(0, ...tuples.map(({ prefix }) => prefix.length));
}

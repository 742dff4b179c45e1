/**
 * The properties of an object that nobody names, in classes: those that match the same patterns of
 * the writer satisfy the same term. What a class is called is a term, too, so that patterns which
 * exclude each other, or the writer's `propertyNames`, leave no name in it.
 */
import type { Objects, Term } from './form';
import { namedIn } from './members';
import { setOf, strings } from './records';
import type { Session } from './session';

export interface NameClass {
  readonly matching: readonly string[];
  readonly missing: readonly string[];
  /** What the values satisfy. */
  readonly term: Term;
}

const mostPatterns = 6;

const known = new WeakMap<Objects, readonly NameClass[]>();

export function classesOf(of: Objects, session: Session): readonly NameClass[] {
  const found = known.get(of) ?? findClasses(of, session);
  known.set(of, found);
  return found;
}

/** Of more patterns than a few, nothing is known of the others. */
function findClasses(of: Objects, session: Session): readonly NameClass[] {
  if (of.required.size >= of.maxProperties) return [];
  const patterns = [...new Set(of.groups.flatMap((group) => group.patterns.map(([one]) => one)))];
  if (patterns.length > mostPatterns) return [{ matching: [], missing: [], term: [] }];
  return subsets(patterns)
    .map((matching): NameClass => {
      const missing = patterns.filter((pattern) => !matching.includes(pattern));
      return { matching, missing, term: termOfClass(of, matching) };
    })
    .filter((one) => !session.isEmpty(one.term) && !isUnnamed(of, one, session));
}

function subsets(patterns: readonly string[]): string[][] {
  const [first, ...others] = patterns;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((some) => [some, [first, ...some]]);
}

function termOfClass({ groups }: Objects, matching: readonly string[]): Term {
  return groups.flatMap(({ patterns, rest }) => {
    const own = patterns.filter(([pattern]) => matching.includes(pattern));
    return own.length === 0 ? rest : own.flatMap(([, term]) => term);
  });
}

interface More {
  readonly match?: string;
  readonly miss?: readonly string[];
  readonly not?: Iterable<string>;
}

/** Whether no name is in the class that matches, or misses, these patterns as well. */
export function isUnnamed(of: Objects, one: NameClass, session: Session, more: More = {}): boolean {
  const patterns = one.matching.length + one.missing.length + (more.miss?.length ?? 0);
  const isFree = of.names.length + patterns === 0 && more.match === undefined;
  return !isFree && session.isEmpty(namesOfClass(of, one, more));
}

/** What the names in a class satisfy; only those that match, or miss, more patterns. */
export function namesOfClass(of: Objects, { matching, missing }: NameClass, more: More = {}): Term {
  const patterns = [...matching, ...(more.match === undefined ? [] : [more.match])];
  const notPatterns = [...missing, ...(more.miss ?? [])];
  const excluded = setOf([...namedIn(of), ...(more.not ?? [])]);
  const key = JSON.stringify(['names', patterns, notPatterns, [...excluded.keys()].sort()]);
  return [...of.names, { key, alternatives: [strings({ patterns, notPatterns, excluded })] }];
}

/**
 * Events in which each path holds one value or none. There the fields of a pattern have no say in
 * each other: any values can stand at any paths, if need be under names with dots.
 */
import type { Alternative } from '../ast';
import { mayBeAbsent } from './clauses';
import type { Matchers, Question } from './question';
import { sayMatchers } from './say';

export interface Clash {
  readonly is: 'clash';
  readonly path: string;
  /** Lists of which no value, nor none, is what all ask for. */
  readonly lists: readonly Matchers[];
}

export type Placing =
  /** JSON texts by path; a path that shall hold nothing is left out. */
  | { readonly is: 'placed'; readonly entries: ReadonlyMap<string, string> }
  | Clash
  | { readonly is: 'unknown'; readonly path: string };

/** What stands at one path so that each list holds: a JSON text, or nothing. */
export type Place =
  | { readonly is: 'leaf'; readonly leaf: string }
  | { readonly is: 'absent' | 'none' | 'unknown' };

/** The lists of matchers that some alternatives have at each of their paths. */
export function listsByPath(alternatives: readonly Alternative[]): Map<string, Matchers[]> {
  const lists = new Map<string, Matchers[]>();
  for (const { path, matchers } of alternatives.flatMap(({ fields }) => fields)) {
    lists.set(path, [...(lists.get(path) ?? []), matchers]);
  }
  return lists;
}

/** An event, a value a path, that all the alternatives match; or the path where there is none. */
export function placeAll(alternatives: readonly Alternative[], question: Question): Placing {
  const entries = new Map<string, string>();
  let open: string | undefined;
  for (const [path, lists] of listsByPath(alternatives)) {
    const place = placeOne(lists, [], question);
    if (place.is === 'none') {
      return { is: 'clash', path, lists };
    }
    if (place.is === 'leaf') {
      entries.set(path, place.leaf);
    }
    open = place.is === 'unknown' ? path : open;
  }
  return open === undefined ? { is: 'placed', entries } : { is: 'unknown', path: open };
}

/** What can stand at a path so that the lists of `taking` hold and those of `leaving` don't. */
export function placeOne(
  taking: readonly Matchers[],
  leaving: readonly Matchers[],
  question: Question,
): Place {
  const found = question.leaves(taking, leaving);
  if (found.is === 'some') {
    return { is: 'leaf', leaf: found.leaves[0] ?? 'null' };
  }
  const absent = taking.every(mayBeAbsent) && !leaving.some(mayBeAbsent);
  return { is: absent ? 'absent' : found.is };
}

/** The clash in words. */
export function sayClash({ path, lists }: Clash, question: Question): string {
  const alone = lists.find((list) => {
    return !mayBeAbsent(list) && question.leaves([list]).is === 'none';
  });
  if (alone !== undefined) {
    return `${path}: nothing is ${sayMatchers(alone)}`;
  }
  const [first, ...others] = lists.map(sayMatchers);
  return `${path}: one pattern asks for ${first}, the other for ${others.join(' and ')}`;
}

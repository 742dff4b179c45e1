/**
 * An alternative is inside another if at each path of the other what it takes is taken too: the other
 * then matches by the same values. Two things stand in the way. A field that only the inner one has
 * may choose an element of an array, and absence looks only into chosen elements: so it must not come
 * before an absence that shares an array with it. And where names are repeated or hold dots, one path
 * leads through several arrays, and the first chosen one that holds a value hides those of others.
 */
import type { Alternative, PatternField } from '../ast';
import type { Extent } from './answers';
import { spend } from './budget';
import { mayBeAbsent } from './clauses';
import { mayShareArray } from './paths';
import type { Question } from './question';

/** Of which events some one of the others matches all that the inner one does; undefined if open. */
export function extentInside(
  inner: Alternative,
  others: readonly Alternative[],
  question: Question,
): Extent | undefined {
  let best: Extent | undefined;
  for (const outer of others) {
    const extent = best === 'all' ? best : extentOf(inner, outer, question);
    best = extent ?? best;
  }
  return best;
}

function extentOf(inner: Alternative, outer: Alternative, question: Question): Extent | undefined {
  spend(question.budget, inner.fields.length + outer.fields.length);
  const own = new Map(inner.fields.map((field) => [field.path, field]));
  const kept = new Set(outer.fields.map(({ path }) => path));
  const dropped = inner.fields.filter(({ path }) => !kept.has(path));
  const holds = outer.fields.every((field) => {
    const given = own.get(field.path);
    return given === undefined
      ? takesAnything(field, [...inner.fields, ...outer.fields], question)
      : takesAll(field, given, dropped, question);
  });
  if (!holds) {
    return undefined;
  }
  const hides = dropped.some(({ path }) => comesBefore(path, outer.fields));
  return hides ? 'plain' : 'all';
}

function takesAll(
  outer: PatternField,
  inner: PatternField,
  dropped: readonly PatternField[],
  question: Question,
): boolean {
  if (outer.matchers !== inner.matchers) {
    if (question.leaves([inner.matchers], [outer.matchers]).is !== 'none') {
      return false;
    }
  }
  if (!mayBeAbsent(inner.matchers)) {
    return true;
  }
  return mayBeAbsent(outer.matchers) && !dropped.some(({ path }) => comesBefore(path, [outer]));
}

/** Whether the field holds in every event, and chooses nothing that others have a say in. */
function takesAnything(
  { path, matchers }: PatternField,
  fields: readonly PatternField[],
  question: Question,
): boolean {
  const apart = fields.every((field) => field.path === path || !mayShareArray(field.path, path));
  return apart && mayBeAbsent(matchers) && question.leaves([], [matchers]).is === 'none';
}

function comesBefore(path: string, fields: readonly PatternField[]): boolean {
  return fields.some((field) => path < field.path && mayShareArray(path, field.path));
}

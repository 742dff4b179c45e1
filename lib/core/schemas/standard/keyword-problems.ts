/**
 * Keywords that are a slip of the hand: no draft knows them, so a validator would read over them
 * without a word, and one that a draft does know is near. Whatever is near nothing is somebody's
 * own and let through. So is a place that a reference leads through: it is of use.
 */
import { slips } from '../../event-patterns/explain/distance';
import type { JsonObject } from '../json';
import { below, parentOf } from '../pointer';
import { draftKeywords, wordsOfOthers } from './keyword-names';
import { type ReachableSchema, reachableSchemas } from './reachable';

/** A keyword that is meant as another one. */
export interface KeywordProblem {
  /** JSON pointer to it. */
  readonly pointer: string;
  readonly keyword: string;
  /** What it is near to. */
  readonly near: string;
}

/** @throws SchemaError as `openSchema` does. */
export function keywordProblems(root: JsonObject): KeywordProblem[] {
  const schemas = reachableSchemas(root);
  const used = usedPlaces(schemas);
  const nearOf = remembering(nearest);
  return schemas.flatMap(({ place, schema }) =>
    Object.keys(schema).flatMap((keyword) => {
      const pointer = below(place, [keyword]);
      const near = isSomebodys(keyword) || used.has(pointer) ? undefined : nearOf(keyword);
      return near === undefined ? [] : [{ pointer, keyword, near }];
    }),
  );
}

/** Where references lead, and all that holds it. */
function usedPlaces(schemas: readonly ReachableSchema[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { target } of schemas.flatMap(({ references }) => references)) {
    for (let at = target ?? ''; at !== '' && !used.has(at); at = parentOf(at)) used.add(at);
  }
  return used;
}

/** A keyword of its own kind starts with `x-`, or with a sign: `@type`, `_id`, `//`. */
const isSomebodys = (keyword: string): boolean =>
  draftKeywords.has(keyword) || wordsOfOthers.has(keyword) || /^(?:x-|[^a-z$])/i.test(keyword);

/** To look at one takes 0.1 ms, and whoever has more words of their own made no slip of the hand. */
const mostWords = 2_000;

function remembering(look: (keyword: string) => string | undefined): typeof look {
  const answers = new Map<string, string | undefined>();
  return (keyword) => {
    if (!answers.has(keyword) && answers.size < mostWords) answers.set(keyword, look(keyword));
    return answers.get(keyword);
  };
}

/** No more slips than that are taken for one of the hand. */
const mostSlips = 2;

function nearest(keyword: string): string | undefined {
  const found = [...draftKeywords].flatMap((known) => {
    const isFar = Math.abs(keyword.length - known.length) > mostSlips;
    const count = isFar ? undefined : slips(keyword, known);
    return count === undefined ? [] : [{ known, count }];
  });
  return found.sort((one, other) => one.count - other.count)[0]?.known;
}

/**
 * Two patterns meet in an event where each field holds a value that both take. Failing that, an array
 * can hold a value for each; and where one pattern wants nothing at a path at which the other wants
 * something, an array of objects can do, since absence looks only into the objects chosen before.
 */
import type { Alternative, EventPattern } from '../ast';
import { type OverlapAnswer, unknown } from './answers';
import { mayBeAbsent } from './clauses';
import { type Entries, eventsOf, objectText } from './event-text';
import { above, mayShareArray } from './paths';
import { ask, firstWitness, lookedAt, type Question } from './question';
import { sayMatchers } from './say';
import { type Clash, listsByPath, placeAll, sayClash } from './scalar-event';
import { canMeet } from './schema-meet';
import { readDocument } from './schema-question';

type Pair = readonly [Alternative, Alternative];

/**
 * Whether there is an event that both patterns match; with a JSON Schema, as for `canMatch`, one that
 * is valid under it.
 *
 * "yes" comes with such an event, one value a field if possible. Without a schema nearly every two
 * patterns meet in events that hold an array where each finds its own value: look at `needsArray`.
 *
 * @throws SchemaError for a schema that is none, or of an unknown draft.
 */
export function canBothMatch(a: EventPattern, b: EventPattern, schema?: object): OverlapAnswer {
  if (lookedAt(a) !== lookedAt(b)) {
    return unknown(`a pattern of ${a.dialect} and one of ${b.dialect} look at different things`);
  }
  const document = schema === undefined ? undefined : readDocument(schema);
  return ask((question) => {
    return document === undefined ? decide([a, b], question) : canMeet([a, b], document, question);
  });
}

function decide(patterns: readonly EventPattern[], question: Question): OverlapAnswer {
  let first: Clash | undefined;
  let open = false;
  for (const pair of pairsOf(patterns)) {
    const placing = placeAll(pair, question);
    if (placing.is === 'clash') {
      first ??= placing;
    } else {
      open = true;
    }
    const events = placing.is === 'placed' ? eventsOf(placing.entries) : [];
    const witness = firstWitness(events, patterns, [], question.budget);
    if (witness !== undefined) {
      return { answer: 'yes', witness, needsArray: false };
    }
  }
  const clash = open || first === undefined ? undefined : sayClash(first, question);
  return decideArrays(patterns, clash, question);
}

function decideArrays(
  patterns: readonly EventPattern[],
  clash: string | undefined,
  question: Question,
): OverlapAnswer {
  let first: string | undefined;
  let open = false;
  for (const pair of pairsOf(patterns)) {
    const reason = impossible(pair, question);
    first ??= reason;
    open ||= reason === undefined;
    const events = reason === undefined ? arrayEvents(pair, question) : [];
    const witness = firstWitness(events, patterns, [], question.budget);
    if (witness !== undefined) {
      return { answer: 'yes', witness, needsArray: true, ...(clash !== undefined && { clash }) };
    }
  }
  return open || first === undefined
    ? unknown(`no event was found, also none with arrays${clash === undefined ? '' : `; ${clash}`}`)
    : { answer: 'no', reason: first, extent: 'all' };
}

function* pairsOf([a, b]: readonly EventPattern[]): Generator<Pair> {
  for (const one of a?.alternatives ?? []) {
    for (const other of b?.alternatives ?? []) {
      yield [one, other];
    }
  }
}

/** Why no event is matched by both, if that is sure. */
function impossible(pair: Pair, question: Question): string | undefined {
  for (const alternative of pair) {
    const alone = placeAll([alternative], question);
    if (alone.is === 'clash') {
      return sayClash(alone, question);
    }
  }
  const [a, b] = pair;
  return absenceClash(a, b, question) ?? absenceClash(b, a, question);
}

// Absence is the only thing that a further value can spoil, and it looks at all values of its path
// unless an earlier field has chosen an element of an array that holds them.
function absenceClash(absent: Alternative, present: Alternative, question: Question) {
  for (const { path, matchers } of absent.fields) {
    const other = present.fields.find((field) => field.path === path)?.matchers;
    const free = absent.fields.some((field) => {
      return field.path < path && mayShareArray(field.path, path);
    });
    if (other !== undefined && !mayBeAbsent(other) && !free && mayBeAbsent(matchers)) {
      if (question.leaves([matchers]).is === 'none') {
        return `${path}: one pattern asks for no value, the other for ${sayMatchers(other)}`;
      }
    }
  }
  return undefined;
}

function* arrayEvents(pair: Pair, question: Question): Generator<string> {
  const [mine, theirs] = pair.map((alternative) => placeAll([alternative], question));
  if (mine?.is !== 'placed' || theirs?.is !== 'placed') {
    return;
  }
  const shared = new Map<string, string>();
  const split: string[] = [];
  for (const [path, lists] of listsByPath(pair)) {
    const both = question.leaves(lists);
    const sides = [mine, theirs].flatMap(({ entries }) => entries.get(path) ?? []);
    if (both.is === 'some') {
      shared.set(path, both.leaves[0] ?? 'null');
    } else if (sides.length > 0 && !lists.every(mayBeAbsent)) {
      shared.set(path, sides.length > 1 ? `[${sides.join()}]` : (sides[0] ?? 'null'));
      if (sides.length < lists.length) {
        split.push(path);
      }
    }
  }
  yield* eventsOf(shared);
  const levels = Math.max(0, ...split.map((path) => above(path).length));
  for (let level = 0; level < levels; level++) {
    const places = new Set(split.map((path) => above(path)[level] ?? above(path).at(-1) ?? path));
    yield* eventsOf(splitAt([...places], shared, [mine.entries, theirs.entries]));
    yield* eventsOf(splitAt([...places], shared, [theirs.entries, mine.entries]));
  }
}

/** What both share, but at these paths an array with an object for each. */
function splitAt(places: readonly string[], shared: Entries, sides: readonly Entries[]): Entries {
  const result = new Map(shared);
  for (const place of places) {
    const isBelow = (path: string) => path.startsWith(`${place}.`);
    const own = result.get(place);
    const objects = sides.map((entries) => {
      const inside = [...entries].filter(([path]) => isBelow(path));
      const [nested] = eventsOf(
        new Map(inside.map(([path, value]) => [path.slice(place.length + 1), value])),
      );
      return nested ?? objectText([]);
    });
    for (const path of [...result.keys()].filter(isBelow)) {
      result.delete(path);
    }
    result.set(place, `[${[...(own === undefined ? [] : [own]), ...objects].join()}]`);
  }
  return result;
}

/**
 * Looks for an event that one alternative matches and none of the others does. Each of the others
 * must fail at one of its paths: which one is chosen for each in turn, and what must not be taken at
 * a path adds up, until some value or its absence does all of it at every path.
 */
import type { Alternative } from '../ast';
import { spend } from './budget';
import { type Entries, eventsOf } from './event-text';
import { above } from './paths';
import type { Matchers, Question } from './question';
import { type Place, placeAll, placeOne } from './scalar-event';

export type CounterSearch =
  | { readonly is: 'found'; readonly entries: Entries }
  /** `none` holds of events with one value or none at each path. */
  | { readonly is: 'none' | 'unknown' };

interface Hold {
  readonly taking: readonly Matchers[];
  readonly leaving: readonly Matchers[];
  readonly place: Place;
}

type Holds = ReadonlyMap<string, Hold>;

export function findCounterEvent(
  wanted: Alternative,
  others: readonly Alternative[],
  question: Question,
): CounterSearch {
  const start = new Map<string, Hold>();
  for (const { path, matchers } of wanted.fields) {
    const taking = [matchers];
    start.set(path, { taking, leaving: [], place: placeOne(taking, [], question) });
  }
  const places = [...start.values()].map(({ place }) => place.is);
  if (places.includes('none') || places.includes('unknown')) {
    return { is: places.includes('none') ? 'none' : 'unknown' };
  }
  return escapeAll(start, others, question);
}

// An explicit stack, since there may be a thousand alternatives to escape.
function escapeAll(
  start: Holds,
  others: readonly Alternative[],
  question: Question,
): CounterSearch {
  let complete = true;
  const open: { readonly holds: Holds; readonly at: number }[] = [{ holds: start, at: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { holds, at } = next;
    const other = others[at];
    if (other === undefined) {
      return { is: 'found', entries: entriesOf(holds) };
    }
    spend(question.budget, holds.size + 1);
    for (const { path, matchers } of [...other.fields].reverse()) {
      const hold = leaveOut(holds.get(path), matchers, question);
      if (hold.place.is === 'unknown') {
        complete = false;
      } else if (hold.place.is !== 'none') {
        open.push({ holds: new Map([...holds, [path, hold]]), at: at + 1 });
      }
    }
  }
  return { is: complete ? 'none' : 'unknown' };
}

function leaveOut(hold: Hold | undefined, matchers: Matchers, question: Question): Hold {
  const taking = hold?.taking ?? [];
  const leaving = [...new Set([...(hold?.leaving ?? []), matchers])];
  const place = placeOne(taking, leaving, question);
  // A path that nothing is asked of stays empty if it may.
  const empty = taking.length === 0 && !leaving.some((list) => list.some(isAbsence));
  return { taking, leaving, place: empty ? { is: 'absent' } : place };
}

const isAbsence = ({ kind }: Matchers[number]) => kind === 'absent';

function entriesOf(holds: Holds): Entries {
  const entries = new Map<string, string>();
  for (const [path, { place }] of holds) {
    if (place.is === 'leaf') {
      entries.set(path, place.leaf);
    }
  }
  return entries;
}

/**
 * Events that the alternative matches by one element of an array, with another element beside it
 * that holds a value at one of the paths.
 */
export function* spreadEvents(
  wanted: Alternative,
  paths: readonly string[],
  question: Question,
): Generator<string> {
  const placing = placeAll([wanted], question);
  if (placing.is !== 'placed') {
    return;
  }
  for (const path of paths) {
    for (const place of above(path)) {
      const inside = [...placing.entries].filter(([name]) => name.startsWith(`${place}.`));
      const rest = [...placing.entries].filter(([name]) => !name.startsWith(`${place}.`));
      const cut = (name: string) => name.slice(place.length + 1);
      const [own] = eventsOf(new Map(inside.map(([name, value]) => [cut(name), value])));
      const [beside] = eventsOf(new Map([[cut(path), placing.entries.get(path) ?? '"x"']]));
      for (const items of [
        [own, beside],
        [beside, own],
      ]) {
        yield* eventsOf(new Map([...rest, [place, `[${items.join()}]`]]));
      }
    }
  }
}

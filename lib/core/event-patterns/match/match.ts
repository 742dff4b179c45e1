/**
 * An alternative matches when each of its fields, in the order of their paths, finds a leaf such
 * that no two of the leaves stand in different elements of one array; or is absent from all that
 * the elements chosen so far allow. The search backtracks. It remembers where it failed, by the
 * field it had reached and those of the chosen elements that later fields can still clash with, so
 * that independent arrays add up instead of multiplying.
 */
import type { Alternative, EventPattern, PatternField } from '../ast';
import { readEvent } from '../dialects/event';
import { EventError } from '../errors';
import { elementKey } from './elements';
import { elementsIn, emptyLeaves, flatten, type Leaf, type Leaves } from './flatten';
import { matchesLeaf } from './matchers';
import { type Membership, nowhere } from './membership';

interface Step {
  /** The field also holds where there is no leaf. */
  readonly absent: boolean;
  readonly leaves: Leaves;
  /** Those of the leaves that some matcher of the field takes. */
  readonly passing: ReadonlySet<Leaf>;
}

/**
 * Where a search gives up, after a second or two, if names repeat or hold dots. Otherwise arrays
 * stand in each other as their paths do, and where the search failed is one field and one element:
 * it never fails more often than there are fields times elements, and is never given up.
 */
const maxFailures = 200_000;

/**
 * Whether a rule with this pattern takes the event, given as a JSON text or as an object. A text is
 * what AWS sees: it keeps the spelling of numbers, and fields of one name side by side.
 *
 * @throws EventError for a text that is not JSON, an event that is not an object or nests deeper
 *   than 1,000 levels, and one whose names repeat so often that the search would not end.
 */
export function matches(pattern: EventPattern, event: string | object): boolean {
  const object = readEvent(pattern.dialect, event);
  if (object === undefined) {
    return false;
  }
  const leaves = flatten(object, pattern.paths);
  return pattern.alternatives.some((alternative) => matchesAlternative(alternative, leaves));
}

export function matchesAlternative(
  { fields }: Alternative,
  leaves: ReadonlyMap<string, Leaves>,
): boolean {
  const steps = fields.map((field) => stepOf(field, leaves.get(field.path) ?? emptyLeaves()));
  const possible = steps.every(({ absent, passing }) => absent || passing.size > 0);
  return possible && search(steps);
}

function stepOf({ matchers }: PatternField, leaves: Leaves): Step {
  const passes = (leaf: Leaf) => matchers.some((matcher) => matchesLeaf(matcher, leaf));
  const absent = matchers.some(({ kind }) => kind === 'absent');
  return { absent, leaves, passing: new Set(leaves.all.filter(passes)) };
}

function search(steps: readonly Step[]): boolean {
  const failures = new Set<string>();
  const ahead = arraysAhead(steps);
  const outer = new Map(steps.flatMap(({ leaves }) => [...elementsIn(leaves).outer]));
  const most = Math.max(maxFailures, steps.length * (1 + countElements(steps)));
  const from = (index: number, chosen: Membership): boolean => {
    const step = steps[index];
    if (step === undefined) {
      return true;
    }
    const place = placeKey(index, chosen, ahead[index], outer);
    if (failures.has(place)) {
      return false;
    }
    for (const next of choices(step, chosen)) {
      if (from(index + 1, next)) {
        return true;
      }
    }
    if (failures.add(place).size > most) {
      throw new EventError('its arrays combine in too many ways', 'names without dots, each once');
    }
    return false;
  };
  return from(0, nowhere);
}

function* choices({ absent, leaves, passing }: Step, chosen: Membership): Generator<Membership> {
  if (absent && !isPresent(leaves, chosen)) {
    yield chosen;
  }
  for (const leaf of nearest(leaves, chosen, 1)) {
    const joined = passing.has(leaf) ? join(chosen, leaf.membership) : undefined;
    if (joined !== undefined) {
      yield joined;
    }
  }
}

function isPresent(leaves: Leaves, chosen: Membership): boolean {
  const near = nearest(leaves, chosen, leaves.all.length);
  return near.some((leaf) => join(chosen, leaf.membership) !== undefined);
}

// The leaves in the chosen element of the innermost array that holds at least so many of them: this
// keeps the search through a large array linear. As on AWS a value is looked for in a chosen array
// that holds one: where names with dots, or twice the same, put a path into that array and
// elsewhere too, what is elsewhere is not found.
function nearest(leaves: Leaves, chosen: Membership, least: number): readonly Leaf[] {
  if (chosen.size === 0 || leaves.all.length === 0) {
    return leaves.all;
  }
  const { arrays, ranges } = elementsIn(leaves);
  for (const [array, index] of chosen) {
    if ((arrays.get(array) ?? 0) >= least) {
      return leaves.all.slice(...(ranges.get(elementKey(array, index)) ?? [0, 0]));
    }
  }
  return leaves.all;
}

function join(chosen: Membership, added: Membership): Membership | undefined {
  let isNew = false;
  for (const [array, index] of added) {
    const before = chosen.get(array);
    if (before === undefined) {
      isNew = true;
    } else if (before !== index) {
      return undefined;
    }
  }
  return isNew ? new Map([...added, ...chosen]) : chosen;
}

/** For each step the arrays that its leaves and those of later steps stand in. */
function arraysAhead(steps: readonly Step[]): readonly ReadonlySet<number>[] {
  const ahead: ReadonlySet<number>[] = [];
  let arrays: ReadonlySet<number> = new Set();
  for (const { leaves } of [...steps].reverse()) {
    const own = elementsIn(leaves).arrays;
    arrays = own.size === 0 ? arrays : new Set([...arrays, ...own.keys()]);
    ahead.unshift(arrays);
  }
  return ahead;
}

function countElements(steps: readonly Step[]): number {
  return new Set(steps.flatMap(({ leaves }) => [...elementsIn(leaves).ranges.keys()])).size;
}

// An element stands for those around it, which are chosen with it.
function placeKey(
  field: number,
  chosen: Membership,
  ahead: ReadonlySet<number> | undefined,
  outer: ReadonlyMap<number, number>,
): string {
  const elements: number[] = [];
  let implied: number | undefined;
  for (const [array, index] of chosen) {
    if (ahead?.has(array)) {
      const key = elementKey(array, index);
      if (key !== implied) {
        elements.push(key);
      }
      implied = outer.get(array);
    }
  }
  return `${field}:${elements}`;
}

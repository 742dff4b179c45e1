/**
 * An alternative matches when each of its fields, in the order of their paths, finds a leaf such
 * that no two of the leaves stand in different elements of one array; or is absent from all that
 * the elements chosen so far allow. The search backtracks. It remembers where it failed, by the
 * field it had reached and those of the chosen elements that later fields can still clash with, so
 * that independent arrays add up instead of multiplying.
 */
import type { Alternative, EventPattern, PatternField } from '../ast';
import { EventError } from '../errors';
import { toObject } from '../json/node';
import {
  elementKey,
  emptyLeaves,
  flatten,
  type Leaf,
  type Leaves,
  type Membership,
} from './flatten';
import { matchesLeaf } from './matchers';

interface Step {
  /** The field also holds where there is no leaf. */
  readonly absent: boolean;
  readonly leaves: Leaves;
  /** Those of the leaves that some matcher of the field takes. */
  readonly passing: ReadonlySet<Leaf>;
}

/**
 * Where a search gives up, after a second or two. An array of 20,000 objects can't bring it here; a
 * dozen arrays at one path can, and only names that repeat or hold dots make those.
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
  const object = toObject(event, (problem) => {
    throw new EventError(problem, 'a JSON object');
  });
  const leaves = flatten(object, pattern.paths);
  return pattern.alternatives.some((alternative) => matchesAlternative(alternative, leaves));
}

function matchesAlternative({ fields }: Alternative, leaves: ReadonlyMap<string, Leaves>): boolean {
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
  const from = (index: number, chosen: Membership): boolean => {
    const step = steps[index];
    if (step === undefined) {
      return true;
    }
    const place = placeKey(index, chosen, ahead[index]);
    if (failures.has(place)) {
      return false;
    }
    for (const next of choices(step, chosen)) {
      if (from(index + 1, next)) {
        return true;
      }
    }
    if (failures.add(place).size > maxFailures) {
      throw new EventError('its arrays combine in too many ways', 'names without dots, each once');
    }
    return false;
  };
  return from(0, new Map());
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
  for (const [array, index] of chosen) {
    if ((leaves.arrays.get(array) ?? 0) >= least) {
      return leaves.byElement.get(elementKey(array, index)) ?? [];
    }
  }
  return leaves.all;
}

function join(chosen: Membership, added: Membership): Membership | undefined {
  if (added.size === 0) {
    return chosen;
  }
  for (const [array, index] of added) {
    if ((chosen.get(array) ?? index) !== index) {
      return undefined;
    }
  }
  return chosen.size === 0 ? added : new Map([...added, ...chosen]);
}

/** For each step the arrays that its leaves and those of later steps stand in. */
function arraysAhead(steps: readonly Step[]): readonly ReadonlySet<number>[] {
  const ahead: ReadonlySet<number>[] = [];
  let arrays: ReadonlySet<number> = new Set();
  for (const { leaves } of [...steps].reverse()) {
    arrays = leaves.arrays.size === 0 ? arrays : new Set([...arrays, ...leaves.arrays.keys()]);
    ahead.unshift(arrays);
  }
  return ahead;
}

function placeKey(index: number, chosen: Membership, ahead?: ReadonlySet<number>): string {
  const elements = [...chosen].filter(([array]) => ahead?.has(array));
  return `${index}:${elements.map(([array, element]) => elementKey(array, element)).join('')}`;
}

/**
 * The `pattern` of a schema as a machine. The expression becomes places with steps between them that
 * take one unit, or none; steps that take none may be open at the start or the end of the text only.
 * Both end places loop, since a pattern may be found anywhere. Expressions see a surrogate pair as one
 * character and machines don't: a text that holds half of one is taken, whatever it is.
 */
import { type Expression, readExpression, type Units } from './regular-expression';
import { takesText } from './small-machines';
import type { Machine } from './text-machine';
import { firstLone, isHigh, isLow } from './units';

interface Place {
  readonly steps: { readonly units: Units; readonly to: number }[];
  readonly free: { readonly only?: Where; readonly to: number }[];
}

const mostPlaces = 1500;
const everyUnit: Units = { kind: 'units', units: new Set(), negated: true };

/** A machine that takes the texts in which the expression finds something, if it is simple. */
export function patternMachine(pattern: string): Machine | undefined {
  const expression = readExpression(pattern);
  const places: Place[] = [];
  const start = addPlace(places);
  const end = expression === undefined ? undefined : lay(expression, start, places);
  if (end === undefined) {
    return undefined;
  }
  places[start]?.steps.push({ units: everyUnit, to: start });
  places[end]?.steps.push({ units: everyUnit, to: end });
  return determine(places, start, end);
}

/**
 * Whether the `pattern` finds something in a text; undefined where the expression is not simple, or
 * the text holds surrogates.
 */
export function finds(pattern: string, text: string): boolean | undefined {
  const machine = /[\ud800-\udfff]/.test(text) ? undefined : patternMachine(pattern);
  return machine && takesText(machine, text);
}

function addPlace(places: Place[]): number {
  return places.push({ steps: [], free: [] }) - 1;
}

/** Lays the places of an expression from one on, and gives the last; undefined if they are too many. */
function lay(expression: Expression, from: number, places: Place[]): number | undefined {
  if (places.length > mostPlaces) {
    return undefined;
  }
  switch (expression.kind) {
    case 'units': {
      const to = addPlace(places);
      places[from]?.steps.push({ units: expression, to });
      return to;
    }
    case 'start':
    case 'end': {
      const to = addPlace(places);
      places[from]?.free.push({ only: expression.kind, to });
      return to;
    }
    case 'sequence':
      return expression.parts.reduce<number | undefined>(
        (at, part) => (at === undefined ? at : lay(part, at, places)),
        from,
      );
    case 'choice':
      return layChoice(expression.parts, from, places);
    case 'repeat':
      return layRepeat(expression, from, places);
  }
}

function layChoice(
  parts: readonly Expression[],
  from: number,
  places: Place[],
): number | undefined {
  const to = addPlace(places);
  for (const part of parts) {
    const start = addPlace(places);
    places[from]?.free.push({ to: start });
    const end = lay(part, start, places);
    if (end === undefined) {
      return undefined;
    }
    places[end]?.free.push({ to });
  }
  return to;
}

function layRepeat(
  { part, least, most }: Extract<Expression, { kind: 'repeat' }>,
  from: number,
  places: Place[],
): number | undefined {
  const to = addPlace(places);
  let at: number | undefined = addPlace(places);
  places[from]?.free.push({ to: at });
  const copies = most === Infinity ? least : most;
  for (let i = 0; i < copies && at !== undefined; i++) {
    if (i >= least) {
      places[at]?.free.push({ to });
    }
    at = lay(part, at, places);
  }
  if (at !== undefined && most === Infinity) {
    const end = lay(part, at, places);
    places[end ?? at]?.free.push({ to: at });
    at = end === undefined ? undefined : at;
  }
  if (at !== undefined) {
    places[at]?.free.push({ to });
  }
  return at === undefined ? undefined : to;
}

type Where = 'start' | 'end';

function determine(places: readonly Place[], start: number, end: number): Machine {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const useful = leadingTo(end, places);
  const stateOf = (reached: Iterable<number>): number => {
    const set = [...reached].filter((id) => useful.has(id)).sort((a, b) => a - b);
    const key = set.join();
    const state = known.get(key) ?? sets.push(set) - 1;
    known.set(key, state);
    return state;
  };
  // The state before the first unit is like no other: only there the start is open.
  const first = sets.push([...reach([start], places, ['start'])]) - 1;
  const lost = sets.push([]) - 1;
  const steps = (state: number) => (sets[state] ?? []).flatMap((id) => places[id]?.steps ?? []);
  return {
    start: first,
    step: (state, unit) => {
      if (state === lost || unit >= firstLone || isHigh(unit) || isLow(unit)) {
        return lost;
      }
      const next = steps(state).flatMap(({ units, to }) => (takes(units, unit) ? [to] : []));
      return stateOf(reach(next, places, []));
    },
    accepts: (state) => {
      return reach(sets[state] ?? [], places, state === first ? ['start', 'end'] : ['end']).has(
        end,
      );
    },
    forever: (state) => {
      const set = sets[state] ?? [];
      return set.length === 0 ? state === lost : set.includes(end) || undefined;
    },
    told: (state) => steps(state).flatMap(({ units }) => [...units.units]),
  };
}

function reach(
  from: Iterable<number>,
  places: readonly Place[],
  open: readonly Where[],
): ReadonlySet<number> {
  const reached = new Set(from);
  for (const id of reached) {
    for (const { only, to } of places[id]?.free ?? []) {
      if (only === undefined || open.includes(only)) {
        reached.add(to);
      }
    }
  }
  return reached;
}

/** The places that may lead to the end, once the text has begun. */
function leadingTo(end: number, places: readonly Place[]): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  places.forEach(({ steps, free }, id) => {
    for (const to of [...steps, ...free.filter(({ only }) => only !== 'start')].map((s) => s.to)) {
      before.set(to, [...(before.get(to) ?? []), id]);
    }
  });
  const found = new Set([end]);
  for (const id of found) {
    for (const earlier of before.get(id) ?? []) {
      found.add(earlier);
    }
  }
  return found;
}

function takes({ units, negated }: Units, unit: number): boolean {
  return units.has(unit) !== negated;
}

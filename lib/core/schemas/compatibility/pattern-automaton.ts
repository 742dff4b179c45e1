/**
 * An automaton that reads a text once and finds whether a pattern matches anywhere in it, in time
 * that grows with the text only. It is in many states at once. Two kinds of steps read nothing: free
 * ones, and those that are open only at the start or at the end of the text.
 */
import { anyCharacter, type Expression, type Range } from './pattern-syntax';

export interface Automaton {
  readonly states: readonly State[];
  readonly start: number;
  readonly end: number;
}

export interface State {
  readonly steps: Step[];
  readonly free: FreeStep[];
}

interface Step {
  readonly ranges: readonly Range[];
  readonly to: number;
}

interface FreeStep {
  readonly edge?: 'start' | 'end';
  readonly to: number;
}

/** More states than any pattern that people write. */
const mostStates = 1500;

class TooLarge extends Error {}

/** Undefined where there would be too many states. */
export function automatonOf(expression: Expression): Automaton | undefined {
  const states: State[] = [];
  try {
    const [start, end] = [addState(states), addState(states)];
    connect(states, anywhere, start, start);
    connect(states, anywhere, end, end);
    connect(states, expression, start, end);
    return { states, start, end };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

const anywhere = anyCharacter;

function addState(states: State[]): number {
  if (states.length >= mostStates) throw new TooLarge();
  return states.push({ steps: [], free: [] }) - 1;
}

function connect(states: State[], expression: Expression, from: number, to: number): void {
  if (expression.kind === 'character') {
    states[from]?.steps.push({ ranges: expression.ranges, to });
  } else if (expression.kind === 'edge') {
    states[from]?.free.push({ edge: expression.edge, to });
  } else if (expression.kind === 'choice') {
    for (const option of expression.options) connect(states, option, from, to);
  } else if (expression.kind === 'sequence') {
    chain(states, expression.parts, from, to);
  } else {
    repeat(states, expression, from, to);
  }
}

function chain(states: State[], parts: readonly Expression[], from: number, to: number): void {
  let at = from;
  for (const part of parts) {
    const next = addState(states);
    connect(states, part, at, next);
    at = next;
  }
  states[at]?.free.push({ to });
}

function repeat(
  states: State[],
  { part, min, max }: Expression & { kind: 'repetition' },
  from: number,
  to: number,
): void {
  let at = from;
  for (let count = 0; count < min; count++) at = append(states, part, at);
  if (max === Infinity) {
    const loop = addState(states);
    states[at]?.free.push({ to: loop });
    const back = append(states, part, loop);
    states[back]?.free.push({ to: loop });
    states[loop]?.free.push({ to });
    return;
  }
  for (let count = min; count < max; count++) {
    states[at]?.free.push({ to });
    at = append(states, part, at);
  }
  states[at]?.free.push({ to });
}

function append(states: State[], part: Expression, from: number): number {
  const next = addState(states);
  connect(states, part, from, next);
  return next;
}

/** With all states that can be reached by reading nothing. */
export function closure(
  { states }: Automaton,
  from: readonly number[],
  place: { readonly atStart: boolean; readonly atEnd: boolean },
): readonly number[] {
  const found = new Set(from);
  for (const state of found) {
    for (const { edge, to } of states[state]?.free ?? []) {
      if (edge === undefined || (edge === 'start' ? place.atStart : place.atEnd)) found.add(to);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** Where a character leads to. */
export function advance(
  { states }: Automaton,
  from: readonly number[],
  code: number,
): readonly number[] {
  const found = new Set<number>();
  for (const state of from) {
    for (const { ranges, to } of states[state]?.steps ?? []) {
      if (ranges.some(([low, high]) => low <= code && code <= high)) found.add(to);
    }
  }
  return [...found];
}

/**
 * Whether there is a text that some patterns match and others don't: all their automata read the
 * same text, one character of each kind that they tell apart, until a text is found or every
 * combination of states has been seen.
 */
import type { Strings } from './form';
import { type Automaton, advance, automatonOf, closure } from './pattern-automaton';
import { anyCharacter, type Expression, plain, readExpression } from './pattern-syntax';
import { tryPattern } from './pattern-trial';

const mostKept = 500;
const kept = new Map<string, Automaton | undefined>();

/** Undefined for a pattern that isn't regular, or is too large. */
function automatonFor(pattern: string, ofWhole = false): Automaton | undefined {
  const key = `${ofWhole}${pattern}`;
  if (kept.has(key)) return kept.get(key);
  if (kept.size >= mostKept) kept.clear();
  const expression = readExpression(pattern);
  const automaton = expression && (ofWhole ? whole(expression) : automatonOf(expression));
  kept.set(key, automaton);
  return automaton;
}

/**
 * Whether all texts that the search finds match this pattern, too. A pattern that doesn't begin with
 * `^` is often meant, and by some validators read, as if it spoke of the whole text: what is proved
 * of it has to hold for that reading as well.
 */
export function implies(search: Search, pattern: string): boolean {
  if (search.patterns.includes(pattern)) return true;
  const expression = readExpression(pattern);
  if (expression === undefined) return false;
  const counter = { ...search, notPatterns: [...search.notPatterns, pattern] };
  return !canMatch(counter) && (isAnchored(expression) || !canMatch({ ...counter, ofWhole: true }));
}

function isAnchored(expression: Expression): boolean {
  if (expression.kind === 'choice') return expression.options.every(isAnchored);
  if (expression.kind !== 'sequence')
    return expression.kind === 'edge' && expression.edge === 'start';
  const [first] = expression.parts;
  return first !== undefined && isAnchored(first);
}

/** So many states are visited at most for one text. */
const mostWork = 5_000_000;

/** Whether the pattern matches somewhere in the text; undefined where that can't be told. */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  const automaton = automatonFor(pattern);
  if (automaton === undefined) return tryPattern(plain(pattern), text);
  if (text.length * automaton.states.length > mostWork) return undefined;
  let states: readonly number[] = [automaton.start];
  let atStart = true;
  for (const character of text) {
    const reached = closure(automaton, states, { atStart, atEnd: false });
    states = advance(automaton, reached, character.codePointAt(0) ?? 0);
    atStart = false;
  }
  return closure(automaton, states, { atStart, atEnd: true }).includes(automaton.end);
}

export interface Search {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly patterns: readonly string[];
  readonly notPatterns: readonly string[];
  /** Texts that don't count. */
  readonly except?: readonly string[];
  /** Every pattern is about the whole text, as if it stood between `^` and `$`. */
  readonly ofWhole?: boolean;
}

/** The texts of an alternative. */
export function searchOf({ excluded, ...of }: Strings): Search {
  const { minLength, maxLength, patterns, notPatterns } = of;
  const except = [...excluded.values()].filter((value) => typeof value === 'string');
  return { minLength, maxLength, patterns, notPatterns, except };
}

const mostCombinations = 3000;
const longestCounted = 200;
const mostExcepted = 50;

interface Runner {
  readonly automaton: Automaton;
  readonly wanted: boolean;
}

/** False only if it is sure that there is no such text. */
export function canMatch(search: Search): boolean {
  const runners = runnersOf(search);
  const first = runners.map(({ automaton }) => [automaton.start]);
  const open: Combination[] = [first];
  const seen = new Set<string>();
  for (let atStart = true, next = open.pop(); next !== undefined; next = open.pop()) {
    if (isFound(runners, next, atStart) || seen.size > mostCombinations) return true;
    for (const reached of steps(runners, next, atStart)) {
      const key = reached.map((states) => states.join()).join(';');
      if (!seen.has(key)) open.push(reached);
      seen.add(key);
    }
    atStart = false;
  }
  return false;
}

function runnersOf({ patterns, notPatterns, ofWhole, ...search }: Search): Runner[] {
  const read = (pattern: string) => automatonFor(pattern, ofWhole);
  const wanted = [...patterns.map(read), lengthsOf(search)];
  const unwanted = [...notPatterns.map(read), textsOf(search.except ?? [])];
  return [
    ...wanted.map((automaton) => ({ automaton, wanted: true })),
    ...unwanted.map((automaton) => ({ automaton, wanted: false })),
  ].filter((runner): runner is Runner => runner.automaton !== undefined);
}

function whole(part: Expression): Automaton | undefined {
  const [start, end] = [
    { kind: 'edge', edge: 'start' } as const,
    { kind: 'edge', edge: 'end' } as const,
  ];
  return automatonOf({ kind: 'sequence', parts: [start, part, end] });
}

/** Lengths that are too great to be counted are left open. */
function lengthsOf({ minLength = 0, maxLength = Infinity }: Partial<Search>) {
  const min = Math.min(minLength, longestCounted);
  const max = maxLength > longestCounted ? Infinity : maxLength;
  return min === 0 && max === Infinity
    ? undefined
    : whole({ kind: 'repetition', part: anyCharacter, min, max });
}

function textsOf(texts: readonly string[]): Automaton | undefined {
  if (texts.length === 0 || texts.length > mostExcepted) return undefined;
  return whole({ kind: 'choice', options: texts.map(literal) });
}

function literal(text: string): Expression {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const parts = codes.map((code) => ({ kind: 'character', ranges: [[code, code]] }) as const);
  return { kind: 'sequence', parts };
}

type Combination = readonly (readonly number[])[];

function isFound(runners: readonly Runner[], at: Combination, atStart: boolean): boolean {
  return runners.every(({ automaton, wanted }, index) => {
    const states = closure(automaton, at[index] ?? [], { atStart, atEnd: true });
    return states.includes(automaton.end) === wanted;
  });
}

function steps(runners: readonly Runner[], at: Combination, atStart: boolean): Combination[] {
  const reached = runners.map(({ automaton }, index) =>
    closure(automaton, at[index] ?? [], { atStart, atEnd: false }),
  );
  return [...kindsOfCharacters(runners, reached)].map((code) =>
    runners.map(({ automaton }, index) => {
      const next = advance(automaton, reached[index] ?? [], code);
      return [...next].sort((one, other) => one - other);
    }),
  );
}

/** The first code point of each run of them that no step tells apart. */
function kindsOfCharacters(runners: readonly Runner[], reached: Combination): Set<number> {
  const firsts = new Set([0]);
  for (const [index, { automaton }] of runners.entries()) {
    for (const state of reached[index] ?? []) {
      for (const { ranges } of automaton.states[state]?.steps ?? []) {
        for (const [low, high] of ranges) firsts.add(low).add(Math.min(high + 1, 0x10ffff));
      }
    }
  }
  return firsts;
}

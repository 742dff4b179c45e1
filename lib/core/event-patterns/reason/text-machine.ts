/**
 * Text matchers as machines that read a text unit by unit and say after each whether all, none or
 * some of what may follow is taken. Like the matchers they see a text with its quotes: a prefix may
 * reach over the closing one. Units are those of `units.ts`. A machine is a set of chains of units
 * with loops at the asterisks; the sets of places that can be reached at once become states as they
 * are met.
 */
import type { TextMatcher } from '../ast';
import { forms } from '../values/texts';
import { firstLone, questionMark, textOfUnits, unitsOf } from './units';

/** What reads texts. States are numbers that mean something to the machine alone. */
export interface Machine {
  readonly start: number;
  step(state: number, unit: number): number;
  /** Whether the text that led here, if it ends here, is taken. */
  accepts(state: number): boolean;
  /** Whether this holds for every text that goes on from here; undefined if it depends. */
  forever(state: number): boolean | undefined;
  /** The units that lead elsewhere than all others do. */
  told(state: number): Iterable<number>;
}

interface Place {
  /** Whether the text may end here, its closing quote read. */
  readonly end: boolean;
  /** Whether any unit leads back here. */
  readonly loop: boolean;
  /** Whether half of a surrogate pair is read as it is, not as a question mark. */
  readonly raw: boolean;
  readonly next: Map<number, number[]>;
}

/** Units one after the other; any of several forms. */
type Token = '*' | readonly (readonly number[])[];

interface Chain {
  readonly tokens: readonly Token[];
  readonly raw: boolean;
}

const quote = '"';
const quoteToken: Token = [unitsOf(quote)];

/** A machine that takes what any of the matchers takes. */
export function machineOf(matchers: readonly TextMatcher[]): Machine {
  return machineOfChains(
    matchers.map((matcher) => ({ tokens: tokensOf(matcher), raw: matcher.kind === 'exactly' })),
  );
}

/** A machine that takes what any of the matchers, in `anything-but`, excludes. */
export function machineOfExcluded(matchers: readonly TextMatcher[]): Machine {
  return machineOfChains(matchers.map((matcher) => ({ tokens: tokensOf(matcher), raw: false })));
}

function machineOfChains(chains: readonly Chain[]): Machine {
  const places: Place[] = [];
  const starts = chains.map((chain) => addChain(places, chain));
  return determine(places, starts);
}

function tokensOf(matcher: TextMatcher): readonly Token[] {
  const { kind, value } = matcher;
  if (kind === 'wildcard') {
    const parts = matcher.parts.map((part) => unitsOf(part).map(same));
    const [first = [], ...others] = parts;
    return [quoteToken, ...first, ...others.flatMap((part) => ['*' as const, ...part]), quoteToken];
  }
  const tokens = unitsOf(value).map(kind.endsWith('ignore-case') ? formsIgnoringCase : same);
  const head: Token = kind.startsWith('suffix') ? '*' : quoteToken;
  const tail: Token = kind.startsWith('prefix') ? '*' : quoteToken;
  return [head, ...tokens, tail];
}

function same(unit: number): Token {
  return [[unit]];
}

function formsIgnoringCase(unit: number): Token {
  return forms(textOfUnits([unit])).map(unitsOf);
}

function addChain(places: Place[], { tokens, raw }: Chain): number {
  const add = (loop: boolean, end: boolean) => {
    return places.push({ end, loop, raw, next: new Map() }) - 1;
  };
  const loops = (index: number) => tokens[index] === '*';
  let left = tokens.filter((token) => token !== '*').length;
  const start = add(loops(0), left === 0);
  let at = start;
  tokens.forEach((token, index) => {
    if (token !== '*') {
      left--;
      const target = add(loops(index + 1), left === 0);
      for (const form of token) {
        addForm(places, at, form, target);
      }
      at = target;
    }
  });
  return start;
}

function addForm(places: Place[], from: number, form: readonly number[], target: number): void {
  let at = from;
  form.forEach((unit, i) => {
    const { raw = false, next } = places[at] ?? {};
    const to =
      i === form.length - 1
        ? target
        : places.push({ end: false, loop: false, raw, next: new Map() }) - 1;
    const read = raw || unit < firstLone ? unit : questionMark;
    next?.set(read, [...(next.get(read) ?? []), to]);
    at = to;
  });
}

function determine(places: readonly Place[], starts: readonly number[]): Machine {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const steps = new Map<string, number>();
  const stateOf = (set: readonly number[]): number => {
    const sorted = [...new Set(set)].sort((a, b) => a - b);
    const key = sorted.join();
    const state = known.get(key) ?? sets.push(sorted) - 1;
    known.set(key, state);
    return state;
  };
  const at = (state: number): Place[] => (sets[state] ?? []).flatMap((id) => places[id] ?? []);
  const step = (state: number, unit: number): number => {
    const key = `${state}:${unit}`;
    const found =
      steps.get(key) ?? stateOf((sets[state] ?? []).flatMap((id) => follow(places, id, unit)));
    steps.set(key, found);
    return found;
  };
  const closing = quote.charCodeAt(0);
  return {
    start: step(stateOf(starts), closing),
    step,
    accepts: (state) => at(step(state, closing)).some(({ end }) => end),
    forever: (state) => {
      const here = at(state);
      return here.length === 0 ? false : here.some(({ end, loop }) => end && loop) || undefined;
    },
    told: (state) => at(state).flatMap(({ next }) => [...next.keys()]),
  };
}

function follow(places: readonly Place[], id: number, unit: number): readonly number[] {
  const place = places[id];
  const read = place?.raw || unit < firstLone ? unit : questionMark;
  const targets = place?.next.get(read) ?? [];
  return place?.loop ? [id, ...targets] : targets;
}

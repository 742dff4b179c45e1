/**
 * AWS takes an alternative of `$or` for one that it has already, and drops it, where an earlier one
 * has the same paths and at every path some matcher in common: of `{"a": [1]}` or `{"a": [1, 2]}`
 * only the first is left, and 2 does not match. It looks through a tree of states, one level a
 * path: a known matcher leads where it led before, a new one where the one before it in its list
 * leads. Where a list leads to several states, AWS goes by the answer of any one of them, which it
 * leaves to chance: then an alternative is dropped only if all of them say so.
 */
import type { Alternative, EventPattern, Matcher, PatternField } from '../ast';

interface State {
  /** By path and matcher. */
  readonly next: Map<string, State>;
  /** By matcher, the alternatives that came here by it. */
  readonly alternatives: Map<string, Set<number>>;
}

interface Name {
  readonly text: string;
  /** False for what AWS makes a way of its own for, each time it meets it. */
  readonly found: boolean;
}

interface Level {
  readonly path: string;
  readonly names: readonly Name[];
  readonly states: Set<State>;
}

/** Beyond so many states, alternatives are kept without looking: it is chance there anyhow. */
const maxStates = 10_000;

/** What AWS keeps of the alternatives, and what it drops that would have matched more. */
export function splitShadowed(
  all: readonly Alternative[],
): Pick<EventPattern, 'alternatives' | 'shadowed'> {
  if (all.length < 2) return { alternatives: all, shadowed: [] };
  const alternatives = withoutShadowed(all);
  const kept = new Set(alternatives);
  const shadowed = all.filter(
    (one) => !kept.has(one) && !alternatives.some((other) => isWithin(one, other)),
  );
  return { alternatives, shadowed };
}

/** Whether every value and operator of one stands in the other too, so that nothing is lost. */
function isWithin({ fields }: Alternative, other: Alternative): boolean {
  return (
    fields.length === other.fields.length &&
    fields.every(({ path, matchers }, at) => {
      const field = other.fields[at];
      const known = new Set(field?.matchers.map((matcher) => JSON.stringify(matcher)));
      return field?.path === path && matchers.every((one) => known.has(JSON.stringify(one)));
    })
  );
}

function withoutShadowed(all: readonly Alternative[]): readonly Alternative[] {
  const start = newState();
  let states = 0;
  return all.filter(({ fields }, number) => {
    const levels = states > maxStates ? [] : fields.map(levelOf);
    const known = levels.length > 0 ? explore(start, levels) : none;
    states += levels.reduce((sum, level) => sum + level.states.size, 0);
    if (known.size === 0) {
      enter(levels, number);
    }
    return known.size === 0;
  });
}

const none: ReadonlySet<number> = new Set();

function newState(): State {
  return { next: new Map(), alternatives: new Map() };
}

function levelOf(
  { path, matchers }: PatternField,
  index: number,
  fields: readonly unknown[],
): Level {
  const end = index === fields.length - 1 ? 'last' : '';
  const names = matchers.flatMap((matcher) => {
    const found = isFoundAgain(matcher);
    return namesOf(matcher).map((name) => ({ text: `${end} ${name}`, found }));
  });
  return { path, names, states: new Set() };
}

/** The alternatives that have some matcher in common at this level and all that follow. */
function explore(from: State, [level, ...rest]: readonly Level[]): ReadonlySet<number> {
  if (level === undefined) {
    return none;
  }
  const results = follow(from, level).map((state) => {
    level.states.add(state);
    const here = level.names.flatMap(({ text }) => [...(state.alternatives.get(text) ?? [])]);
    const deeper = rest.length > 0 ? explore(state, rest) : undefined;
    return new Set(here.filter((number) => deeper?.has(number) ?? true));
  });
  return results.find(({ size }) => size === 0) ?? results[0] ?? none;
}

function follow({ next }: State, { path, names }: Level): readonly State[] {
  const states = new Set<State>();
  let lead: State | undefined;
  for (const { text, found } of names) {
    const place = JSON.stringify([path, text]);
    lead = (found ? next.get(place) : undefined) ?? lead ?? newState();
    next.set(place, lead);
    states.add(lead);
  }
  return [...states];
}

function enter(levels: readonly Level[], number: number): void {
  for (const { names, states } of levels) {
    for (const { alternatives } of states) {
      for (const { text } of names) {
        alternatives.set(text, (alternatives.get(text) ?? new Set()).add(number));
      }
    }
  }
}

/** One name a matcher as AWS has them; to AWS a number is two, its value and its spelling. */
function namesOf(matcher: Matcher): readonly string[] {
  switch (matcher.kind) {
    case 'number': {
      const spelling = `exactly ${matcher.text}`;
      return matcher.value === undefined ? [spelling] : [`number ${matcher.value}`, spelling];
    }
    case 'keyword':
      return [`exactly ${matcher.value}`];
    case 'anything-but':
      return [`but ${[...new Set(matcher.not.map((part) => namesOf(part)[0]))].sort()}`];
    case 'range':
      return [JSON.stringify(matcher)];
    case 'ip':
      return [`ip ${matcher.low} ${matcher.high}`];
    case 'exists':
    case 'absent':
      return [matcher.kind];
    default:
      return [`${matcher.kind} "${matcher.value}"`];
  }
}

// Not so a wildcard with an asterisk before its end.
function isFoundAgain(matcher: Matcher): boolean {
  if (matcher.kind === 'anything-but') {
    return matcher.not.some(isFoundAgain);
  }
  const [, last, ...more] = matcher.kind === 'wildcard' ? matcher.parts : [];
  return more.length === 0 && (last ?? '') === '';
}

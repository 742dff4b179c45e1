import type { EventPattern, Matcher } from '../ast';
import type { DialectName } from '../dialects/dialect';
import { EventError } from '../errors';
import { matches } from '../match/match';
import { type Unknown, unknown } from './answers';
import { type Budget, OutOfSteps, spend, stepsOfOneQuestion } from './budget';
import { inDialect } from './event-text';
import { findLeaves } from './find-leaf';
import { anyLeaf, type LeafSearch } from './leaf-domain';

/** A list of matchers, as it stands at a path of a pattern. */
export type Matchers = readonly Matcher[];

/** What one question shares: its steps, and the leaves that were looked for before. */
export interface Question {
  readonly budget: Budget;
  /** Leaves that each of `taking` takes and none of `leaving`. */
  leaves(taking: readonly Matchers[], leaving?: readonly Matchers[]): LeafSearch;
  /** The list of one matcher, always the same one. */
  alone(matcher: Matcher): Matchers;
  /** The same question with a share of its steps. */
  sharing(budget: Budget): Question;
}

interface Known {
  readonly ids: Map<Matchers, number>;
  readonly searches: Map<string, LeafSearch>;
  readonly singles: Map<Matcher, Matchers>;
}

/** Answers a question, or says what kept it from an answer. */
export function ask<T>(answer: (question: Question) => T): T | Unknown {
  try {
    const known = { ids: new Map(), searches: new Map(), singles: new Map() };
    return answer(newQuestion({ left: stepsOfOneQuestion }, known));
  } catch (error) {
    if (error instanceof OutOfSteps) {
      return unknown(error.message);
    }
    throw error;
  }
}

/** What a pattern looks at, by the name of a dialect that looks at the same. */
export function lookedAt({ dialect }: EventPattern): DialectName {
  return dialect === 'eventbridge-v2' ? 'eventbridge' : dialect;
}

function newQuestion(budget: Budget, known: Known): Question {
  const idOf = (list: Matchers): number => {
    const id = known.ids.get(list) ?? known.ids.size;
    known.ids.set(list, id);
    return id;
  };
  return {
    budget,
    sharing: (share) => newQuestion(share, known),
    alone: (matcher) => {
      const single = known.singles.get(matcher) ?? [matcher];
      known.singles.set(matcher, single);
      return single;
    },
    leaves: (taking, leaving = []) => {
      spend(budget, taking.length + leaving.length + 1);
      const key = `${taking.map(idOf)};${leaving.map(idOf)}`;
      const found = known.searches.get(key) ?? search(taking, leaving, budget);
      known.searches.set(key, found);
      return found;
    },
  };
}

function search(
  taking: readonly Matchers[],
  leaving: readonly Matchers[],
  budget: Budget,
): LeafSearch {
  const clauses = [
    ...taking.map((matchers) => ({ matchers, holds: true })),
    ...leaving.map((matchers) => ({ matchers, holds: false })),
  ];
  return findLeaves(clauses, anyLeaf, budget);
}

/**
 * The first of the events that all of `taking` match and none of `leaving` does, in the form of
 * their dialect. Where the matcher gives up on an event it is passed over.
 */
export function firstWitness(
  events: Iterable<string>,
  taking: readonly EventPattern[],
  leaving: readonly EventPattern[],
  budget: Budget,
): string | undefined {
  for (const event of events) {
    spend(budget, event.length + taking.length + leaving.length);
    const witness = inDialect(taking[0]?.dialect ?? 'eventbridge', event);
    if (
      taking.every((pattern) => takes(pattern, witness) === true) &&
      leaving.every((pattern) => takes(pattern, witness) === false)
    ) {
      return witness;
    }
  }
  return undefined;
}

function takes(pattern: EventPattern, event: string): boolean | undefined {
  try {
    return matches(pattern, event);
  } catch (error) {
    if (error instanceof EventError) {
      return undefined;
    }
    throw error;
  }
}

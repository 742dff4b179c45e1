import { type EventPattern, PatternError, parsePattern } from '../../../core/event-patterns';
import type { EventFilter } from '../../contracts';
import { hasToken } from '../../validation';

/**
 * Several filters as one pattern, so that one rule or filter policy serves a subscription and an
 * event which two filters match arrives once. Filters that differ in the event type only share an
 * alternative: what a channel takes of a pattern is little, and every alternative costs some of it.
 */
export interface PatternShape {
  readonly dialect: EventPattern['dialect'];
  /** Where the channel has the event's type. */
  readonly type: string;
  /** Where it has the event's data, as the pattern about them. */
  readonly data: (pattern: object) => object;
  /** Fields that every event has, so that asking for them changes nothing. */
  readonly always: readonly string[];
}

type Alternative = Record<string, unknown>;

export function joinedFilters(filters: readonly EventFilter[], shape: PatternShape): object {
  const alternatives = new Map<string, { types: string[]; filter: EventFilter }>();
  filters.forEach((filter, at) => {
    const key = filters.length > 1 ? keyOf(filter, at) : '';
    const known = alternatives.get(key) ?? { types: [], filter };
    alternatives.set(key, known);
    if (!known.types.includes(filter.contract.eventType)) {
      known.types.push(filter.contract.eventType);
    }
  });
  const [first, ...others] = [...alternatives.values()].map(
    ({ types, filter: { contract, pattern } }): Alternative => ({
      source: [contract.source],
      [shape.type]: types,
      ...(pattern && shape.data(pattern)),
    }),
  );
  return others.length === 0 ? (first ?? {}) : either([first ?? {}, ...others], shape);
}

/** What all alternatives say is said once, before them: SNS may count a field for each. */
function either(all: readonly Alternative[], shape: PatternShape): object {
  const shared = all.every((one) => Object.keys(one).length > 2)
    ? ['source', shape.type]
    : ['source'];
  const common = shared.filter((name) => isSaidByAll(name, all));
  const [first = {}] = all;
  const before = Object.fromEntries(common.map((name) => [name, first[name]]));
  const alternatives = all.map((one) => without(one, common));
  const pattern = { ...before, $or: alternatives };
  return overlaps(pattern, shape)
    ? { ...before, $or: alternatives.map((one, at) => setApart(one, at, shape)) }
    : pattern;
}

/** As JSON: the text of a list doesn't tell `['a,b']` from `['a', 'b']`. */
const isSaidByAll = (name: string, all: readonly Alternative[]): boolean =>
  new Set(all.map((one) => JSON.stringify(one[name]))).size === 1;

const without = (alternative: Alternative, names: readonly string[]): Alternative =>
  Object.fromEntries(Object.entries(alternative).filter(([name]) => !names.includes(name)));

/**
 * AWS drops an alternative where an earlier one has the same fields and at each a value in common:
 * of the filters for US or CA and for CA or MX only the first would be left. What makes the whole
 * pattern wrong is refused elsewhere. What a token stands for is not known here, so that filters
 * with tokens are set apart in any case.
 */
function overlaps(pattern: object, { dialect }: PatternShape): boolean {
  if (hasToken(pattern)) return true;
  try {
    return parsePattern(pattern, dialect).shadowed.length > 0;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return false;
  }
}

/** Alternatives with different fields don't overlap: each asks for a choice of `always` of its own. */
function setApart(alternative: Alternative, number: number, { always }: PatternShape): Alternative {
  const chosen = always.filter((_, bit) => (number >> bit) & 1);
  return {
    ...alternative,
    ...Object.fromEntries(chosen.map((name) => [name, [{ exists: true }]])),
  };
}

/** Two patterns with tokens may print alike and mean different things. */
function keyOf({ contract, pattern }: EventFilter, at: number): string {
  return JSON.stringify([contract.source, pattern, hasToken(pattern) ? at : 'same']);
}

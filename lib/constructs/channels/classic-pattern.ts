import { PatternError, parsePattern } from '../../core/event-patterns';
import type { EventFilter } from '../contracts';
import { hasToken } from '../validation';

/**
 * Several filters as one pattern, so that one rule serves a subscription and an event which two
 * filters match arrives once. Filters that differ in the event type only share an alternative: the
 * pattern of a rule is short (2,048 characters), and every alternative costs some of it.
 */
interface Alternative {
  readonly source: string[];
  readonly 'detail-type': string[];
  readonly detail?: { readonly data: object };
}

export function classicPattern(filters: readonly EventFilter[]): object {
  const [only, another] = filters;
  return only && !another ? alternativeOf(only) : joined(filters);
}

function joined(filters: readonly EventFilter[]): object {
  const alternatives = new Map<string, Alternative>();
  filters.forEach((filter, at) => {
    const key = keyOf(filter, at);
    const known = alternatives.get(key);
    if (!known) alternatives.set(key, alternativeOf(filter));
    else addType(known['detail-type'], filter.contract.eventType);
  });
  const [first, ...others] = alternatives.values();
  return others.length === 0 ? (first ?? {}) : either([first, ...others]);
}

function either(alternatives: readonly object[]): object {
  const pattern = { $or: alternatives };
  return overlaps(pattern) ? { $or: alternatives.map(setApart) } : pattern;
}

/**
 * EventBridge drops an alternative where an earlier one has the same fields and at each a value in
 * common: of the filters for US or CA and for CA or MX only the first would be left. What makes the
 * whole pattern wrong is refused elsewhere. What a token stands for is not known here, so that
 * filters with tokens are set apart in any case.
 */
function overlaps(pattern: object): boolean {
  if (hasToken(pattern)) return true;
  try {
    return parsePattern(pattern).shadowed.length > 0;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return false;
  }
}

/** Fields that every event on a bus has, so that asking for them changes nothing. */
const always = ['version', 'id', 'time', 'account', 'region'] as const;

/** Alternatives with different fields don't overlap: each asks for a choice of `always` of its own. */
function setApart(alternative: object, number: number): object {
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

function alternativeOf({ contract, pattern }: EventFilter): Alternative {
  const { source, eventType } = contract;
  const detail = pattern && { data: pattern };
  return { source: [source], 'detail-type': [eventType], ...(detail && { detail }) };
}

function addType(types: string[], eventType: string): void {
  if (!types.includes(eventType)) types.push(eventType);
}

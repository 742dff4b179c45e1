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
  return others.length === 0 ? (first ?? {}) : { $or: [first, ...others] };
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

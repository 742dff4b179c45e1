import type { Problem } from '../../../core/diagnostics';
import { eventBridge } from '../../../core/limits';
import { type EventFilter, problemsOfPattern } from '../../contracts';
import { hasToken } from '../../validation';
import { classicPattern } from './classic-pattern';

/**
 * How long a pattern with tokens is, and what it says, is known only when it is deployed. A filter
 * alone was judged when its contract made it; several together may be too many alternatives.
 */
export function problemsOfClassicFilters(events: readonly EventFilter[]): Problem[] {
  const pattern = classicPattern(events);
  if (hasToken(pattern)) return [];
  return [...tooLong(pattern), ...('$or' in pattern ? problemsOfPattern('events', pattern) : [])];
}

export function tooLong(pattern: object): Problem[] {
  const { length } = JSON.stringify(pattern);
  const { max } = eventBridge.pattern;
  if (length <= max) return [];
  return [
    {
      id: 'spillway:pattern-length',
      prop: 'events',
      given: `the filters make a pattern of ${length} characters`,
      expected: `a rule takes ${max}`,
      fix: 'Match on fewer values or by prefix, or split the filters that no event matches twice over two subscriptions.',
    },
  ];
}

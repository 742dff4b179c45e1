import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { eventBridge } from '../../core/limits';
import { channelCapabilities } from '../../core/limits/channels';
import { type EventFilter, problemsOfPattern } from '../contracts';
import { hasToken, problemsOfPlace } from '../validation';
import { classicPattern } from './classic-pattern';
import type { IClassicBus } from './i-classic-bus';
import type { Wanted } from './problems-on-channel';
import { problemsOfQueue } from './queue-problems';

/** What a Classic bus can't do of what a subscription asks, before anything is made. */
export function problemsOnClassicBus(
  bus: IClassicBus,
  scope: Construct,
  wanted: Wanted,
): Problem[] {
  return [
    ...problemsOfPlace('from', bus.eventBus.env, scope),
    ...problemsOfQueue(channelCapabilities.ClassicBus, scope, wanted.queue),
    ...problemsOfFilters(wanted.events),
  ];
}

/**
 * How long a pattern with tokens is, and what it says, is known only when it is deployed. A filter
 * alone was judged when its contract made it; several together may be too many alternatives.
 */
function problemsOfFilters(events: readonly EventFilter[]): Problem[] {
  if (events.length === 0) return [];
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

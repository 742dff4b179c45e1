import type { CloudEvent } from './cloud-event';
import { CloudEventError, type CloudEventIssue, quote } from './cloud-event-error';

/** Refuses what is no object where the wire has one. */
export function requireObject(value: unknown, path: string, expected: string): void {
  if (typeof value === 'object' && value !== null) return;
  throw new CloudEventError([{ attribute: '', path, value, expected }]);
}

/** The issue of a place around an event that says something else than the event itself. */
export function sameText(
  event: CloudEvent,
  attribute: 'source' | 'type',
  path: string,
  value: unknown,
): CloudEventIssue[] {
  const inside = event[attribute];
  const expected = `the event's ${attribute} ${quote(inside)}`;
  return value === inside ? [] : [{ attribute, path, value, expected }];
}

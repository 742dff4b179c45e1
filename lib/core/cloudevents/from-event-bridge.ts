import { types } from 'node:util';
import type { CloudEvent } from './cloud-event';
import { CloudEventError, type CloudEventIssue, quote, refuse } from './cloud-event-error';
import { parseJson, readCloudEvent } from './parse';
import type { PutEventsEntry } from './put-events-entry';
import { requireObject, sameText } from './same-text';
import { toInstant } from './timestamp';

/**
 * The part of EventBridge's envelope that carries a CloudEvent. Its other members are left alone,
 * its `id` above all: EventBridge gives a new one to each attempt of a producer.
 */
export interface EventBridgeEnvelope {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: unknown;
}

/**
 * The event of a PutEvents entry. Detail must be a CloudEvent, and Source, DetailType and Time must
 * say the same as its `source`, `type` and `time` (Time to the millisecond).
 *
 * @throws CloudEventError
 */
export function fromPutEventsEntry(entry: Partial<PutEventsEntry>): CloudEvent {
  requireObject(entry, 'the entry', 'an entry of PutEvents');
  const { Detail, Source, DetailType, Time } = entry;
  if (typeof Detail !== 'string') {
    const expected = 'the JSON text of a CloudEvent';
    throw new CloudEventError([{ attribute: '', path: 'Detail', value: Detail, expected }]);
  }
  const event = readCloudEvent(parseJson(Detail));
  refuse([
    ...sameText(event, 'source', 'Source', Source),
    ...sameText(event, 'type', 'DetailType', DetailType),
    ...sameInstant(event, Time),
  ]);
  return event;
}

/**
 * The event of an envelope that a rule delivers. `detail` must be a CloudEvent, and the envelope's
 * `source` and `detail-type` must say the same as its `source` and `type`.
 *
 * @throws CloudEventError
 */
export function fromEventBridgeEvent(envelope: EventBridgeEnvelope): CloudEvent {
  requireObject(envelope, 'the envelope', 'an event as EventBridge delivers it');
  const event = readCloudEvent(envelope.detail);
  refuse([
    ...sameText(event, 'source', 'source of the envelope', envelope.source),
    ...sameText(event, 'type', 'detail-type', envelope['detail-type']),
  ]);
  return event;
}

function sameInstant({ time }: CloudEvent, outer: unknown): CloudEventIssue[] {
  const inside = time === undefined ? undefined : toInstant(time);
  const outside = types.isDate(outer) ? outer.getTime() : outer;
  const expected =
    time === undefined ? 'no Time, as the event has no time' : `the Date of ${quote(time)}`;
  return outside === inside ? [] : [{ attribute: 'time', path: 'Time', value: outer, expected }];
}

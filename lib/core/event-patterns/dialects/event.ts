import { EventError } from '../errors';
import { jsonIn, toObject } from '../json/node';
import type { JsonObject } from '../json/read';
import type { DialectName } from './dialect';
import { openRecord, readAttributes } from './messages';

type Reader = (event: string | object) => JsonObject | undefined;

const readers: Readonly<Record<DialectName, Reader>> = {
  eventbridge: readWhole,
  'eventbridge-v2': readWhole,
  'sns-attributes': (event) => readAttributes(readWhole(event)),
  'sns-body': (event) => (typeof event === 'string' ? objectIn(event) : readWhole(event)),
  pipes: (event) => openRecord(readWhole(event)),
  lambda: (event) => openRecord(readWhole(event)),
};

/**
 * What a pattern of the dialect looks at in an event; undefined where there is nothing to match:
 * an SNS body that is not a JSON object, a message without attributes.
 *
 * The event is, as JSON text or as an object: with `sns-attributes` the map of message attributes,
 * `{name: {DataType, StringValue}}` or as a subscriber sees it, `{name: {Type, Value}}`; with
 * `sns-body` the message's body; with `pipes` and `lambda` the record of the source; with
 * `eventbridge-v2` the payload, or the envelope with its detail; else the event itself.
 *
 * @throws EventError for what is no such thing: not JSON, not an object, or nested too deep.
 */
export function readEvent(dialect: DialectName, event: string | object): JsonObject | undefined {
  return readers[dialect](event);
}

function readWhole(event: string | object): JsonObject {
  return toObject(event, (problem) => {
    throw new EventError(problem, 'a JSON object');
  });
}

function objectIn(text: string): JsonObject | undefined {
  const node = jsonIn(text);
  return node?.kind === 'object' ? node : undefined;
}

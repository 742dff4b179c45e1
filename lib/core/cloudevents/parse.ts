import { coreRules, extensionRule, isAttributeName } from './attribute-rules';
import type { CloudEvent } from './cloud-event';
import {
  attributeIssue,
  CloudEventError,
  type CloudEventIssue,
  quote,
  refuse,
} from './cloud-event-error';
import { isJsonMediaType } from './media-type';

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a structured CloudEvent 1.0, strictly: what another reader might understand differently is
 * refused, with everything that is wrong in one error.
 *
 * An attribute that is `null` counts as unset and is left out; `data: null` is data. The data
 * itself is handed on as it is, unchecked. Two things are lost before JSON reaches us: a member
 * that stands twice in a text (the last counts), and whether an integer was written as `1` or
 * `1.0`.
 *
 * @param value the JSON text of an event, or the object that it describes
 * @throws CloudEventError
 */
export function parseCloudEvent(value: string | object): CloudEvent {
  return readCloudEvent(typeof value === 'string' ? parseJson(value) : value);
}

/** The same for what is no text: a text inside an envelope is a mistake of its producer. */
export function readCloudEvent(value: unknown): CloudEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wholeEvent(value, 'an object with the members of a CloudEvent 1.0');
  }
  const members = setMembers(value);
  refuse([...coreIssues(members), ...extensionIssues(members), ...dataIssues(members)]);
  return members as unknown as CloudEvent;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wholeEvent(text, 'a JSON text');
  }
}

function wholeEvent(value: unknown, expected: string): CloudEventError {
  return new CloudEventError([{ attribute: '', path: 'the event', value, expected }]);
}

/**
 * Object.fromEntries makes a field of `__proto__` too; an assignment would change the prototype.
 */
function setMembers(event: object): Members {
  const isSet = ([name, value]: [string, unknown]): boolean =>
    value !== undefined && (value !== null || name === 'data');
  return Object.fromEntries(Object.entries(event).filter(isSet));
}

function coreIssues(members: Members): CloudEventIssue[] {
  return [...coreRules].flatMap(([name, { required, accepts, expected }]) => {
    const value = members[name];
    const fine = value === undefined ? required !== true : accepts(value);
    return fine ? [] : [attributeIssue(name, value, expected)];
  });
}

function extensionIssues(members: Members): CloudEventIssue[] {
  return Object.entries(members).flatMap(([name, value]) => {
    if (coreRules.has(name) || name === 'data' || name === 'data_base64') return [];
    if (!isAttributeName(name)) return [badName(name, value)];
    const { accepts, expected } = extensionRule;
    return accepts(value) ? [] : [attributeIssue(name, value, expected)];
  });
}

/** Quoted, as a name from outside may hold a line break and forge a line of a log. */
function badName(name: string, value: unknown): CloudEventIssue {
  const expected = 'a name of the characters a-z and 0-9';
  return { attribute: name, path: quote(name), value, expected };
}

function dataIssues(members: Members): CloudEventIssue[] {
  const { data, data_base64: binary, datacontenttype: contentType } = members;
  if (binary !== undefined && !isBase64(binary)) {
    return [attributeIssue('data_base64', binary, 'base64 text with padding (RFC 4648)')];
  }
  if (binary !== undefined && data !== undefined) {
    return [attributeIssue('data_base64', binary, 'either data or data_base64, not both')];
  }
  if (data === undefined || typeof data === 'string') return [];
  if (typeof contentType !== 'string' || isJsonMediaType(contentType)) return [];
  return [attributeIssue('data', data, 'a string, as datacontenttype is not JSON')];
}

/** Only canonical base64 comes back as it was: no white space, no URL alphabet, no stray bits. */
function isBase64(value: unknown): boolean {
  return typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
}

import { sqs } from '../limits';
import { isAttributeName } from './attribute-rules';
import type { CloudEvent } from './cloud-event';
import type { CloudEventIssue } from './cloud-event-error';
import type { MessageAttribute, MessageAttributes } from './message-attribute';
import { dataAttributesOf, dataPathIssues } from './message-data-attributes';
import { optionIssue } from './message-destination';
import type { MessageOptions } from './message-options';
import { attributeOfText } from './message-values';

/** What every message carries: the two attributes that a contract names. */
const always = ['source', 'type'] as const;

/**
 * Copies of attributes of an event, for filters that cannot read a body. The names are those of the
 * event, unchanged, as CloudEvents has it for MQTT; it has no binding for SNS and SQS. So one filter
 * policy on `source` and `type` means the same in both of SNS's scopes, body and attributes. Fields
 * of its data are named by their paths.
 *
 * An attribute that the event does not have is left out, and so is an empty one, which AWS refuses.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/mqtt-protocol-binding.md
 */
export function messageAttributesOf(
  event: CloudEvent,
  { attributes = [], dataAttributes }: Pick<MessageOptions, 'attributes' | 'dataAttributes'> = {},
): MessageAttributes {
  const copies = namesOf(attributes).flatMap((name) => {
    const value = Object.hasOwn(event, name) ? event[name] : undefined;
    return value === undefined || value === '' ? [] : [[name, copyOf(name, value)] as const];
  });
  return Object.fromEntries([
    ...copies,
    ...Object.entries(dataAttributesOf(event, dataAttributes)),
  ]);
}

/** A consumer compares source and type with the event's own, so that these stay as they are. */
function copyOf(name: string, value: unknown): MessageAttribute {
  if (typeof value === 'number') return { DataType: 'Number', StringValue: String(value) };
  const isAlways = always.some((one) => one === name);
  return isAlways
    ? { DataType: 'String', StringValue: String(value) }
    : attributeOfText(String(value));
}

/** What is wrong with the names of what is to be copied. */
export function attributeNameIssues(
  { attributes, dataAttributes }: { attributes?: unknown; dataAttributes?: unknown },
  maxCount: number,
): CloudEventIssue[] {
  const issues = contextNameIssues(attributes);
  const names = Array.isArray(attributes) && issues.length === 0 ? namesOf(attributes) : always;
  const all = [...issues, ...dataPathIssues(dataAttributes, names)];
  if (all.length > 0) return all;
  const paths = Array.isArray(dataAttributes) ? new Set(dataAttributes).size : 0;
  const count = names.length + paths;
  const expected = `at most ${maxCount} message attributes, source and type among them`;
  return count > maxCount ? [optionIssue('the number of message attributes', count, expected)] : [];
}

function contextNameIssues(names: unknown): CloudEventIssue[] {
  if (names === undefined) return [];
  if (!Array.isArray(names)) return [optionIssue('attributes', names, 'an array of names')];
  const wrong = names.findIndex((name) => !isContextAttribute(name));
  if (wrong < 0) return [];
  const expected = `the name of an attribute such as subject, a-z and 0-9, at most ${sqs.messageAttributeName.max} characters; not data, whose fields dataAttributes names`;
  return [optionIssue(`attributes[${wrong}]`, names[wrong], expected)];
}

function isContextAttribute(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    isAttributeName(name) &&
    name.length <= sqs.messageAttributeName.max &&
    name !== 'data'
  );
}

function namesOf(more: readonly string[]): string[] {
  return [...new Set<string>([...always, ...more])];
}

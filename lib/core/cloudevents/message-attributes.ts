import { sqs } from '../limits';
import { isAttributeName } from './attribute-rules';
import type { CloudEvent } from './cloud-event';
import type { CloudEventIssue } from './cloud-event-error';
import { optionIssue } from './message-destination';

/** A message attribute, as SNS and SQS take it. */
export interface MessageAttribute {
  /** `Number` for an integer, so that a numeric filter matches it; `String` for all else. */
  readonly DataType: 'String' | 'Number';

  /** The CloudEvents canonical string: of a boolean `true` or `false`. */
  readonly StringValue: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** What every message carries: the two attributes that a contract names. */
const always = ['source', 'type'] as const;

/**
 * Copies of attributes of an event, for filters that cannot read a body. The names are those of the
 * event, unchanged, as CloudEvents has it for MQTT; it has no binding for SNS and SQS. So one filter
 * policy on `source` and `type` means the same in both of SNS's scopes, body and attributes.
 *
 * An attribute that the event does not have is left out, and so is an empty one, which AWS refuses.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/mqtt-protocol-binding.md
 */
export function messageAttributesOf(
  event: CloudEvent,
  more: readonly string[] = [],
): MessageAttributes {
  return Object.fromEntries(
    namesOf(more).flatMap((name) => {
      const value = Object.hasOwn(event, name) ? event[name] : undefined;
      if (value === undefined || value === '') return [];
      const DataType = typeof value === 'number' ? 'Number' : 'String';
      return [[name, { DataType, StringValue: String(value) }]];
    }),
  );
}

/** What is wrong with the names of further attributes. */
export function attributeNameIssues(more: unknown, maxCount: number): CloudEventIssue[] {
  if (more === undefined) return [];
  if (!Array.isArray(more)) return [optionIssue('attributes', more, 'an array of names')];
  const wrong = more.findIndex((name) => !isContextAttribute(name));
  if (wrong >= 0) {
    const expected = `the name of an attribute such as subject, a-z and 0-9, at most ${sqs.messageAttributeName.max} characters; not data`;
    return [optionIssue(`attributes[${wrong}]`, more[wrong], expected)];
  }
  const count = namesOf(more).length;
  const expected = `at most ${maxCount} message attributes, source and type among them`;
  return count > maxCount ? [optionIssue('the number of message attributes', count, expected)] : [];
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

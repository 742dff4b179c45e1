import { refusalOfTopic } from './acceptance';
import { show } from './envelope';
import type { MessageAttributes, TopicMessage, TopicNode } from './model';
import { settled, type UnsettledTexts, unsettledTexts } from './patterns/unsettled-texts';
import { hasHole } from './resolution/symbolic-text';
import { isFields } from './resolution/template';

/** A message as a topic or a queue has it. */
export interface Message {
  readonly body:
    | { readonly text: string; readonly unsettled: UnsettledTexts }
    | { readonly unknown: string };
  readonly attributes: MessageAttributes;
  readonly subject?: string;
  readonly messageGroupId?: string;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isTextOrNothing = (value: unknown) => value === undefined || isText(value);

export function attributeProblems(attributes: unknown): string[] {
  if (attributes === undefined) return [];
  if (!isFields(attributes)) return [`messageAttributes: ${show(attributes)}; expected an object`];
  return Object.entries(attributes).flatMap(([name, value]) => {
    const { DataType, StringValue, BinaryValue } = isFields(value) ? value : {};
    const isValue = isText(StringValue) !== BinaryValue instanceof Uint8Array;
    if (isText(DataType) && isValue) return [];
    return [`messageAttributes.${name}: expected a DataType, and a StringValue or a BinaryValue`];
  });
}

/** What Publish refuses of a message. */
function problemsOf(event: TopicMessage, { fifo }: TopicNode): string[] {
  const { message, subject, messageGroupId } = event;
  const group = fifo === 'yes' ? isText(messageGroupId) : isTextOrNothing(messageGroupId);
  const rows: [field: keyof TopicMessage, valid: boolean, expected: string][] = [
    [
      'message',
      isText(message) || (typeof message === 'object' && message !== null),
      'a text of at least one character, or what is written as JSON',
    ],
    ['subject', isTextOrNothing(subject), 'a text of at least one character, or nothing'],
    [
      'messageGroupId',
      group,
      `a text of at least one character${fifo === 'yes' ? ': the topic is FIFO' : ', or nothing'}`,
    ],
  ];
  const problems = rows.flatMap(([field, valid, expected]) =>
    valid ? [] : [`${field}: ${show(event[field])}; expected ${expected}`],
  );
  return [...problems, ...attributeProblems(event.messageAttributes)];
}

/** Undefined for what hides itself from JSON. */
function write(message: object): string | undefined | Error {
  try {
    return JSON.stringify(message);
  } catch (error) {
    return error as Error;
  }
}

/** @param field How an error names it. */
export function textOf(message: string | object, field: string): string {
  if (typeof message === 'string') return message;
  const written = write(message);
  if (typeof written === 'string') return written;
  throw new TypeError(
    `event.${field} can't be written as JSON: ${written?.message ?? 'it has none'}`,
  );
}

/** @throws TypeError naming every field of the message that Publish would refuse */
export function published(event: TopicMessage, topic: TopicNode): Message {
  const problems = problemsOf(event, topic);
  if (problems.length > 0) throw new TypeError(`event: ${problems.join('; ')}`);
  const { message, messageAttributes: attributes = {}, subject, messageGroupId } = event;
  const text = textOf(message, 'message');
  const refusal = refusalOfTopic(topic, { text, attributes });
  if (refusal) throw new TypeError(`event: ${refusal.given}; expected ${refusal.expected}`);
  return {
    body: { text, unsettled: settled },
    attributes,
    ...(subject && { subject }),
    ...(messageGroupId && { messageGroupId }),
  };
}

/** What a rule publishes: its target's text, without attributes and subject. */
export function publishedByRule(delivered: { text: string } | { unknown: string }): Message {
  if ('unknown' in delivered) return { body: delivered, attributes: {} };
  return { body: bodyWith(delivered.text), attributes: {} };
}

/** A text in which something may stand that no template tells. */
export function bodyWith(text: string): Message['body'] {
  const unsettled = hasHole(text) ? unsettledTexts(jsonOf(text)) : settled;
  return { text, unsettled };
}

/** A text that is no JSON is itself what may hold something unknown. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

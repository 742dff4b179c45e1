import { sns, sqs } from '../../core/limits';
import { type Answer, no, unknown, yes } from './answer';
import { nameOf, numberOrNothing } from './graph/resources';
import type { Admission, MessageAttributes, QueueNode, TopicNode } from './model';
import { knownPart } from './resolution/symbolic-text';
import { fieldOf } from './resolution/template';

/**
 * What a queue or a topic takes of a message, whoever sends it: its size with the attributes, and
 * for a queue its characters too. What only a deployment tells of a text has no known length; so a
 * size lies between two numbers, and where the limit does too, the answer is open.
 */
export interface Content {
  readonly text: string;
  readonly attributes: MessageAttributes;
}

/** What is wrong with a message, and what the receiver takes instead. */
export interface Refusal {
  readonly given: string;
  readonly expected: string;
}

/**
 * As much as a parameter or a custom resource can put in; names, ids and ARNs are shorter. Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const LONGEST_HOLE = 4_096;

/**
 * SQS answers anything else with InvalidMessageContents, also in an attribute's text. Sources:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html
 */
const refusedCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const characters =
  'the tab, the line breaks and what Unicode has from U+0020 on, without surrogates, U+FFFE and U+FFFF';

function refusalOfCharacters({ text, attributes }: Content): Refusal | undefined {
  const texts = Object.entries(attributes).map(
    ([name, { StringValue = '' }]) => [`messageAttributes.${name}`, StringValue] as const,
  );
  for (const [place, value] of [['body', text] as const, ...texts]) {
    const [character] = refusedCharacter.exec(value) ?? [];
    if (character === undefined) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { given: `${place}: the character U+${code}`, expected: characters };
  }
  return undefined;
}

/**
 * The body, and of each attribute the name, the type and the value, in bytes of UTF-8. Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html
 */
function sizeOf({ text, attributes }: Content): { readonly least: number; readonly most: number } {
  const parts = Object.entries(attributes).flatMap(
    ([name, { DataType, StringValue = '', BinaryValue = '' }]) =>
      [name, DataType, StringValue, BinaryValue] as const,
  );
  let [least, most] = [0, 0];
  for (const part of [text, ...parts]) {
    const { known, holes } = typeof part === 'string' ? knownPart(part) : { known: part, holes: 0 };
    const bytes = Buffer.byteLength(known);
    least += bytes;
    most += bytes + holes * LONGEST_HOLE;
  }
  return { least, most };
}

/** What a MaximumMessageSize may be; both are the same number where it is known. */
interface Limits {
  readonly lowest: number;
  readonly highest: number;
}

/** The same range for a topic and a queue. */
const anySize: Limits = {
  lowest: sns.maximumMessageSize.min,
  highest: sns.maximumMessageSize.max,
};

function limitsOf(given: unknown, byDefault: number): Limits {
  const set = given === undefined ? byDefault : numberOrNothing(given);
  return set === undefined ? anySize : { lowest: set, highest: set };
}

function refusalOfSize(content: Content, { highest }: Limits): Refusal | undefined {
  const { least, most } = sizeOf(content);
  if (least <= highest) return undefined;
  const size = least === most ? `${least} bytes` : `at least ${least} bytes`;
  const expected = `at most ${highest} bytes`;
  return { given: `the message with its attributes: ${size}`, expected };
}

function judge(name: string, content: Content, limits: Limits, refusal?: Refusal): Answer {
  if (refusal) return no(`${refusal.given}; ${name} takes ${refusal.expected}`);
  const { lowest, highest } = limits;
  const { least, most } = sizeOf(content);
  if (most <= lowest) return yes('');
  if (lowest < highest) {
    return unknown(
      `the MaximumMessageSize of ${name} is not known; the message has ${least} bytes`,
    );
  }
  const atLeast = `the message has at least ${least} bytes, and more where it is not known`;
  return unknown(`${atLeast}; ${name} takes at most ${highest} bytes`);
}

/** Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
function limitsOfQueue({ properties }: QueueNode): Limits {
  return limitsOf(fieldOf(properties, 'MaximumMessageSize'), sqs.messageSize.max);
}

/** Source: https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html */
function limitsOfTopic({ declared }: TopicNode): Limits {
  if (!declared) return anySize;
  return limitsOf(fieldOf(declared.properties, 'MaximumMessageSize'), sns.messageSize.max);
}

/** What a queue certainly refuses of a message. */
export function refusalOfQueue(queue: QueueNode, content: Content): Refusal | undefined {
  return refusalOfCharacters(content) ?? refusalOfSize(content, limitsOfQueue(queue));
}

/** What a topic certainly refuses of a message. */
export function refusalOfTopic(topic: TopicNode, content: Content): Refusal | undefined {
  return refusalOfSize(content, limitsOfTopic(topic));
}

/** Does a queue take a message that is let in? */
export function judgeContent(queue: QueueNode, content: Content): Answer {
  const refusal = refusalOfQueue(queue, content);
  return judge(nameOf(queue), content, limitsOfQueue(queue), refusal);
}

/** Does a topic? */
export function judgePublished(topic: TopicNode, content: Content): Answer {
  const name = topic.declared ? nameOf(topic.declared) : topic.arn;
  return judge(name, content, limitsOfTopic(topic), refusalOfTopic(topic, content));
}

/**
 * A dead-letter queue, for a message that may be too big for it.
 *
 * @param deadLetter Left out where there is none.
 */
export function deadLetterFor(
  deadLetter: Admission | undefined,
  content: Content,
): Admission | undefined {
  if (deadLetter?.verdict !== 'delivered' || typeof deadLetter.to === 'string') return deadLetter;
  const { is, why } = judgeContent(deadLetter.to, content);
  if (is === 'yes') return deadLetter;
  return { ...deadLetter, verdict: is === 'no' ? 'denied' : 'unknown', reason: why };
}

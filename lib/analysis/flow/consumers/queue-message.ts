import { type Content, refusalOfQueue } from '../acceptance';
import { show } from '../envelope';
import { truthOf } from '../graph/resources';
import { attributeProblems, type Message, textOf } from '../message';
import type { QueueMessage, QueueNode } from '../model';
import { settled } from '../patterns/unsettled-texts';
import { fieldOf } from '../resolution/template';

/** Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const GROUP = /^[!-~]{1,128}$/;
const MOST_ATTRIBUTES = 10;

/** Letters, digits and punctuation: what SQS takes as a MessageGroupId or MessageDeduplicationId. */
export function isGroup(value: unknown): value is string {
  return typeof value === 'string' && GROUP.test(value);
}

/** What SendMessage refuses of a message. */
function problemsOf(event: QueueMessage, { properties }: QueueNode): string[] {
  const { body, messageGroupId: group, messageAttributes: attributes } = event;
  const fifo = truthOf(fieldOf(properties, 'FifoQueue')) === 'yes';
  const ids = '1 to 128 letters, digits or punctuation characters';
  const given = group !== undefined || fifo;
  const isBody = typeof body === 'string' ? body !== '' : typeof body === 'object' && body !== null;
  const count = Object.keys(attributes ?? {}).length;
  const rows: [place: string, value: unknown, valid: boolean, expected: string][] = [
    ['body', body, isBody, 'a text of at least one character, or what is written as JSON'],
    ['messageGroupId', group, !given || isGroup(group), fifo ? `${ids}: the queue is FIFO` : ids],
    ['messageAttributes', attributes, count <= MOST_ATTRIBUTES, `at most ${MOST_ATTRIBUTES}`],
  ];
  const problems = rows.flatMap(([place, value, valid, expected]) =>
    valid ? [] : [`${place}: ${show(value)}; expected ${expected}`],
  );
  return [...problems, ...attributeProblems(attributes)];
}

/** Which can be asked only of what is written. */
function refuse(content: Content, queue: QueueNode): void {
  const refusal = refusalOfQueue(queue, content);
  if (refusal) throw new TypeError(`event: ${refusal.given}; expected ${refusal.expected}`);
}

/** @throws TypeError naming every field of the message that SendMessage would refuse */
export function sent(event: QueueMessage, queue: QueueNode): Message {
  const problems = problemsOf(event, queue);
  if (problems.length > 0) throw new TypeError(`event: ${problems.join('; ')}`);
  const { body, messageAttributes, messageGroupId } = event;
  const content = { text: textOf(body, 'body'), attributes: messageAttributes ?? {} };
  refuse(content, queue);
  return {
    body: { text: content.text, unsettled: settled },
    attributes: content.attributes,
    ...(messageGroupId && { messageGroupId }),
  };
}

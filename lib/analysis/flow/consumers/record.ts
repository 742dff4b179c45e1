import { readEvent } from '../../../core/event-patterns/dialects/event';
import type { JsonObject } from '../../../core/event-patterns/json/read';
import type { Message } from '../message';
import type { MessageAttributes, QueueNode } from '../model';
import { hasHole, splitText, unknownText } from '../resolution/symbolic-text';
import type { Fields } from '../resolution/template';

/**
 * The record that a pipe or Lambda makes of a message of a queue. What only SQS knows of it stands
 * there as unknown texts. Sources: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html,
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html
 */
export interface QueueRecord {
  readonly fields: Fields;
  /** The text of the body; its reason where that can't be told. */
  readonly body: Message['body'];
  /** The paths of fields that hold, or may hold, what nobody told us. */
  readonly unsettled: ReadonlySet<string>;
  /**
   * Those of which it is open whether they are there: within arrays, below a name that is not known,
   * or in a message that is not told.
   */
  readonly open: (path: string) => boolean;
  /** The record with its body parsed, where that is JSON. */
  json(): JsonObject;
}

/** Whether a message has them depends on how it was sent, or on the queue. */
const optional = ['AWSTraceHeader', 'DeadLetterQueueSourceArn', 'SequenceNumber'];
const always = ['ApproximateReceiveCount', 'SentTimestamp', 'SenderId'];
const further = ['ApproximateFirstReceiveTimestamp', 'MessageDeduplicationId'];

function attributesOf({ messageGroupId }: Message): Fields {
  const names = [...always, 'ApproximateFirstReceiveTimestamp'];
  const untold = names.map((name) => [name, unknownText(name)] as const);
  const group = messageGroupId === undefined ? {} : { MessageGroupId: messageGroupId };
  return { ...Object.fromEntries(untold), ...group };
}

function messageAttributesOf(attributes: MessageAttributes): Fields {
  const entries = Object.entries(attributes).map(([name, attribute]) => {
    const { DataType: dataType, StringValue, BinaryValue } = attribute;
    const value =
      StringValue === undefined
        ? { binaryValue: Buffer.from(BinaryValue ?? []).toString('base64') }
        : { stringValue: StringValue };
    return [name, { ...value, stringListValues: [], binaryListValues: [], dataType }] as const;
  });
  return Object.fromEntries(entries);
}

function unsettledPaths(fields: Fields, { body, messageGroupId }: Message): Set<string> {
  const top = Object.entries(fields).flatMap(([name, value]) =>
    name !== 'body' && typeof value === 'string' && hasHole(value) ? [name] : [],
  );
  const attributes = [...always, ...further, ...optional].map((name) => `attributes.${name}`);
  const group = hasHole(messageGroupId ?? '') ? ['attributes.MessageGroupId'] : [];
  const within =
    'unknown' in body ? [] : [...body.unsettled.paths].map((path) => join('body', path));
  return new Set([...top, ...attributes, ...group, ...within]);
}

const join = (name: string, path: string) => (path === '' ? name : `${name}.${path}`);

export const isBody = (path: string) => path === 'body' || path.startsWith('body.');

/** With a body that is not told neither the group nor the attributes are. */
const sentParts = ['body', 'attributes', 'messageAttributes'];

function openIn({ body }: Message): (path: string) => boolean {
  if ('unknown' in body) return (path) => sentParts.includes(path.split('.')[0] ?? '');
  const { names, inArrays } = body.unsettled;
  const within = new Set([...inArrays].map((path) => join('body', path)));
  return (path) => isBody(path) && (names || within.has(path));
}

export function recordOf(message: Message, queue: QueueNode): QueueRecord {
  const { body, attributes } = message;
  const text = 'unknown' in body ? unknownText('body') : body.text;
  const fields = {
    messageId: unknownText('message id'),
    receiptHandle: unknownText('receipt handle'),
    body: text,
    attributes: attributesOf(message),
    messageAttributes: messageAttributesOf(attributes),
    md5OfBody: unknownText('MD5 of the body'),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: splitText(queue.arn, ':')[3] ?? '',
  };
  let json: JsonObject | undefined;
  return {
    fields,
    body,
    unsettled: unsettledPaths(fields, message),
    open: openIn(message),
    json: () => {
      json ??= readEvent('pipes', fields) ?? { kind: 'object', members: [] };
      return json;
    },
  };
}

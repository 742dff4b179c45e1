import type { CloudEvent } from './cloud-event';
import { CloudEventError, refuse } from './cloud-event-error';
import { type EventBridgeEnvelope, fromEventBridgeEvent } from './from-event-bridge';
import { parseJson, readCloudEvent } from './parse';
import { requireObject, sameText } from './same-text';

// What a queue holds depends on the way there: the event itself (sent, or from a topic with raw
// delivery), SNS's envelope around it, or EventBridge's. They cannot be confused: SNS's has members
// in capital letters and EventBridge's one with a hyphen, and no CloudEvent has either.

/** The part of a message that carries an event, as `ReceiveMessageCommand` gives it. */
export interface SqsMessage {
  /** The event, or an envelope around it, as JSON text. */
  readonly Body?: string | undefined;

  /** SQS gives them only to those who ask, by `MessageAttributeNames`. */
  readonly MessageAttributes?:
    | Readonly<Record<string, { readonly StringValue?: string | undefined }>>
    | undefined;
}

/** The same as a Lambda function gets it. */
export interface SqsRecord {
  /** The event, or an envelope around it, as JSON text. */
  readonly body: string;

  /** All of them, always. */
  readonly messageAttributes?:
    | Readonly<Record<string, { readonly stringValue?: string | undefined }>>
    | undefined;
}

/**
 * SNS's envelope: what it puts in a queue without raw delivery, and what a Lambda function finds in
 * `Sns` of its record.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html
 */
export interface SnsMessage {
  /** `Notification`; anything else, such as `SubscriptionConfirmation`, carries no event. */
  readonly Type?: string | undefined;

  /** The event, or EventBridge's envelope around it, as JSON text. */
  readonly Message: string;

  /** Those that the message was published with; missing if it had none. */
  readonly MessageAttributes?:
    | Readonly<Record<string, { readonly Value?: string | undefined }>>
    | undefined;
}

/** A message attribute's value, under the name that each sender of it has. */
type Attributes = Readonly<
  Record<string, { readonly [value in 'StringValue' | 'stringValue' | 'Value']?: unknown }>
>;

/**
 * The event of a message of a queue. The body is a CloudEvent, or SNS's or EventBridge's envelope
 * around one. Message attributes named `source` and `type`, if there are any, must say the same as
 * the event, as a filter may have judged it by them; all others are left alone.
 *
 * @param message a message of `ReceiveMessageCommand`, or a record of a Lambda function's batch
 * @throws CloudEventError
 */
export function fromSqsMessage(message: SqsMessage | SqsRecord): CloudEvent {
  requireObject(message, 'the message', 'a message as SQS delivers it');
  const [path, text, attributes] =
    'body' in message
      ? ['body', message.body, message.messageAttributes]
      : ['Body', message.Body, message.MessageAttributes];
  const body = parseText(path, text);
  if (hasOwn(body, 'Type') && hasOwn(body, 'Message')) {
    return fromSnsMessage(body as unknown as SnsMessage);
  }
  return agreed(readEvent(body), attributes);
}

/**
 * The event of a message in SNS's envelope. `Message` is a CloudEvent, or EventBridge's envelope
 * around one. Message attributes named `source` and `type`, if there are any, must say the same as
 * the event, as a filter policy may have judged it by them; all others are left alone.
 *
 * @param message SNS's envelope, parsed, or `Sns` of a Lambda function's record
 * @throws CloudEventError
 */
export function fromSnsMessage(message: SnsMessage): CloudEvent {
  requireObject(message, 'the message', 'a message as SNS delivers it');
  const { Type = 'Notification', Message, MessageAttributes } = message;
  if (Type !== 'Notification') {
    const expected = 'Notification, as nothing else of SNS carries an event';
    throw new CloudEventError([{ attribute: '', path: 'Type', value: Type, expected }]);
  }
  return agreed(readEvent(parseText('Message', Message)), MessageAttributes);
}

function parseText(path: string, value: unknown): unknown {
  if (typeof value === 'string') return parseJson(value);
  const expected = 'the JSON text of a CloudEvent';
  throw new CloudEventError([{ attribute: '', path, value, expected }]);
}

function readEvent(value: unknown): CloudEvent {
  return hasOwn(value, 'detail-type')
    ? fromEventBridgeEvent(value as unknown as EventBridgeEnvelope)
    : readCloudEvent(value);
}

function hasOwn(value: unknown, name: string): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

function agreed(event: CloudEvent, attributes: Attributes | undefined): CloudEvent {
  const issues = (['source', 'type'] as const).flatMap((name) => {
    const { StringValue, stringValue, Value } = attributes?.[name] ?? {};
    const value = StringValue ?? stringValue ?? Value ?? undefined;
    return value === undefined ? [] : sameText(event, name, `message attribute ${name}`, value);
  });
  refuse(issues);
  return event;
}

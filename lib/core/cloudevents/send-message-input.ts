import { sqs } from '../limits';
import type { CloudEvent } from './cloud-event';
import type { CloudEventIssue } from './cloud-event-error';
import { type MessageEnvelope, toMessage } from './message';
import { type Destination, entryIdIssues, isFifo, nameIssues } from './message-destination';
import type { MessageOptions } from './message-options';

/** The input of `SendMessageCommand` of @aws-sdk/client-sqs. */
export interface SendMessageInput extends MessageEnvelope {
  /** The queue, as `queueUrl` named it. */
  readonly QueueUrl: string;

  /** The JSON text of the CloudEvent. */
  readonly MessageBody: string;
}

/** An entry of `SendMessageBatchCommand` of @aws-sdk/client-sqs. */
export interface SendMessageBatchEntry extends MessageEnvelope {
  /** The entry in its batch, as `entryId` named it. */
  readonly Id: string;

  /** The JSON text of the CloudEvent. */
  readonly MessageBody: string;
}

/** The queue, and what the message says beside the event. */
export interface SendMessageOptions extends MessageOptions {
  /**
   * URL of the queue, at least one character. One that ends in `.fifo` is a FIFO queue's: SQS gives
   * that ending to no other.
   */
  readonly queueUrl: string;
}

/** The same, and the name of the entry. */
export interface SendMessageBatchEntryOptions extends SendMessageOptions {
  /**
   * Names the entry in the answer: 1 to 80 characters of A-Z, a-z, 0-9, `-` and `_`, another for
   * each entry of a batch.
   */
  readonly entryId: string;
}

/**
 * The input that sends an event to a queue: the whole event in the body, its `source` and `type`
 * also as message attributes, and what `attributes` and `dataAttributes` name. A queue has no filter:
 * they are for a consumer that looks at a message before its body.
 *
 * On a FIFO queue the message group is the event's `partitionkey`, which it must have, and the
 * deduplication id is made from its `source` and `id`: sent again within five minutes, it is not
 * delivered again. A key that fits SQS's alphabet (visible ASCII, at most 128 characters) is its own
 * group, any other becomes `sha256:` and its SHA-256; different keys are never one group.
 *
 * What JSON would change without a word is refused, and so is a message of more than 1,048,576 bytes
 * with its attributes.
 *
 * @throws CloudEventError with everything that is wrong
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function toSendMessageInput(
  event: CloudEvent,
  options: SendMessageOptions,
): SendMessageInput {
  const { body, around } = toMessage(event, queueOf(options), options);
  return { QueueUrl: options.queueUrl, MessageBody: body, ...around };
}

/**
 * The same as an entry of a batch. A batch has at most 10 entries and together at most 1,048,576
 * bytes; an answer of 200 may hold `Failed` entries, which have to be sent again.
 *
 * @throws CloudEventError with everything that is wrong
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
 */
export function toSendMessageBatchEntry(
  event: CloudEvent,
  options: SendMessageBatchEntryOptions,
): SendMessageBatchEntry {
  const issues = entryIdIssues(options.entryId);
  const { body, around } = toMessage(event, queueOf(options, issues), options);
  return { Id: options.entryId, MessageBody: body, ...around };
}

function queueOf(
  { queueUrl }: SendMessageOptions,
  others: readonly CloudEventIssue[] = [],
): Destination {
  return {
    kind: 'queue',
    service: 'SQS',
    isFifo: isFifo(queueUrl),
    maxSize: sqs.messageSize.max,
    maxAttributes: sqs.messageAttributes.max,
    issues: [...nameIssues('queueUrl', queueUrl, 'the URL of a queue'), ...others],
  };
}

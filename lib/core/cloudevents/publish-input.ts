import { sns } from '../limits';
import type { CloudEvent } from './cloud-event';
import type { CloudEventIssue } from './cloud-event-error';
import { type MessageEnvelope, toMessage } from './message';
import {
  type Destination,
  entryIdIssues,
  isFifo,
  nameIssues,
  optionIssue,
} from './message-destination';
import type { MessageOptions } from './message-options';

/** The input of `PublishCommand` of @aws-sdk/client-sns. */
export interface PublishInput extends MessageEnvelope {
  /** The topic, as `topicArn` named it. */
  readonly TopicArn: string;

  /** The JSON text of the CloudEvent. */
  readonly Message: string;
}

/** An entry of `PublishBatchCommand` of @aws-sdk/client-sns. */
export interface PublishBatchEntry extends MessageEnvelope {
  /** The entry in its batch, as `entryId` named it. */
  readonly Id: string;

  /** The JSON text of the CloudEvent. */
  readonly Message: string;
}

/** The topic, and what the message says beside the event. */
export interface PublishOptions extends MessageOptions {
  /**
   * ARN of the topic, at least one character. One that ends in `.fifo` is a FIFO topic's: SNS gives
   * that ending to no other.
   */
  readonly topicArn: string;

  /**
   * The topic's MaximumMessageSize in bytes, 1,024 to 1,048,576, if it has one. Above 262,144 a
   * topic takes at most 100 subscriptions, of SQS, Lambda and Firehose only.
   *
   * @default 262144
   * @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
   */
  readonly maximumMessageSize?: number;
}

/** The same, and the name of the entry. */
export interface PublishBatchEntryOptions extends PublishOptions {
  /**
   * Names the entry in the answer: 1 to 80 characters of A-Z, a-z, 0-9, `-` and `_`, another for
   * each entry of a batch.
   */
  readonly entryId: string;
}

/**
 * The input that publishes an event to a topic: the whole event as the message, its `source` and
 * `type` also as message attributes, for filter policies of the scope MessageAttributes. Where the
 * topic's subscriptions filter on fields of the data too, name these as `dataAttributes`.
 *
 * On a FIFO topic the message group is the event's `partitionkey`, which it must have, and the
 * deduplication id is made from its `source` and `id`: published again within five minutes, it is
 * not delivered again. A key that fits SNS's alphabet (visible ASCII, at most 128 characters) is its
 * own group, any other becomes `sha256:` and its SHA-256; different keys are never one group.
 *
 * What JSON would change without a word is refused, and so are a field of `dataAttributes` that no
 * attribute can say and a message that is larger than the topic takes, with its attributes.
 *
 * @throws CloudEventError with everything that is wrong
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function toPublishInput(event: CloudEvent, options: PublishOptions): PublishInput {
  const { body, around } = toMessage(event, topicOf(options), options);
  return { TopicArn: options.topicArn, Message: body, ...around };
}

/**
 * The same as an entry of a batch. A batch has at most 10 entries, together no larger than one
 * message; an answer of 200 may hold `Failed` entries, which have to be published again.
 *
 * @throws CloudEventError with everything that is wrong
 * @see https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export function toPublishBatchEntry(
  event: CloudEvent,
  options: PublishBatchEntryOptions,
): PublishBatchEntry {
  const issues = entryIdIssues(options.entryId);
  const { body, around } = toMessage(event, topicOf(options, issues), options);
  return { Id: options.entryId, Message: body, ...around };
}

function topicOf(
  { topicArn, maximumMessageSize = sns.messageSize.max }: PublishOptions,
  others: readonly CloudEventIssue[] = [],
): Destination {
  return {
    kind: 'topic',
    service: 'SNS',
    isFifo: isFifo(topicArn),
    maxSize: maximumMessageSize,
    maxAttributes: sns.messageAttributes.max,
    issues: [
      ...nameIssues('topicArn', topicArn, 'the ARN of a topic'),
      ...maximumIssues(maximumMessageSize),
      ...others,
    ],
  };
}

function maximumIssues(value: number): CloudEventIssue[] {
  const { min, max } = sns.maximumMessageSize;
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  const expected = `the topic's MaximumMessageSize, an integer from ${min} to ${max}`;
  return [optionIssue('maximumMessageSize', value, expected)];
}

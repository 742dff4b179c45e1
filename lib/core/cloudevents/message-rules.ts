import type { CloudEvent } from './cloud-event';
import { attributeIssue, type CloudEventIssue } from './cloud-event-error';
import { findDataProblem } from './json-data';
import type { MessageAttributes } from './message-attribute';
import { attributeNameIssues } from './message-attributes';
import { dataFieldIssues } from './message-data-attributes';
import { type Destination, optionIssue } from './message-destination';
import type { MessageOptions } from './message-options';

/** No limit of AWS: readers and writers of JSON recurse, and EventBridge takes no more either. */
const maxDepth = 1000;

/**
 * How much larger than a message data may be and still be measured, so that the error can say how
 * large it is. What unfolds to more is not written out.
 */
const measured = 2;

const loneSurrogate = /\p{Cs}/u;

/** What SNS or SQS would refuse of a valid event, or JSON would change on the way. */
export function messageIssues(
  event: CloudEvent,
  destination: Destination,
  options: MessageOptions,
): CloudEventIssue[] {
  const { messageGroup } = options;
  const data = dataIssues(event, destination);
  const names = attributeNameIssues(options, destination.maxAttributes);
  const canLook = data.length === 0 && names.length === 0;
  return [
    ...data,
    ...destination.issues,
    ...names,
    ...(canLook ? dataFieldIssues(event, options.dataAttributes) : []),
    ...(destination.isFifo
      ? fifoIssues(event, destination, messageGroup)
      : tenantIssues(messageGroup)),
  ];
}

/**
 * The size as AWS counts it: the body, and each message attribute with its name, type and value, in
 * bytes of UTF-8.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html
 */
export function sizeIssues(
  body: string,
  attributes: MessageAttributes,
  destination: Destination,
): CloudEventIssue[] {
  const texts = Object.entries(attributes).flatMap(([name, { DataType, StringValue }]) => {
    return [name, DataType, StringValue];
  });
  const size = [body, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size <= destination.maxSize) return [];
  return [optionIssue('the size of the message', size, sizeExpected(destination))];
}

function sizeExpected({ maxSize, service, kind }: Destination): string {
  return `at most ${maxSize} bytes with the message attributes, which is all that this ${kind} of ${service} takes; keep the data elsewhere and send a reference`;
}

function dataIssues({ data }: CloudEvent, destination: Destination): CloudEventIssue[] {
  if (data === undefined) return [];
  const problem = findDataProblem(data, {
    maxDepth: maxDepth - 1,
    maxSize: measured * destination.maxSize,
    sizeExpected: sizeExpected(destination),
    int64: false,
  });
  return problem === undefined ? [] : [{ attribute: 'data', ...problem }];
}

/** CloudEvents makes of a partition key a string that is not empty. */
function fifoIssues(
  { partitionkey }: CloudEvent,
  { kind }: Destination,
  messageGroup: unknown,
): CloudEventIssue[] {
  const hasKey = typeof partitionkey === 'string' && partitionkey !== '';
  const expected = `a string of at least one character: a FIFO ${kind} keeps the order of events with the same partitionkey`;
  return [
    ...(hasKey ? [] : [attributeIssue('partitionkey', partitionkey, expected)]),
    ...(messageGroup === undefined ? [] : [secondGroup(kind, messageGroup)]),
  ];
}

function secondGroup(kind: string, messageGroup: unknown): CloudEventIssue {
  const expected = `none, as on a FIFO ${kind} the event's partitionkey is the message group`;
  return optionIssue('messageGroup', messageGroup, expected);
}

function tenantIssues(messageGroup: unknown): CloudEventIssue[] {
  if (messageGroup === undefined) return [];
  const isText = typeof messageGroup === 'string' && messageGroup !== '';
  if (isText && !loneSurrogate.test(messageGroup)) return [];
  const expected = 'a string of at least one character, without a lone surrogate, or none';
  return [optionIssue('messageGroup', messageGroup, expected)];
}

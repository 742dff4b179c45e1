import type { CloudEvent } from './cloud-event';

/**
 * The two code units that JSON leaves as they are and SQS and SNS refuse. Controls are escaped by
 * JSON, lone surrogates refused before.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 * https://aws.amazon.com/sns/faqs/
 */
const unsendable = /[\ufffe\uffff]/g;

/** The JSON text of a valid event: the same on every channel. */
export function writeCloudEvent(event: CloudEvent): string {
  return writeJson(event);
}

/** The JSON text of a value without lone surrogates, of characters that SQS and SNS take. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    unsendable,
    (unit) => `\\u${unit.charCodeAt(0).toString(16)}`,
  );
}

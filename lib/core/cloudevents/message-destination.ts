import { sqs } from '../limits';
import type { CloudEventIssue } from './cloud-event-error';

/** The queue or topic that a message is for. */
export interface Destination {
  readonly kind: 'queue' | 'topic';
  readonly service: 'SQS' | 'SNS';
  /** Whether it keeps order. */
  readonly isFifo: boolean;
  /** The bytes of a message with its attributes. */
  readonly maxSize: number;
  readonly maxAttributes: number;
  /** What is wrong with the options that describe it. */
  readonly issues: readonly CloudEventIssue[];
}

const { min, max } = sqs.batchEntryId;
const entryIdPattern = new RegExp(`^[A-Za-z0-9_-]{${min},${max}}$`);

/** A FIFO queue or topic has a name that ends in `.fifo`, and no other may. */
export function isFifo(name: unknown): boolean {
  return typeof name === 'string' && name.endsWith('.fifo');
}

/** An unset variable of the environment often ends up as undefined or as an empty text. */
export function nameIssues(option: string, value: unknown, expected: string): CloudEventIssue[] {
  return typeof value === 'string' && value !== '' ? [] : [optionIssue(option, value, expected)];
}

/** The same characters in SNS and SQS. */
export function entryIdIssues(entryId: unknown): CloudEventIssue[] {
  if (typeof entryId === 'string' && entryIdPattern.test(entryId)) return [];
  const expected = `${min} to ${max} characters of A-Z, a-z, 0-9, - and _, another for each entry of a batch`;
  return [optionIssue('entryId', entryId, expected)];
}

/** What is wrong beside the event. */
export function optionIssue(path: string, value: unknown, expected: string): CloudEventIssue {
  return { attribute: '', path, value, expected };
}

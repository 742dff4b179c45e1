import { eventBridge } from '../limits';
import type { CloudEvent } from './cloud-event';
import { attributeIssue, type CloudEventIssue } from './cloud-event-error';
import { type DataLimits, findDataProblem } from './json-data';
import type { PutEventsEntry } from './put-events-entry';

interface EventBridgeRule {
  readonly attribute: 'source' | 'type';
  readonly breaks: (value: string) => boolean;
  readonly expected: string;
}

/**
 * Levels of objects and arrays in Detail. AWS has published 1000 and 1100: the lower holds under
 * both. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
const maxDepth = 1000;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size */
const sizeOfTime = 14;

const { source, detailType, entrySize } = eventBridge;

const dataLimits: DataLimits = {
  maxDepth: maxDepth - 1,
  maxSize: entrySize.max,
  sizeExpected: `fewer than ${entrySize.max} bytes of JSON; send a reference`,
  int64: true,
};

/** Length in UTF-16 units, which are never fewer than the characters, however AWS counts those. */
const rules: readonly EventBridgeRule[] = [
  {
    attribute: 'source',
    breaks: (value) => value.length > source.max,
    expected: `at most ${source.max} ${source.unit}, the limit of EventBridge's Source`,
  },
  {
    attribute: 'source',
    breaks: (value) => value.startsWith('aws.'),
    expected:
      'a source of your own: aws. is reserved and EventBridge answers NotAuthorizedForSource',
  },
  {
    attribute: 'type',
    breaks: (value) => value.length > detailType.max,
    expected: `at most ${detailType.max} ${detailType.unit}, the limit of EventBridge's DetailType`,
  },
];

/** What EventBridge would refuse of a valid event, or JSON would change on the way. */
export function eventIssues(event: CloudEvent): CloudEventIssue[] {
  const attributes = rules
    .filter(({ attribute, breaks }) => breaks(event[attribute]))
    .map(({ attribute, expected }) => attributeIssue(attribute, event[attribute], expected));
  if (event.data === undefined) return attributes;
  const problem = findDataProblem(event.data, dataLimits);
  return problem === undefined ? attributes : [...attributes, { attribute: 'data', ...problem }];
}

/** An unset variable of the environment often ends up as an empty name. */
export function busIssues(eventBusName: string | undefined): CloudEventIssue[] {
  if (eventBusName !== '') return [];
  const expected = 'the name or ARN of a bus; leave it out for the default bus';
  return [{ attribute: '', path: 'eventBusName', value: eventBusName, expected }];
}

/** The size as PutEvents counts it, which has to stay below the limit. */
export function sizeIssues({
  Source,
  DetailType,
  Detail,
  Time,
}: PutEventsEntry): CloudEventIssue[] {
  const texts = [Source, DetailType, Detail].map((text) => Buffer.byteLength(text));
  const size = texts.reduce((sum, bytes) => sum + bytes, Time === undefined ? 0 : sizeOfTime);
  if (size < entrySize.max) return [];
  const expected = `fewer than ${entrySize.max} bytes; keep the data elsewhere and send a reference`;
  return [{ attribute: '', path: 'the size of the entry', value: size, expected }];
}

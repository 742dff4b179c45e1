import type { CloudEvent } from './cloud-event';
import { refuse } from './cloud-event-error';
import { busIssues, eventIssues, sizeIssues } from './event-bridge-rules';
import { readCloudEvent } from './parse';
import { toInstant } from './timestamp';
import { writeCloudEvent } from './write';

/**
 * An entry of a PutEvents request, as `PutEventsCommand` of @aws-sdk/client-eventbridge takes it.
 */
export interface PutEventsEntry {
  readonly Source: string;
  readonly DetailType: string;

  /** The JSON text of the CloudEvent. */
  readonly Detail: string;

  /** The event's `time` to the millisecond. Without it EventBridge writes when it got the event. */
  readonly Time?: Date;

  /** Name or ARN. Without it the event goes to the default bus. */
  readonly EventBusName?: string;
}

export interface PutEventsEntryOptions {
  /**
   * Name or ARN of the bus, at least one character.
   *
   * @default - the account's default bus
   */
  readonly eventBusName?: string;
}

/**
 * The entry that puts an event on a bus: the whole event in Detail, its `type` as DetailType, its
 * `source` as Source, its `time` as Time.
 *
 * Members that are undefined are absent. What JSON would change without a word is refused: NaN, a
 * Date, a Map, a function, a bigint, a cycle. So is what EventBridge does not take: a source of
 * more than 256 characters or beginning with `aws.`, a type of more than 128 characters, an entry
 * that does not stay below 1,000,000 bytes.
 *
 * @throws CloudEventError with everything that is wrong
 */
export function toPutEventsEntry(
  event: CloudEvent,
  options: PutEventsEntryOptions = {},
): PutEventsEntry {
  const { eventBusName } = options;
  const checked = readCloudEvent(event);
  refuse([...eventIssues(checked), ...busIssues(eventBusName)]);
  const instant = checked.time === undefined ? undefined : toInstant(checked.time);
  const entry: PutEventsEntry = {
    Source: checked.source,
    DetailType: checked.type,
    Detail: writeCloudEvent(checked),
    ...(instant !== undefined && { Time: new Date(instant) }),
    ...(eventBusName !== undefined && { EventBusName: eventBusName }),
  };
  refuse(sizeIssues(entry));
  return entry;
}

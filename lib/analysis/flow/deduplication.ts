import { type Answer, unknown, yes } from './answer';
import { nameOf } from './graph/resources';
import type { QueueNode } from './model';
import { fieldOf, scalarText } from './resolution/template';

/**
 * Whether a FIFO queue takes another event for a copy of one that it has. What comes within five
 * minutes with a deduplication id that it knows SQS accepts and drops. The id, or the text that one
 * is made of by content, is read from paths into the event:
 *
 * - A path that tells an event from every other: nothing is dropped but true copies.
 * - No path at all, or only such as many events have in common: of all these events one in five
 *   minutes stays. Neither `delivered` nor `lost` is true of an event then, as nobody knows which is
 *   the first: it is unknown.
 * - Any other path is the sender's own word for what counts as one event: the reason says so.
 *
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-key-terms.html
 */
export interface Identity {
  /** How a reason names what makes the id. */
  readonly what: string;
  /** What the id, or the text, is read from. */
  readonly id: readonly string[];
  /** What the message group is read from. */
  readonly group: readonly string[];
  /** Whether the paths lead into the record of a pipe, or into an event of a bus. */
  readonly within: 'record' | 'event';
}

/** The whole of what its producer sent counts, too: two that are the same in all are copies. */
const telling = {
  record: ['$', '$.body', '$.messageId', '$.receiptHandle', '$.md5OfBody'],
  event: ['$', '$.id', '$.detail'],
} as const;

/** https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md and its partitioning extension */
const ofCloudEvent = [
  'type',
  'source',
  'specversion',
  'datacontenttype',
  'dataschema',
  'partitionkey',
];
/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
const ofBusEvent = ['version', 'detail-type', 'source', 'account', 'region', 'resources'];

/** What says of what kind an event is, or where it comes from. */
const shared = {
  record: [
    '$.eventSource',
    '$.eventSourceARN',
    '$.awsRegion',
    '$.attributes.SenderId',
    '$.attributes.MessageGroupId',
    '$.attributes.ApproximateReceiveCount',
    ...[...ofCloudEvent, ...ofBusEvent].map((name) => `$.body.${name}`),
  ],
  event: [
    ...ofBusEvent.map((name) => `$.${name}`),
    ...ofCloudEvent.map((name) => `$.detail.${name}`),
  ],
} as const satisfies Record<Identity['within'], readonly string[]>;

const among = (paths: readonly string[], path: string) => paths.includes(path);

/**
 * Events of one group have that in common, unless each of them is a group of its own. A rule reads
 * no group from its events.
 */
function isGroup({ group }: Identity, path: string): boolean {
  return among(group, path) && path !== '$.body.id';
}

/** Whether the queue drops only copies of an event. */
export function judgeCopies(queue: QueueNode, identity: Identity): Answer {
  const { what, id, group, within } = identity;
  const perGroup = scalarText(fieldOf(queue.properties, 'DeduplicationScope')) === 'messageGroup';
  const key = perGroup ? [...id, ...group] : id;
  if (key.some((path) => among(telling[within], path))) return yes('');
  const own = key.filter((path) => !among(shared[within], path) && !isGroup(identity, path));
  const name = nameOf(queue);
  if (own.length > 0) {
    const same = [...new Set(own)].join(' and ');
    return yes(`${name} takes events with the same ${same} within five minutes for one`);
  }
  const all = perGroup ? 'of each message group' : 'of all message groups';
  return unknown(
    `${what} is the same for many events: ${all} ${name} keeps one in five minutes and drops the others`,
  );
}

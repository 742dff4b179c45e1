import { Envelope } from '../channels';

/**
 * What a pipe takes from a message of SQS: its body, which it parses where it is JSON, so that paths
 * lead into it. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html
 *
 * The body is handed on inside a JSON object, never as the template `<$.body>`: of that the page
 * says that JSON loses its quotes and arrives as `{key: value}`, which nobody can read and the pipe
 * counts as delivered. People who rely on the bare template say that it keeps them; nothing that we
 * can run here decides it, and inside an object both agree. So the object is that of EventBridge's
 * envelope, which `fromSqsMessage` reads.
 *
 * Unverified, because no page says it: what a pipe makes of a path at which there is nothing, or no
 * text. A FIFO queue takes no message without a group, so the event isn't moved and is set aside by
 * the queue that it is in. Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */

const ofCloudEvent = {
  'detail-type': '$.body.type',
  source: '$.body.source',
  detail: '$.body',
};

/** All that an event of a bus has. Source: .../userguide/eb-events-structure.html */
const ofEventBridge = Object.fromEntries(
  [
    'version',
    'id',
    'detail-type',
    'source',
    'account',
    'time',
    'region',
    'resources',
    'detail',
  ].map((name) => [name, `$.body.${name}`]),
);

/** The event in EventBridge's envelope, whole or as much of it as carries an event. */
export function inputTemplateOf(envelope: Envelope): string {
  const members = envelope === Envelope.EVENTBRIDGE ? ofEventBridge : ofCloudEvent;
  // A placeholder without quotes around it becomes a JSON value, a text with its quotes.
  const written = Object.entries(members).map(([name, path]) => `"${name}": <${path}>`);
  return `{${written.join(', ')}}`;
}

/**
 * Where the message group stands: a parameter of a pipe is a path as a whole, or none. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
 *
 * @param field of the event's data; undefined for its partitionkey
 */
export function messageGroupOf(envelope: Envelope, field?: string): string {
  const event = envelope === Envelope.EVENTBRIDGE ? '$.body.detail' : '$.body';
  return field === undefined ? `${event}.partitionkey` : `${event}.data.${field}`;
}

/** Source: .../eventbridge/latest/pipes-reference/API_PipeTargetSqsQueueParameters.html */
export const longestMessageGroup = 100;

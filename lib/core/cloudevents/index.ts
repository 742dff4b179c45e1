export type { CloudEvent } from './cloud-event';
export { CloudEventError, type CloudEventIssue } from './cloud-event-error';
export {
  type EventBridgeEnvelope,
  fromEventBridgeEvent,
  fromPutEventsEntry,
} from './from-event-bridge';
export { parseCloudEvent } from './parse';
export {
  type PutEventsEntry,
  type PutEventsEntryOptions,
  toPutEventsEntry,
} from './put-events-entry';
export { isUriReference } from './uri';

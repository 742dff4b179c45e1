export type { CloudEvent } from './cloud-event';
export { CloudEventError, type CloudEventIssue } from './cloud-event-error';
export {
  type EventBridgeEnvelope,
  fromEventBridgeEvent,
  fromPutEventsEntry,
} from './from-event-bridge';
export {
  fromSnsMessage,
  fromSqsMessage,
  type SnsMessage,
  type SqsMessage,
  type SqsRecord,
} from './from-message';
export type { MessageEnvelope } from './message';
export type { MessageAttribute } from './message-attribute';
export { dataPathExpected, isDataPath } from './message-data-path';
export type { MessageOptions } from './message-options';
export { parseCloudEvent } from './parse';
export {
  type PublishBatchEntry,
  type PublishBatchEntryOptions,
  type PublishInput,
  type PublishOptions,
  toPublishBatchEntry,
  toPublishInput,
} from './publish-input';
export {
  type PutEventsEntry,
  type PutEventsEntryOptions,
  toPutEventsEntry,
} from './put-events-entry';
export {
  type SendMessageBatchEntry,
  type SendMessageBatchEntryOptions,
  type SendMessageInput,
  type SendMessageOptions,
  toSendMessageBatchEntry,
  toSendMessageInput,
} from './send-message-input';
export { isUriReference } from './uri';

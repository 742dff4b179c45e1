/**
 * What runs inside a producer or a consumer, such as a Lambda function: an event to the input of
 * PutEvents, Publish or SendMessage, and back from what EventBridge, SNS or SQS delivers. It loads
 * no CDK and no AWS SDK.
 */

export {
  type CloudEvent,
  CloudEventError,
  type CloudEventIssue,
  type EventBridgeEnvelope,
  fromEventBridgeEvent,
  fromPutEventsEntry,
  fromSnsMessage,
  fromSqsMessage,
  type MessageAttribute,
  type MessageEnvelope,
  type MessageOptions,
  type PublishBatchEntry,
  type PublishBatchEntryOptions,
  type PublishInput,
  type PublishOptions,
  type PutEventsEntry,
  type PutEventsEntryOptions,
  parseCloudEvent,
  type SendMessageBatchEntry,
  type SendMessageBatchEntryOptions,
  type SendMessageInput,
  type SendMessageOptions,
  type SnsMessage,
  type SqsMessage,
  type SqsRecord,
  toPublishBatchEntry,
  toPublishInput,
  toPutEventsEntry,
  toSendMessageBatchEntry,
  toSendMessageInput,
} from '../core/cloudevents';
export type { DataOf, EventOf } from '../core/contracts';

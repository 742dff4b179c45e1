/**
 * What runs inside a producer or a consumer, such as a Lambda function: an event to an entry of
 * PutEvents and back. It loads no CDK and no AWS SDK.
 */

export {
  type CloudEvent,
  CloudEventError,
  type CloudEventIssue,
  type EventBridgeEnvelope,
  fromEventBridgeEvent,
  fromPutEventsEntry,
  type PutEventsEntry,
  type PutEventsEntryOptions,
  parseCloudEvent,
  toPutEventsEntry,
} from '../core/cloudevents';

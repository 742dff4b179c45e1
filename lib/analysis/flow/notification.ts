import { truthOf } from './graph/resources';
import type { Message } from './message';
import type { Admission, Delivered, MessageAttributes, SubscriptionNode, TopicNode } from './model';
import { unknownText } from './resolution/symbolic-text';
import { fieldOf, scalarText } from './resolution/template';

/**
 * What a consumer finds in the queue of a subscription: with raw delivery the message itself, and
 * else the JSON that SNS puts around it. What only SNS knows of it, its id, time and signature,
 * stands there as unknown texts. Sources:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html,
 * https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
 */
export function deliveredBy(
  { rawMessageDelivery, admission }: SubscriptionNode,
  message: Message,
  topic: TopicNode,
): Delivered {
  const { body } = message;
  if ('unknown' in body) return { unknown: body.unknown };
  if (rawMessageDelivery === 'unknown') {
    return { unknown: 'whether the subscription has RawMessageDelivery is not known' };
  }
  const group = groupOf(message, topic, admission);
  if (rawMessageDelivery === 'no') {
    return { body: notification(message, body.text, topic), ...group };
  }
  const { attributes } = message;
  const some = Object.keys(attributes).length > 0;
  return { ...bodyOf(body.text), ...(some && { messageAttributes: attributes }), ...group };
}

/**
 * A FIFO queue has the group of a FIFO topic's message; with a standard topic it is for fair queues,
 * which are standard ones. Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
function groupOf(
  { messageGroupId }: Message,
  topic: TopicNode,
  admission: Admission | undefined,
): { readonly messageGroupId?: string } {
  const queue = admission?.to;
  if (messageGroupId === undefined || typeof queue !== 'object') return {};
  const fifo = truthOf(fieldOf(queue.properties, 'FifoQueue'));
  return fifo === topic.fifo && fifo !== 'unknown' ? { messageGroupId } : {};
}

/** A text that is no JSON is a body itself. */
export function bodyOf(text: string): { readonly body: unknown; readonly text?: string } {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { body: text, text };
  }
}

function notification({ attributes, subject }: Message, text: string, topic: TopicNode) {
  const some = Object.keys(attributes).length > 0;
  return {
    Type: 'Notification',
    MessageId: unknownText('message id'),
    TopicArn: topic.arn,
    ...(subject !== undefined && { Subject: subject }),
    Message: text,
    Timestamp: unknownText('time of publishing'),
    SignatureVersion: signatureVersionOf(topic),
    Signature: unknownText('signature'),
    SigningCertURL: unknownText('URL of the signing certificate'),
    UnsubscribeURL: unknownText('URL to unsubscribe'),
    ...(some && { MessageAttributes: notifiedAttributes(attributes) }),
  };
}

/** Source: https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
function signatureVersionOf({ declared }: TopicNode): string {
  if (!declared) return unknownText('signature version');
  return scalarText(fieldOf(declared.properties, 'SignatureVersion')) ?? '1';
}

function notifiedAttributes(attributes: MessageAttributes) {
  const entries = Object.entries(attributes).map(([name, attribute]) => {
    const { DataType: Type, StringValue, BinaryValue } = attribute;
    const Value = StringValue ?? Buffer.from(BinaryValue ?? []).toString('base64');
    return [name, { Type, Value }] as const;
  });
  return Object.fromEntries(entries);
}

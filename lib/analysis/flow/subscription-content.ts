import type { Content } from './acceptance';
import { held } from './consumers/route-queue';
import type { Message } from './message';
import type { Delivered, SubscriptionNode, TopicNode } from './model';
import { deliveredBy } from './notification';
import { unknownText } from './resolution/symbolic-text';

/** What the queue of a subscription has: the message itself, or the JSON around it. */
export function heldBy(
  { rawMessageDelivery }: SubscriptionNode,
  { body }: Message,
  delivers: Delivered | undefined,
): Message {
  if (!delivers || 'unknown' in delivers || 'unknown' in body) return held(delivers, undefined);
  if (rawMessageDelivery === 'no') return held(delivers, JSON.stringify(delivers.body));
  return { ...held(delivers, body.text), body };
}

/** What the queue is sent; undefined where that can't be told. */
export function contentFor(
  node: SubscriptionNode,
  message: Message,
  topic: TopicNode,
): Content | undefined {
  const { body, attributes } = heldBy(node, message, deliveredBy(node, message, topic));
  return 'unknown' in body ? undefined : { text: body.text, attributes };
}

/**
 * The dead-letter queue gets attributes besides that say what went wrong. Source:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
 */
export function setAside({ text, attributes }: Content): Content {
  const ErrorMessage = { DataType: 'String', StringValue: unknownText('what went wrong') };
  return { text, attributes: { ...attributes, ErrorMessage } };
}

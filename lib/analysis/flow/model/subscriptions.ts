import type { Admission, ResourceNode } from './resources';

/**
 * An endpoint's subscription to a topic. One that stands inside its topic has the topic's logical
 * id, and no settings.
 */
export interface SubscriptionNode extends ResourceNode {
  readonly kind: 'subscription';
  /** The ARN of its topic. */
  readonly channel: string;
  /** `sqs`, `lambda`, `https`, ... */
  readonly protocol: string;
  /** A queue's or function's ARN, a URL, an address. */
  readonly endpoint: string;
  /** As the template has it, resolved. @default - every message */
  readonly filterPolicy?: unknown;
  /** What the filter policy looks at: MessageAttributes or MessageBody. */
  readonly filterPolicyScope: string;
  /** Whether the consumer finds the message itself, or SNS's JSON around it. */
  readonly rawMessageDelivery: 'yes' | 'no' | 'unknown';
  /** Whether the queue lets the topic in; left out for an endpoint that is no queue. */
  readonly admission?: Admission;
  /** Left out where the subscription has no dead-letter queue. */
  readonly deadLetter?: Admission;
}

import type { QueueNode, TopicNode } from '../model';
import type { Context } from '../policies/conditions';
import type { Request } from '../policies/statements';
import { splitText } from '../resolution/symbolic-text';

/** Who asks to be let in: a service for one of its resources, a rule or a topic. */
export interface Sender {
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly arn: string;
}

/** Carried by every request of a service. */
const always: readonly (readonly [string, readonly string[]])[] = [
  ['aws:principalisawsservice', ['true']],
  ['aws:securetransport', ['true']],
];

/**
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html and
 * https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html
 */
export function sendRequest({ service, arn }: Sender, queue: QueueNode): Request {
  const context = new Map([
    ...always,
    ['aws:sourcearn', [arn]],
    ['aws:sourceaccount', [splitText(arn, ':')[4] ?? '']],
    ['aws:principalservicename', [service]],
  ]);
  return { service, action: 'sqs:SendMessage', resource: queue.arn, context };
}

/**
 * AWS has written that a topic's policy can have no conditions for EventBridge: whether
 * aws:SourceArn and aws:SourceAccount come with the request stays unknown.
 */
export function publishRequest({ service }: Sender, topic: TopicNode): Request {
  return { service, action: 'sns:Publish', resource: topic.arn, context: new Map(always) };
}

/**
 * SQS always sends the queue's ARN as encryption context. That SNS's requests carry the topic as
 * aws:SourceArn is what CDK builds on (https://github.com/aws/aws-cdk/issues/20339); whether
 * EventBridge's carry the rule no page of AWS says: it stays unknown.
 */
export function queueKeyContext({ service, arn }: Sender, queue: QueueNode): Context {
  const context = new Map([
    ['kms:encryptioncontext:aws:sqs:arn', [queue.arn]],
    ['kms:encryptioncontextkeys', ['aws:sqs:arn']],
  ]);
  return service === 'sns.amazonaws.com' ? context.set('aws:sourcearn', [arn]) : context;
}

/**
 * These are not supported for what EventBridge puts on an encrypted topic. Source:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export const topicKeyContext: Context = new Map([
  ['aws:sourcearn', []],
  ['aws:sourceaccount', []],
  ['aws:sourceorgid', []],
]);

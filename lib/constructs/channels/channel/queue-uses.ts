import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import type { IChannel } from './channel';
import { topicOf } from './topic-of';

/**
 * What the subscriptions of an app do with each queue, by the text of its ARN: two imports of a queue
 * have one, and CDK writes one token for each queue of its own.
 */
export type DeliveryKind = 'pull' | 'push' | 'oneAtATime';

export interface QueueUse {
  /** The subscription. */
  readonly by: Construct;
  readonly delivery: DeliveryKind;
  /** The topic that delivers to the queue, where it is one. */
  readonly topicArn?: string;
  /** Whether the queue is itself the channel. */
  readonly isChannel: boolean;
}

const uses = new WeakMap<IConstruct, Map<string, QueueUse[]>>();

export function noteUse(
  by: Construct,
  queue: IQueue,
  from: IChannel,
  delivery: DeliveryKind,
): void {
  const { root } = by.node;
  const ofApp = uses.get(root) ?? new Map<string, QueueUse[]>();
  uses.set(root, ofApp);
  const { topicArn } = topicOf(from) ?? {};
  const use = { by, delivery, topicArn, isChannel: from.queue !== undefined };
  ofApp.set(queue.queueArn, [...usesOf(by, queue), use]);
}

export function usesOf({ node: { root } }: Construct, { queueArn }: IQueue): readonly QueueUse[] {
  return uses.get(root)?.get(queueArn) ?? [];
}

import { CfnResource, Resource, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { from, letServiceSend, type OpenedKeys } from '../../policies';
import type { SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { validateTopicSubscription } from './finished-topic';
import { filterScopeOf, topicPattern } from './topic-pattern';
import { undeliveredQueue } from './undelivered-queue';

/** A topic as its subscriptions need it. */
export interface WiredTopic {
  readonly topicArn: string;
  /**
   * Where what can't be delivered to any of its subscriptions goes. Undefined of a FIFO topic: see
   * `ownUndelivered`.
   */
  readonly undelivered?: IQueue;
  readonly encryptionKey?: IKey;
  readonly keys: OpenedKeys;
  /** Undefined where subscriptions filter on the body. */
  readonly filterAttributes?: readonly string[];
}

/**
 * How a subscription is wired to a topic: SNS's own subscription in the consumer's stack, which
 * names the topic, its own queue and that of what can't be delivered. References run one way.
 */
export function bindToTopic(
  scope: Construct,
  request: SubscriptionRequest,
  topic: WiredTopic,
): SubscriptionBinding {
  const { topicArn, keys, filterAttributes } = topic;
  const undelivered = topic.undelivered ?? ownUndelivered(scope, request, topic);
  const { filterPolicyScope, dialect } = filterScopeOf(filterAttributes);
  const { queue } = request;
  const required = letServiceSend('sns.amazonaws.com', queue, {
    conditions: from(topicArn, scope),
    purpose: 'delivery to the queue',
  });
  const subscription = new CfnSubscription(scope, 'TopicSubscription', {
    topicArn,
    protocol: 'sqs',
    endpoint: queue.queueArn,
    rawMessageDelivery: true,
    filterPolicyScope,
    filterPolicy: topicPattern(request.events, filterAttributes),
    redrivePolicy: { deadLetterTargetArn: undelivered.queueArn },
  });
  scope.node.addValidation({
    validate: () =>
      validateTopicSubscription(subscription, {
        topicArn,
        queueArn: queue.queueArn,
        deadLetterQueueArn: undelivered.queueArn,
        filterPolicyScope,
        dialect,
      }),
  });
  // SNS doesn't try again what a policy denies: an event that came before it would be set aside.
  for (const policy of [queue, undelivered].map((one) => policyOf(one, subscription))) {
    if (policy) subscription.addResourceDependency(policy);
  }
  return {
    undeliveredQueue: undelivered,
    requiredStatements: [...required, ...keys.open(request.encryptionKey)],
  };
}

/**
 * SNS hands the message group and the deduplication id of an event on to its dead-letter queue too.
 * Were that one queue for several subscriptions, an event that two of them didn't get would reach it
 * twice with one id, and SQS would take the second for a duplicate and drop it: of the two consumers
 * one would never be told. Source: https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html
 */
function ownUndelivered(
  scope: Construct,
  { encryptionKey, removalPolicy }: SubscriptionRequest,
  topic: WiredTopic,
): IQueue {
  return undeliveredQueue(scope, 'Undelivered', {
    topicArn: topic.topicArn,
    encryptionKey: encryptionKey ?? topic.encryptionKey,
    removalPolicy,
    fifo: true,
  });
}

/** The policy of a queue of ours in the same stack; another stack stands before this one anyhow. */
function policyOf(queue: IConstruct, beside: Construct): CfnResource | undefined {
  if (!Resource.isOwnedResource(queue) || Stack.of(queue) !== Stack.of(beside)) return undefined;
  const policy = queue.node.tryFindChild('Policy')?.node.defaultChild;
  return policy && CfnResource.isCfnResource(policy) ? policy : undefined;
}

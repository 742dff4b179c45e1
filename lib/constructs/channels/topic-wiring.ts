import { CfnResource, Resource, Stack } from 'aws-cdk-lib';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { from, letServiceSend, type OpenedKeys } from '../policies';
import type { SubscriptionBinding, SubscriptionRequest } from './channel';
import { validateTopicSubscription } from './finished-topic';
import { filterScopeOf, topicPattern } from './topic-pattern';

/** A topic as its subscriptions need it. */
export interface WiredTopic {
  readonly topicArn: string;
  readonly undelivered: IQueue;
  readonly keys: OpenedKeys;
  /** Undefined where subscriptions filter on the body. */
  readonly filterAttributes?: readonly string[];
}

/**
 * How a subscription is wired to a topic: SNS's own subscription in the consumer's stack, which
 * names the topic, its own queue and the topic's dead-letter queue. References run one way.
 */
export function bindToTopic(
  scope: Construct,
  request: SubscriptionRequest,
  topic: WiredTopic,
): SubscriptionBinding {
  const { topicArn, undelivered, keys, filterAttributes } = topic;
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

/** The policy of a queue of ours in the same stack; another stack stands before this one anyhow. */
function policyOf(queue: IConstruct, beside: Construct): CfnResource | undefined {
  if (!Resource.isOwnedResource(queue) || Stack.of(queue) !== Stack.of(beside)) return undefined;
  const policy = queue.node.tryFindChild('Policy')?.node.defaultChild;
  return policy && CfnResource.isCfnResource(policy) ? policy : undefined;
}

import { admitSubscription } from '../admission/subscription';
import type { ResourceNode, SubscriptionNode, TopicNode } from '../model';
import type { Resolver } from '../resolution/resolver';
import { unknownText } from '../resolution/symbolic-text';
import { type Fields, fieldOf, isFields, listOf, scalarText } from '../resolution/template';
import { readNode, resourcesOf, truthOf } from './resources';
import type { Surroundings } from './surroundings';
import { undeclaredTopic } from './topics';

type Given = Pick<ResourceNode, 'stack' | 'logicalId' | 'arn' | 'path' | 'condition'>;

/** Settings that CloudFormation takes as JSON stand as objects or as texts in a template. */
function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** What the RedrivePolicy names; the policy itself where that is not known. */
function deadLetterArnOf(properties: Fields): string | undefined {
  const policy = jsonOf(fieldOf(properties, 'RedrivePolicy'));
  return isFields(policy) ? scalarText(fieldOf(policy, 'deadLetterTargetArn')) : scalarText(policy);
}

function readSubscription(
  given: Given,
  topicArn: string,
  properties: Fields,
  surroundings: Surroundings,
): SubscriptionNode {
  const textOf = (name: string) => scalarText(fieldOf(properties, name));
  const protocol = textOf('Protocol') ?? unknownText('no protocol');
  const endpoint = textOf('Endpoint') ?? unknownText('no endpoint');
  const topic = surroundings.topics.get(topicArn) ?? undeclaredTopic(topicArn);
  const attempt = { ...surroundings, topic, region: textOf('Region') };
  const deadLetterArn = deadLetterArnOf(properties);
  const filterPolicy = fieldOf(properties, 'FilterPolicy');
  return {
    kind: 'subscription',
    ...given,
    properties,
    channel: topicArn,
    protocol,
    endpoint,
    ...(filterPolicy !== undefined && { filterPolicy }),
    filterPolicyScope: textOf('FilterPolicyScope') ?? 'MessageAttributes',
    rawMessageDelivery: truthOf(fieldOf(properties, 'RawMessageDelivery')),
    ...(protocol === 'sqs' && {
      admission: admitSubscription(endpoint, { ...attempt, role: 'target' }),
    }),
    ...(deadLetterArn && {
      deadLetter: admitSubscription(deadLetterArn, { ...attempt, role: 'deadLetter' }),
    }),
  };
}

/** Those that stand inside their topic come as a list of endpoints and protocols. */
function readInline(topic: TopicNode, surroundings: Surroundings): SubscriptionNode[] {
  const { declared } = topic;
  if (!declared) return [];
  const given = { ...declared, arn: `${topic.arn}:${unknownText('subscription id')}` };
  return listOf(fieldOf(declared.properties, 'Subscription')).map((entry) =>
    readSubscription(given, topic.arn, isFields(entry) ? entry : {}, surroundings),
  );
}

export function readSubscriptions(
  resolver: Resolver,
  surroundings: Surroundings,
): SubscriptionNode[] {
  const own = resourcesOf(resolver, 'AWS::SNS::Subscription').map((resource) => {
    const { properties, ...given } = readNode(resolver, resource);
    const topicArn = scalarText(fieldOf(properties, 'TopicArn')) ?? unknownText('no topic');
    return readSubscription(given, topicArn, properties, surroundings);
  });
  const inline = [...surroundings.topics.values()].flatMap((topic) =>
    readInline(topic, surroundings),
  );
  return [...inline, ...own];
}

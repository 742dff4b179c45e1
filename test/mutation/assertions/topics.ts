import { topicSubscriptions } from '../expected/topic-subscriptions';
import { topics } from '../expected/topics';
import type { Templates } from '../template';
import { has, is, resourceAt, same, statementsAre, type Violations } from './compare';

/** SNS encrypts nothing unasked. What a topic has besides may deliver to strangers, or refuse. */
export function everyTopicIsEncryptedUnderItsKeyAndHasNoOtherSetting(
  templates: Templates,
): Violations {
  return topics.flatMap(({ place, key }) =>
    is(templates, `${place}Topic`, 'AWS::SNS::Topic', {
      KmsMasterKeyId: key ? `\${${key}.Arn}` : 'alias/aws/sns',
    }),
  );
}

/** Who of its own account publishes is for identity policies to say. */
export function everyTopicHasOnePolicyThatDeniesWithoutTlsAndAdmitsNobody(
  templates: Templates,
): Violations {
  return topics.flatMap(({ place }) => {
    const policy = `${place}TopicPolicy`;
    const { PolicyDocument, Topics } = resourceAt(templates, policy).Properties;
    const withoutTls = {
      Sid: 'AllowPublishThroughSSLOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: `\${${place}Topic}`,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    return [
      ...same(`${policy} Topics`, Topics, [`\${${place}Topic}`]),
      ...statementsAre(policy, PolicyDocument, [withoutTls]),
    ];
  });
}

/** Unasked, SNS looks at attributes, which the events have not: nothing would arrive. */
export function everySubscriptionOfATopicTakesItsEventsByTheirBody(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place, filter }) =>
    has(templates, `${place}TopicSubscription`, {
      FilterPolicy: filter,
      FilterPolicyScope: 'MessageBody',
    }),
  );
}

/** Unasked, SNS wraps the event in a notification of its own. */
export function everySubscriptionOfATopicHandsTheEventAsItIsToItsQueue(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place, topic }) =>
    has(templates, `${place}TopicSubscription`, {
      TopicArn: `\${${topic}Topic}`,
      Protocol: 'sqs',
      Endpoint: `\${${place}Queue.Arn}`,
      RawMessageDelivery: true,
    }),
  );
}

export function everySubscriptionOfATopicSendsWhatItCanNotDeliverToTheTopicsDeadLetterQueue(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place, topic }) =>
    has(templates, `${place}TopicSubscription`, {
      RedrivePolicy: { deadLetterTargetArn: `\${${topic}DeadLetters.Arn}` },
    }),
  );
}

/** SNS does not try again what a policy denies: what comes before the policy would be set aside. */
export function everySubscriptionOfATopicWaitsForThePoliciesOfItsQueues(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place, topic }) => {
    const subscription = `${place}TopicSubscription`;
    const DependsOn = resourceAt(templates, subscription).DependsOn as string[];
    const after = [`${place}QueuePolicy`, `${topic}DeadLettersPolicy`];
    const lacking = after.filter((one) => !DependsOn.includes(one));
    return same(`${subscription} does not wait for`, lacking, []);
  });
}

const named = [
  'Endpoint',
  'FilterPolicy',
  'FilterPolicyScope',
  'Protocol',
  'RawMessageDelivery',
  'RedrivePolicy',
  'TopicArn',
];

export function noSubscriptionOfATopicHasASettingThatNoAssertionNames(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place }) => {
    const subscription = `${place}TopicSubscription`;
    const found = Object.keys(resourceAt(templates, subscription).Properties);
    return same(`${subscription} settings`, found.sort(), named);
  });
}

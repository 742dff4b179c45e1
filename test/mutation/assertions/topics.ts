import { keyArn, topicArn } from '../expected/arns';
import {
  type ExpectedTopicSubscription,
  topicSubscriptions,
} from '../expected/topic-subscriptions';
import { topics } from '../expected/topics';
import type { Templates } from '../template';
import { has, is, resourceAt, same, statementsAre, type Violations } from './compare';

/** SNS encrypts nothing unasked. What a topic has besides may deliver to strangers, or refuse. */
export function everyTopicIsEncryptedUnderItsKeyAndHasNoOtherSetting(
  templates: Templates,
): Violations {
  return topics.flatMap(({ place, key, fifo }) =>
    is(templates, `${place}Topic`, 'AWS::SNS::Topic', {
      KmsMasterKeyId: key ? keyArn(key) : 'alias/aws/sns',
      ...(fifo && {
        TopicName: fifo.name,
        FifoTopic: true,
        FifoThroughputScope: fifo.throughputScope,
        ContentBasedDeduplication: false,
      }),
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

/** Looked for where it isn't, nothing would arrive: unasked, SNS looks at attributes. */
export function everySubscriptionOfATopicTakesItsEventsByWhatTheyHave(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place, filter, filtersOn = 'MessageBody' }) =>
    has(templates, `${place}TopicSubscription`, {
      FilterPolicy: filter,
      FilterPolicyScope: filtersOn,
    }),
  );
}

/** Unasked, SNS wraps the event in a notification of its own. */
export function everySubscriptionOfATopicHandsTheEventAsItIsToItsQueue(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap(({ place, topic }) =>
    has(templates, `${place}TopicSubscription`, {
      TopicArn: topicArn(topic),
      Protocol: 'sqs',
      Endpoint: `\${${place}Queue.Arn}`,
      RawMessageDelivery: true,
    }),
  );
}

export function everySubscriptionOfATopicSendsWhatItCanNotDeliverToTheTopicsDeadLetterQueueOrIfFifoItsOwn(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap((one) =>
    has(templates, `${one.place}TopicSubscription`, {
      RedrivePolicy: { deadLetterTargetArn: one.undelivered ?? `\${${undeliveredOf(one)}.Arn}` },
    }),
  );
}

const undeliveredOf = ({ place, topic, fifo }: ExpectedTopicSubscription): string =>
  fifo ? `${place}Undelivered` : `${topic}DeadLetters`;

/** SNS does not try again what a policy denies: what comes before the policy would be set aside. */
export function everySubscriptionOfATopicWaitsForThePoliciesOfItsQueues(
  templates: Templates,
): Violations {
  return topicSubscriptions.flatMap((one) => {
    const subscription = `${one.place}TopicSubscription`;
    const DependsOn = resourceAt(templates, subscription).DependsOn as string[];
    const lacking = policiesBefore(one).filter((policy) => !DependsOn.includes(policy));
    return same(`${subscription} does not wait for`, lacking, []);
  });
}

/** The policies of another app's queue stand already. */
function policiesBefore(one: ExpectedTopicSubscription): string[] {
  const { place, undelivered } = one;
  return [`${place}QueuePolicy`, ...(undelivered ? [] : [`${undeliveredOf(one)}Policy`])];
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

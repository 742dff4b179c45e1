/**
 * A template written by hand: a standard topic, one subscription with its queue and dead-letter
 * queue, both under one key, and the statements that this takes. Tests change one thing in it.
 */
import { Flow, type SubscriptionHop, type TopicMessage } from '../../../lib/analysis';
import { allowEvents, deadLettersArn, environment, queueArn } from './shop-template';

export const topicArn = { Ref: 'Topic' };

/** A CloudEvent, published as JSON. */
export const placed: TopicMessage = {
  message: {
    specversion: '1.0',
    id: 'order-1',
    source: 'shop.checkout',
    type: 'order.placed.v1',
    data: { country: 'US', total: 20 },
  },
  messageAttributes: {
    type: { DataType: 'String', StringValue: 'order.placed.v1' },
    total: { DataType: 'Number', StringValue: '20' },
  },
};

function allowSns(action: string | string[], resource: unknown, condition: object) {
  return {
    ...allowEvents(action, resource, condition),
    Sid: 'Sns',
    Principal: { Service: 'sns.amazonaws.com' } as unknown,
  };
}

const fromTopic = {
  ArnEquals: { 'aws:SourceArn': topicArn },
  StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
};

const queuesOfThisAccount = {
  ArnLike: {
    'kms:EncryptionContext:aws:sqs:arn': {
      'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:*',
    },
  },
};

type Properties = { [property: string]: unknown };

const resource = (Type: string, properties: Properties) => ({
  Type,
  Condition: undefined as string | undefined,
  Properties: properties,
});

const queue = () =>
  resource('AWS::SQS::Queue', { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } });

const policy = (logicalId: string, arn: unknown) => ({
  ...resource('AWS::SQS::QueuePolicy', {}),
  Properties: {
    Queues: [{ Ref: logicalId }] as unknown[],
    PolicyDocument: { Statement: [allowSns('sqs:SendMessage', arn, fromTopic)] },
  },
});

export function topicTemplate() {
  return {
    Resources: {
      Topic: resource('AWS::SNS::Topic', { TopicName: 'orders' }),
      Key: {
        ...resource('AWS::KMS::Key', {}),
        Properties: {
          KeyPolicy: {
            Statement: [
              allowSns(['kms:GenerateDataKey*', 'kms:Decrypt'], '*', queuesOfThisAccount),
            ],
          },
        } as { Enabled?: boolean; KeyPolicy: { Statement: ReturnType<typeof allowSns>[] } },
      },
      Queue: queue(),
      QueuePolicy: policy('Queue', queueArn),
      DeadLetters: queue(),
      DeadLettersPolicy: policy('DeadLetters', deadLettersArn),
      Subscription: {
        ...resource('AWS::SNS::Subscription', {
          TopicArn: topicArn,
          Protocol: 'sqs',
          Endpoint: queueArn,
          RawMessageDelivery: true,
          RedrivePolicy: { deadLetterTargetArn: deadLettersArn },
        }),
        Metadata: { 'aws:cdk:path': 'Shop/Seattle/Subscription' },
      },
    },
  };
}

export type TopicResources = ReturnType<typeof topicTemplate>['Resources'];
export type TopicChange = (resources: TopicResources) => void;

/** The flow of the topic after a change. */
export function topicShop(change: TopicChange = () => {}, place: object = environment): Flow {
  const template = topicTemplate();
  change(template.Resources);
  // What a template file would hold: no undefined fields.
  return Flow.of({ Shop: JSON.parse(JSON.stringify(template)) }, place);
}

/** Where the one subscription takes a message to. */
export function subscriptionHop(flow: Flow, message: TopicMessage = placed): SubscriptionHop {
  const { hops } = flow.route(message);
  const [hop, ...others] = hops;
  if (!hop || others.length > 0) throw new Error('expected one hop');
  return hop;
}

/** The subscription with other properties. */
export const subscription =
  (properties: Properties): TopicChange =>
  ({ Subscription }) => {
    Object.assign(Subscription.Properties, properties);
  };

/** A row of a table: what is changed in the template, and what then becomes of the message. */
export type TopicRow = [name: string, change: TopicChange, verdict: string, reason: string];

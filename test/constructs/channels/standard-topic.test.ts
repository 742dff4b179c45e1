import { App, Aspects, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, type CfnTopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import {
  Delivery,
  Envelope,
  OrderIngestion,
  PolicyOwner,
  StandardTopic,
  Subscription,
  type SubscriptionOptions,
  type TopicProps,
} from '../../../lib';
import { findings } from '../../compliance/findings';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';

const topicIn = (props?: TopicProps) => {
  const of = stack({ env });
  return { of, topic: new StandardTopic(of, 'Orders', props) };
};

const seattle = (options: Partial<SubscriptionOptions> = {}, props?: TopicProps) => {
  const { of, topic } = topicIn(props);
  const events = options.events ?? [placed.all()];
  return {
    of,
    topic,
    subscription: new Subscription(of, 'Seattle', { from: topic, ...options, events }),
  };
};

const us = { shipTo: { country: ['US'] } };
const task = new ServicePrincipal('ecs-tasks.amazonaws.com');
const ofTopic = {
  ArnEquals: { 'aws:SourceArn': { Ref: 'OrdersTopic8A68B7A2' } },
  StringEquals: { 'aws:SourceAccount': '111111111111' },
};

/** The statements of a queue's or key's policy that allow SNS something. */
const forSns = (policy: { Statement: { Principal?: { Service?: string } }[] }) =>
  policy.Statement.filter(({ Principal }) => Principal?.Service === 'sns.amazonaws.com');

describe('StandardTopic', () => {
  it('makes a topic, a dead-letter queue and their policies, nothing else', () => {
    expect(counts(topicIn().of)).toEqual({
      'AWS::SNS::Topic': 1,
      'AWS::SNS::TopicPolicy': 1,
      'AWS::SQS::Queue': 1,
      'AWS::SQS::QueuePolicy': 1,
    });
  });

  it('matches its snapshot, with a key and a subscription', () => {
    const of = stack({ env });
    const from = new StandardTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    new Subscription(of, 'Seattle', { from, events: [placed.where(us)] });
    expect(Template.fromStack(of).toJSON()).toMatchSnapshot();
  });

  it('is encrypted, by the key that AWS manages for SNS unless given one', () => {
    expect(resource(topicIn().of, 'AWS::SNS::Topic').Properties.KmsMasterKeyId).toBe(
      'alias/aws/sns',
    );
    const of = stack({ env });
    new StandardTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    expect(resource(of, 'AWS::SNS::Topic').Properties.KmsMasterKeyId).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'],
    });
  });

  it('takes messages by TLS only', () => {
    const { PolicyDocument } = resource(topicIn().of, 'AWS::SNS::TopicPolicy').Properties;
    expect(PolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sns:Publish',
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]);
  });

  it('lets itself, and nobody else, put into its dead-letter queue', () => {
    const { PolicyDocument } = resource(topicIn().of, 'AWS::SQS::QueuePolicy').Properties;
    expect(forSns(PolicyDocument)).toEqual([
      expect.objectContaining({ Effect: 'Allow', Action: 'sqs:SendMessage', Condition: ofTopic }),
    ]);
  });

  it('keeps the topic and its dead-letter queue through replacement and deletion', () => {
    const { of } = topicIn();
    for (const type of ['AWS::SNS::Topic', 'AWS::SQS::Queue']) {
      expect(resource(of, type)).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
  });

  it('opens its key to SNS once, for the queues and the topics of the account', () => {
    const of = stack({ env });
    const from = new StandardTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    for (const id of ['Seattle', 'Boston'])
      new Subscription(of, id, { from, events: [placed.all()] });
    const opened = (context: string, service: string) => ({
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: {
        ArnLike: {
          [`kms:EncryptionContext:${context}`]: {
            'Fn::Join': [
              '',
              ['arn:', { Ref: 'AWS::Partition' }, `:${service}:eu-west-1:111111111111:*`],
            ],
          },
        },
      },
    });
    expect(forSns(resource(of, 'AWS::KMS::Key').Properties.KeyPolicy)).toEqual([
      opened('aws:sqs:arn', 'sqs'),
      opened('aws:sns:topicArn', 'sns'),
    ]);
  });

  it('grants a producer to publish, and the use of its key', () => {
    const of = stack({ env });
    const topic = new StandardTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    const role = new Role(of, 'Checkout', { assumedBy: task });
    topic.grants.publish(role, placed);
    topic.grants.publish(role, cancelled);
    const { PolicyDocument } = resource(of, 'AWS::IAM::Policy').Properties;
    expect(PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sns:Publish', Resource: { Ref: 'OrdersTopic8A68B7A2' } },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
        Condition: {
          StringEquals: {
            'kms:EncryptionContext:aws:sns:topicArn': { Ref: 'OrdersTopic8A68B7A2' },
          },
        },
      },
    ]);
  });

  it('refuses a grant of what it does not carry', () => {
    const { of, topic } = topicIn({ contracts: [placed] });
    const role = new Role(of, 'Checkout', { assumedBy: task });
    expect(() => topic.grants.publish(role, shipped)).toThrow(
      /shop\.warehouse order\.shipped\.v1 given[\s\S]*\[spillway:contract-foreign\]/,
    );
  });

  it('refuses a key that is only imported, unless its owner opens it', () => {
    const of = stack({ env });
    const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k1');
    expect(() => new StandardTopic(of, 'One', { encryptionKey })).toThrow(
      /SNS, to write to queues under this key, needs .*sns\.amazonaws\.com[\s\S]*\[spillway:policy-elsewhere\]/,
    );
    const topic = new StandardTopic(of, 'Two', {
      encryptionKey,
      policyOwner: PolicyOwner.ELSEWHERE,
    });
    expect(topic.requiredStatements()).toHaveLength(2);
  });

  it('carries an OrderIngestion', () => {
    const { of, topic } = topicIn();
    const orders = new OrderIngestion(of, 'Ingestion', { contracts: [placed], channel: topic });
    orders.subscribe('Seattle', { events: [placed.all()] });
    expect(resource(of, 'AWS::SNS::Subscription').Properties.TopicArn).toEqual({
      Ref: 'OrdersTopic8A68B7A2',
    });
  });

  test.each<[string, (topic: CfnTopic) => void]>([
    [
      'was given another key',
      (topic) => topic.addPropertyOverride('KmsMasterKeyId', 'alias/other'),
    ],
    ['became a FIFO topic', (topic) => topic.addPropertyOverride('FifoTopic', true)],
    [
      'was given a subscription of its own',
      (topic) =>
        topic.addPropertyOverride('Subscription', [{ Protocol: 'email', Endpoint: 'a@b.example' }]),
    ],
  ])('refuses at synth that the topic %s', (given, change) => {
    const { of } = topicIn();
    change(of.node.findChild('Orders').node.findChild('Topic').node.defaultChild as CfnTopic);
    expect(() => Template.fromStack(of)).toThrow(
      new RegExp(`${given}[\\s\\S]*\\[spillway:topic\\]`),
    );
  });
});

describe('Subscription to a StandardTopic', () => {
  it('is five resources', () => {
    const { of } = seattle();
    const { of: alone } = topicIn();
    const more = Object.entries(counts(of)).map(([type, n]) => [
      type,
      n - (counts(alone)[type] ?? 0),
    ]);
    expect(Object.fromEntries(more.filter(([, n]) => n))).toEqual({
      'AWS::SNS::Subscription': 1,
      'AWS::SQS::Queue': 2,
      'AWS::SQS::QueuePolicy': 2,
    });
  });

  it('gets the event as it was published, filtered by its body, and keeps what could not be delivered', () => {
    const { of, topic, subscription } = seattle({ events: [placed.where(us)] });
    expect(resource(of, 'AWS::SNS::Subscription').Properties).toEqual({
      TopicArn: { Ref: 'OrdersTopic8A68B7A2' },
      Protocol: 'sqs',
      Endpoint: { 'Fn::GetAtt': ['SeattleQueueA409872C', 'Arn'] },
      RawMessageDelivery: true,
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: { source: ['shop.checkout'], type: ['order.placed.v1'], data: us },
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': ['OrdersDeadLetters6314E60F', 'Arn'] },
      },
    });
    expect(subscription.undeliveredQueue).toBe(topic.deadLetterQueue);
  });

  it('lets the topic send to its queue', () => {
    const { of } = seattle();
    const { PolicyDocument } = resource(of, 'AWS::SQS::QueuePolicy', 'SeattleQueue').Properties;
    expect(forSns(PolicyDocument)).toEqual([
      expect.objectContaining({ Effect: 'Allow', Action: 'sqs:SendMessage', Condition: ofTopic }),
    ]);
  });

  it('waits for the policies: SNS does not try again what they deny', () => {
    expect(resource(seattle().of, 'AWS::SNS::Subscription').DependsOn).toEqual([
      expect.stringMatching(/^OrdersDeadLettersPolicy/),
      expect.stringMatching(/^SeattleQueuePolicy/),
    ]);
  });

  it('keeps the ids of its queues, whatever the channel', () => {
    expect(Object.keys(resources(seattle().of, 'AWS::SQS::Queue'))).toEqual([
      'OrdersDeadLetters6314E60F',
      'SeattleDeadLetters98F98C6F',
      'SeattleQueueA409872C',
    ]);
  });

  test.each([
    [
      'two contracts of one source',
      [placed.all(), cancelled.all()],
      {
        source: ['shop.checkout'],
        type: ['order.placed.v1', 'order.cancelled.v1'],
      },
    ],
    [
      'filters that differ, as alternatives',
      [placed.where(us), cancelled.all()],
      {
        source: ['shop.checkout'],
        $or: [{ type: ['order.placed.v1'], data: us }, { type: ['order.cancelled.v1'] }],
      },
    ],
    [
      'filters with a value in common, set apart',
      [placed.where({ country: ['US', 'CA'] }), placed.where({ country: ['CA', 'MX'] })],
      {
        source: ['shop.checkout'],
        type: ['order.placed.v1'],
        $or: [
          { data: { country: ['US', 'CA'] } },
          { data: { country: ['CA', 'MX'] }, specversion: [{ exists: true }] },
        ],
      },
    ],
  ])('has one filter policy: %s', (_, events, policy) => {
    expect(
      resource(seattle({ events }).of, 'AWS::SNS::Subscription').Properties.FilterPolicy,
    ).toEqual(policy);
  });

  test.each([
    [
      'more than 5 keys',
      { a: [1], b: [1], c: [1], d: [1] },
      'events: at data.d, it is one of 6 keys (source, type, data.a, data.b, data.c, data.d); AWS takes at most 5 keys. Correct the filter, or use all() for every event of the contract, or subscribe to a ClassicBus, whose filters hold more. [spillway:filter]',
    ],
    [
      'more than 150 combinations, its values counted by their depth',
      { lines: { sku: Array.from({ length: 51 }, (_, at) => `sku-${at}`) } },
      /153 combinations[\s\S]*150[\s\S]*\[spillway:filter\]/,
    ],
    [
      'an operator that SNS has not',
      { id: [{ prefix: { 'equals-ignore-case': 'A' } }] },
      /\[spillway:filter\]/,
    ],
  ])('refuses a filter of %s', (_, pattern, message) => {
    expect(() => seattle({ events: [placed.where(pattern)] })).toThrow(message);
  });

  test.each<[string, (of: Stack) => Partial<SubscriptionOptions>, string]>([
    [
      'a FIFO queue',
      (of) => ({ queue: new Queue(of, 'Own', { fifo: true }) }),
      'spillway:queue-fifo',
    ],
    [
      'a queue under the AWS managed key',
      (of) => ({ queue: new Queue(of, 'Own', { encryption: QueueEncryption.KMS_MANAGED }) }),
      'spillway:queue-kms-managed',
    ],
    [
      'the envelope of a bus',
      () => ({ delivery: Delivery.pull({ envelope: Envelope.EVENTBRIDGE }) }),
      'spillway:envelope',
    ],
    [
      'a contract that the topic does not carry',
      () => ({ events: [shipped.all()] }),
      'spillway:contract-foreign',
    ],
  ])('refuses %s', (_, optionsIn, id) => {
    const { of, topic: from } = topicIn({ contracts: [placed] });
    const options = { events: [placed.all()], ...optionsIn(of) };
    expect(() => new Subscription(of, 'Seattle', { from, ...options })).toThrow(`[${id}]`);
  });

  it('refuses a topic of another region', () => {
    const app = new App();
    const from = new StandardTopic(
      new Stack(app, 'There', { env: { ...env, region: 'eu-north-1' } }),
      'Orders',
    );
    const here = new Stack(app, 'Here', { env });
    expect(() => new Subscription(here, 'Seattle', { from, events: [placed.all()] })).toThrow(
      '[spillway:environment]',
    );
  });

  it('brings a queue of its own; an imported one needs its owner', () => {
    const { of, topic: from } = topicIn();
    const events = [placed.all()];
    new Subscription(of, 'Own', { from, events, queue: new Queue(of, 'Queue') });
    expect(
      forSns(resource(of, 'AWS::SQS::QueuePolicy', 'QueuePolicy').Properties.PolicyDocument),
    ).toHaveLength(1);
    const queue = Queue.fromQueueArn(of, 'Imported', 'arn:aws:sqs:eu-west-1:111111111111:theirs');
    expect(() => new Subscription(of, 'Theirs', { from, events, queue })).toThrow(
      '[spillway:policy-elsewhere]',
    );
  });

  describe.each(['none', 'K', 'Topic', 'One'])('with a key in stack %s', (keyIn) => {
    it('has no cycle, in the stack of the topic and in another', () => {
      const app = new App();
      const stacks = new Map(['K', 'Topic', 'One'].map((id) => [id, new Stack(app, id, { env })]));
      const of = (id: string) => stacks.get(id) as Stack;
      const key = keyIn === 'none' ? undefined : new Key(of(keyIn), 'Key');
      const ofTopicsOwner = keyIn === 'One' ? undefined : key;
      const from = new StandardTopic(of('Topic'), 'Orders', { encryptionKey: ofTopicsOwner });
      for (const [id, encryptionKey] of [
        ['Topic', ofTopicsOwner],
        ['One', key],
      ] as const) {
        new Subscription(of(id), 'Seattle', { from, events: [placed.all()], encryptionKey });
      }
      for (const id of stacks.keys()) expect(() => Template.fromStack(of(id))).not.toThrow();
      if (key) {
        const [ofKey] = Object.values(
          Template.fromStack(Stack.of(key)).findResources('AWS::KMS::Key'),
        );
        expect(forSns(ofKey?.Properties.KeyPolicy)).toHaveLength(keyIn === 'One' ? 1 : 2);
      }
    });
  });

  test.each([
    ['lost its filter policy', 'FilterPolicy', undefined],
    ['looks at attributes', 'FilterPolicyScope', 'MessageAttributes'],
    ['wraps the event', 'RawMessageDelivery', false],
    ['lost its dead-letter queue', 'RedrivePolicy', undefined],
    ['was given another queue', 'Endpoint', 'arn:aws:sqs:eu-west-1:111111111111:other'],
    ['was given another queue', 'Protocol', 'https'],
    ['moved to another topic', 'TopicArn', 'arn:aws:sns:eu-west-1:111111111111:other'],
  ])('refuses at synth that an Aspect made that it %s', (given, property, value) => {
    const { of } = seattle();
    Aspects.of(of).add({
      visit: (node: IConstruct) => {
        if (node instanceof CfnSubscription) node.addPropertyOverride(property, value);
      },
    });
    expect(() => Template.fromStack(of)).toThrow(
      new RegExp(`${given}[\\s\\S]*\\[spillway:topic\\]`),
    );
  });

  it('refuses at synth a filter that SNS would refuse, put there by an Aspect', () => {
    const { of } = seattle();
    Aspects.of(of).add({
      visit: (node: IConstruct) => {
        if (node instanceof CfnSubscription) node.addPropertyOverride('FilterPolicy', { a: [] });
      },
    });
    expect(() => Template.fromStack(of)).toThrow('[spillway:filter]');
  });

  it('judges no filter with a value that is known only when deployed', () => {
    const { of, topic: from } = topicIn();
    const country = [new CfnParameter(of, 'Country').valueAsString];
    new Subscription(of, 'Seattle', { from, events: [placed.where({ country })] });
    expect(() => Template.fromStack(of)).not.toThrow();
  });

  it('leaves nothing for the nag packs to find', () => {
    const app = new App();
    const of = new Stack(app, 'Stack', { env });
    const from = new StandardTopic(of, 'Orders');
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    expect(findings(app)).toEqual([]);
  });
});

describe('StandardTopic.fromAttributes', () => {
  const attributes = {
    topicArn: 'arn:aws:sns:eu-west-1:111111111111:orders',
    deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:dead-letters',
    encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/k1',
  };

  it('takes what the owner gives, and needs nothing of it extended', () => {
    const of = stack({ env });
    const owner = new StandardTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    expect(Object.keys(owner.attributes).sort()).toEqual(
      [...Object.keys(attributes), 'contracts', 'fifo', 'filterAttributes'].sort(),
    );
    expect(owner.attributes.fifo).toBe(false);

    const other = stack({ env });
    const from = StandardTopic.fromAttributes(other, 'Orders', attributes);
    new Subscription(other, 'Seattle', { from, events: [placed.all()] });
    expect(counts(other)).toEqual({
      'AWS::SNS::Subscription': 1,
      'AWS::SQS::Queue': 2,
      'AWS::SQS::QueuePolicy': 2,
    });
    expect(resource(other, 'AWS::SNS::Subscription').Properties).toMatchObject({
      TopicArn: attributes.topicArn,
      RedrivePolicy: { deadLetterTargetArn: attributes.deadLetterQueueArn },
    });
    expect(resource(other, 'AWS::SQS::Queue', 'SeattleQueue').Properties.KmsMasterKeyId).toBe(
      attributes.encryptionKeyArn,
    );
  });

  it('grants a producer to publish, and the use of the key', () => {
    const of = stack({ env });
    const topic = StandardTopic.fromAttributes(of, 'Orders', attributes);
    topic.grants.publish(new Role(of, 'Checkout', { assumedBy: task }), placed);
    const { PolicyDocument } = resource(of, 'AWS::IAM::Policy').Properties;
    expect(PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sns:Publish', Resource: attributes.topicArn },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: attributes.encryptionKeyArn,
        Condition: {
          StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': attributes.topicArn },
        },
      },
    ]);
  });

  test.each([
    ['a FIFO topic', { topicArn: `${attributes.topicArn}.fifo` }, 'spillway:topic-arn'],
    ['a name for the topic', { topicArn: 'orders' }, 'spillway:topic-arn'],
    [
      'a FIFO queue',
      { deadLetterQueueArn: `${attributes.deadLetterQueueArn}.fifo` },
      'spillway:dead-letter-queue-arn',
    ],
    [
      'an alias for the key',
      { encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:alias/a' },
      'spillway:key',
    ],
    [
      'a topic of another region',
      { topicArn: 'arn:aws:sns:eu-north-1:111111111111:orders' },
      'spillway:environment',
    ],
    ['a contract listed twice', { contracts: [placed, placed] }, 'spillway:contract-twice'],
  ])('refuses %s', (_, wrong, id) => {
    const of = stack({ env });
    expect(() => StandardTopic.fromAttributes(of, 'Orders', { ...attributes, ...wrong })).toThrow(
      `[${id}]`,
    );
  });
});

import { App, CfnParameter, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  Delivery,
  FifoTopic,
  type FifoTopicProps,
  OnPoison,
  PolicyOwner,
  StandardTopic,
  Subscription,
  type SubscriptionOptions,
} from '../../../lib';
import { findings } from '../../compliance/findings';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';

const topicIn = (props?: FifoTopicProps) => {
  const of = stack({ env });
  return { of, topic: new FifoTopic(of, 'Orders', props) };
};

const seattle = (options: Partial<SubscriptionOptions> = {}, props?: FifoTopicProps) => {
  const { of, topic } = topicIn(props);
  const events = options.events ?? [placed.all()];
  const subscription = new Subscription(of, 'Seattle', { from: topic, ...options, events });
  return { of, topic, subscription };
};

const keyed = () => {
  const of = stack({ env });
  return { of, topic: new FifoTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') }) };
};

const us = { shipTo: { country: ['US'] } };
const task = new ServicePrincipal('ecs-tasks.amazonaws.com');
const topicRef = { Ref: 'OrdersTopic8A68B7A2' };
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const queueId = 'SeattleQueueA409872C';
const deadLettersId = 'SeattleDeadLetters98F98C6F';
const undeliveredId = 'SeattleUndelivered37EB48A0';
const ofTopic = {
  ArnEquals: { 'aws:SourceArn': topicRef },
  StringEquals: { 'aws:SourceAccount': '111111111111' },
};
const highThroughput = {
  FifoQueue: true,
  DeduplicationScope: 'messageGroup',
  FifoThroughputLimit: 'perMessageGroupId',
};

/** The statements of a queue's or key's policy that allow SNS something. */
const forSns = (policy: { Statement: { Principal?: { Service?: string } }[] }) =>
  policy.Statement.filter(({ Principal }) => Principal?.Service === 'sns.amazonaws.com');

describe('FifoTopic', () => {
  it('makes a topic and its policy, nothing else: each subscription has what it needs', () => {
    expect(counts(topicIn().of)).toEqual({ 'AWS::SNS::Topic': 1, 'AWS::SNS::TopicPolicy': 1 });
    expect(topicIn().topic.deadLetterQueue).toBeUndefined();
  });

  it('matches its snapshot, with a key and a subscription', () => {
    const { of, topic: from } = keyed();
    new Subscription(of, 'Seattle', { from, events: [placed.where(us)] });
    expect(Template.fromStack(of).toJSON()).toMatchSnapshot();
  });

  test.each<[string, FifoTopicProps, string]>([
    ['of each key, by default', {}, 'MessageGroup'],
    ['of each key, where it is asked for', { highThroughput: true }, 'MessageGroup'],
    ['of the whole topic, where high throughput is not wanted', { highThroughput: false }, 'Topic'],
  ])('has the throughput, and looks for duplicates, %s', (_, props, scope) => {
    expect(resource(topicIn(props).of, 'AWS::SNS::Topic').Properties).toEqual({
      FifoTopic: true,
      FifoThroughputScope: scope,
      ContentBasedDeduplication: false,
      KmsMasterKeyId: 'alias/aws/sns',
      TopicName: 'Stack-Orders-EEDB7941.fifo',
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

  it('keeps the topic through replacement and deletion', () => {
    expect(resource(topicIn().of, 'AWS::SNS::Topic')).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('has a name that ends in .fifo and fits SNS, however deep it stands', () => {
    const app = new App();
    const of = new Stack(app, 'Deep', { env });
    let scope: Construct = of;
    for (let at = 1; at <= 20; at += 1) scope = new Construct(scope, `Level${at}OfManyLevels`);
    new FifoTopic(scope, 'Orders');
    const { TopicName } = resource(of, 'AWS::SNS::Topic').Properties;
    expect(TopicName).toMatch(/^[A-Za-z0-9_-]{1,251}\.fifo$/);
  });

  it('shares no name with the same app under another stack name, or beside it in one stack', () => {
    const nameIn = (stackName: string, id = 'Orders') => {
      const of = stack({ env, stackName });
      new FifoTopic(of, id);
      return resource(of, 'AWS::SNS::Topic').Properties.TopicName;
    };
    const names = [nameIn('Green'), nameIn('Blue'), nameIn('Green', 'Returns')];
    expect(new Set(names).size).toBe(3);
  });

  it('shares no name with a second stack of one app', () => {
    const app = new App();
    const stacks = ['Green', 'Blue'].map((id) => new Stack(app, id, { env }));
    for (const of of stacks) new FifoTopic(of, 'Orders');
    const names = stacks.map((of) => resource(of, 'AWS::SNS::Topic').Properties.TopicName);
    expect(names).toEqual([
      expect.stringMatching(/^Green-Orders-[0-9A-F]{8}\.fifo$/),
      expect.stringMatching(/^Blue-Orders-[0-9A-F]{8}\.fifo$/),
    ]);
  });

  it('opens its key to SNS once, for the queues and the topics of the account', () => {
    const { of, topic: from } = keyed();
    for (const id of ['Seattle', 'Boston']) {
      new Subscription(of, id, { from, events: [placed.all()] });
    }
    const contexts = forSns(resource(of, 'AWS::KMS::Key').Properties.KeyPolicy).map((statement) =>
      Object.keys((statement as { Condition?: { ArnLike?: object } }).Condition?.ArnLike ?? {}),
    );
    expect(contexts).toEqual([
      ['kms:EncryptionContext:aws:sqs:arn'],
      ['kms:EncryptionContext:aws:sns:topicArn'],
    ]);
  });

  test.each<[string, (topic: FifoTopic, role: Role) => unknown]>([
    [
      'publish, contract by contract',
      ({ grants }, role) => [grants.publish(role, placed), grants.publish(role, cancelled)],
    ],
    ['send', ({ grants }, role) => grants.send(role)],
  ])('grants a producer to %s, and the use of its key', (_, grant) => {
    const { of, topic } = keyed();
    grant(topic, new Role(of, 'Checkout', { assumedBy: task }));
    expect(resource(of, 'AWS::IAM::Policy').Properties.PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'sns:Publish', Resource: topicRef },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
        Condition: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topicRef } },
      },
    ]);
  });

  it('refuses a grant of what it does not carry', () => {
    const { of, topic } = topicIn({ contracts: [placed] });
    const role = new Role(of, 'Checkout', { assumedBy: task });
    expect(() => topic.grants.publish(role, shipped)).toThrow(
      /shop\.warehouse order\.shipped\.v1 given[\s\S]*\[spillway:contract-foreign\]/,
    );
    expect(() => topic.grants.publish(role)).toThrow('[spillway:contract-none]');
  });

  it('refuses a key that is only imported, unless its owner opens it', () => {
    const of = stack({ env });
    const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k1');
    expect(() => new FifoTopic(of, 'One', { encryptionKey })).toThrow(
      /SNS, to write to queues under this key, needs .*sns\.amazonaws\.com[\s\S]*\[spillway:policy-elsewhere\]/,
    );
    const policyOwner = PolicyOwner.ELSEWHERE;
    const topic = new FifoTopic(of, 'Two', { encryptionKey, policyOwner });
    expect(topic.requiredStatements()).toHaveLength(2);
  });

  it('leaves nothing for the nag packs to find', () => {
    const app = new App();
    const of = new Stack(app, 'Stack', { env });
    const from = new FifoTopic(of, 'Orders');
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    expect(findings(app)).toEqual([]);
  });
});

describe('Subscription to a FifoTopic', () => {
  it('is seven resources', () => {
    const [with1, without] = [counts(seattle().of), counts(topicIn().of)];
    const more = Object.entries(with1).map(([type, n]) => [type, n - (without[type] ?? 0)]);
    expect(Object.fromEntries(more.filter(([, n]) => n))).toEqual({
      'AWS::SNS::Subscription': 1,
      'AWS::SQS::Queue': 3,
      'AWS::SQS::QueuePolicy': 3,
    });
  });

  it('has FIFO queues of high throughput, and a FIFO dead-letter queue behind each', () => {
    const { of } = seattle();
    const queues = Object.entries(resources(of, 'AWS::SQS::Queue'));
    expect(queues.map(([id]) => id)).toEqual([deadLettersId, queueId, undeliveredId]);
    for (const [, { Properties }] of queues) expect(Properties).toMatchObject(highThroughput);
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: arnOf(deadLettersId),
      maxReceiveCount: 5,
    });
  });

  it('gets the event as it was published, filtered by its body, and keeps what could not be delivered', () => {
    const { of, subscription } = seattle({ events: [placed.where(us)] });
    expect(resource(of, 'AWS::SNS::Subscription').Properties).toEqual({
      TopicArn: topicRef,
      Protocol: 'sqs',
      Endpoint: arnOf(queueId),
      RawMessageDelivery: true,
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: { source: ['shop.checkout'], type: ['order.placed.v1'], data: us },
      RedrivePolicy: { deadLetterTargetArn: arnOf(undeliveredId) },
    });
    expect(of.resolve(subscription.undeliveredQueue?.queueArn)).toEqual(arnOf(undeliveredId));
  });

  it('lets the topic send to its queue, under its key too', () => {
    const { of, topic: from } = keyed();
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    const { PolicyDocument } = resource(of, 'AWS::SQS::QueuePolicy', 'SeattleQueue').Properties;
    expect(forSns(PolicyDocument)).toEqual([
      expect.objectContaining({ Effect: 'Allow', Action: 'sqs:SendMessage', Condition: ofTopic }),
    ]);
    const keys = Object.values(resources(of, 'AWS::SQS::Queue')).map(
      ({ Properties }) => Properties.KmsMasterKeyId,
    );
    expect(keys).toEqual(Array(3).fill(arnOf('Key961B73FD')));
  });

  it('shares with no other the queue of what could not be delivered: SQS would drop the second of two', () => {
    const { of, topic: from, subscription } = seattle();
    const boston = new Subscription(of, 'Boston', { from, events: [placed.all()] });
    expect(boston.undeliveredQueue).not.toBe(subscription.undeliveredQueue);
    const targets = Object.values(resources(of, 'AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.RedrivePolicy.deadLetterTargetArn,
    );
    expect(targets).toEqual([
      arnOf(undeliveredId),
      { 'Fn::GetAtt': [expect.stringMatching(/^BostonUndelivered/), 'Arn'] },
    ]);
  });

  it('keeps what could not be delivered in a FIFO queue, which lets the topic in and nobody else', () => {
    const { of } = seattle();
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleUndelivered')).toMatchObject({
      Properties: {
        ...highThroughput,
        MessageRetentionPeriod: 1_209_600,
        SqsManagedSseEnabled: true,
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    const policy = resource(of, 'AWS::SQS::QueuePolicy', 'SeattleUndelivered').Properties;
    expect(forSns(policy.PolicyDocument)).toEqual([
      expect.objectContaining({ Effect: 'Allow', Action: 'sqs:SendMessage', Condition: ofTopic }),
    ]);
  });

  it('keeps it under the key of the topic where its own queue has none', () => {
    const { of, topic: from } = keyed();
    const queue = new Queue(of, 'Own', { fifo: true });
    new Subscription(of, 'Seattle', { from, events: [placed.all()], queue });
    const { KmsMasterKeyId } = resource(of, 'AWS::SQS::Queue', 'SeattleUndelivered').Properties;
    expect(KmsMasterKeyId).toEqual(arnOf('Key961B73FD'));
  });

  it('deletes it with its other queues, and with a queue of the user alone', () => {
    const removalPolicy = RemovalPolicy.DESTROY;
    const own = seattle({ removalPolicy }).of;
    const { of, topic: from } = topicIn();
    const queue = new Queue(of, 'Own', { fifo: true });
    new Subscription(of, 'Seattle', { from, events: [placed.all()], queue, removalPolicy });
    for (const stack of [own, of]) {
      const made = resource(stack, 'AWS::SQS::Queue', 'SeattleUndelivered');
      expect(made.DeletionPolicy).toBe('Delete');
    }
  });

  it('waits for the policies: SNS does not try again what they deny', () => {
    expect(resource(seattle().of, 'AWS::SNS::Subscription').DependsOn).toEqual([
      expect.stringMatching(/^SeattleQueuePolicy/),
      expect.stringMatching(/^SeattleUndeliveredPolicy/),
    ]);
  });

  test.each<[string, Partial<SubscriptionOptions>, number]>([
    ['sets it aside after 5 receives, by default', {}, 5],
    ['sets it aside after as many as it is told', { maxReceiveCount: 7 }, 7],
    ['sets it aside where it is told so', { onPoison: OnPoison.SET_ASIDE, maxReceiveCount: 3 }, 3],
    ['holds it for 1,000 receives', { onPoison: OnPoison.HOLD }, 1000],
  ])('%s', (_, options, maxReceiveCount) => {
    const { of } = seattle(options);
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: arnOf(deadLettersId),
      maxReceiveCount,
    });
  });

  it('grants a consumer and an operator its own queues, and their key', () => {
    const { of, topic: from } = keyed();
    const { grants } = new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    grants.consume(new Role(of, 'Packer', { assumedBy: task }));
    grants.redrive(new Role(of, 'Operator', { assumedBy: task }));
    const statementsOf = (id: string) =>
      resource(of, 'AWS::IAM::Policy', id).Properties.PolicyDocument.Statement;
    const key = arnOf('Key961B73FD');
    const context = 'kms:EncryptionContext:aws:sqs:arn';
    expect(statementsOf('Packer')).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
        ],
        Resource: arnOf(queueId),
      },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: key,
        Condition: { StringEquals: { [context]: arnOf(queueId) } },
      },
    ]);
    expect(statementsOf('Operator')).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'sqs:CancelMessageMoveTask',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:ListMessageMoveTasks',
          'sqs:ReceiveMessage',
          'sqs:StartMessageMoveTask',
        ],
        Resource: arnOf(deadLettersId),
      },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf(queueId) },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: key,
        Condition: { StringEquals: { [context]: [arnOf(queueId), arnOf(deadLettersId)] } },
      },
    ]);
  });

  it('brings a FIFO queue of its own; an imported one needs its owner', () => {
    const { of, topic: from } = topicIn();
    const events = [placed.all()];
    new Subscription(of, 'Own', { from, events, queue: new Queue(of, 'Queue', { fifo: true }) });
    expect(
      forSns(resource(of, 'AWS::SQS::QueuePolicy', 'QueuePolicy').Properties.PolicyDocument),
    ).toHaveLength(1);
    const arn = 'arn:aws:sqs:eu-west-1:111111111111:theirs.fifo';
    const queue = Queue.fromQueueArn(of, 'Imported', arn);
    expect(() => new Subscription(of, 'Theirs', { from, events, queue })).toThrow(
      '[spillway:policy-elsewhere]',
    );
  });

  test.each<[string, (of: Stack) => Partial<SubscriptionOptions>, string]>([
    [
      'a queue under the AWS managed key',
      (of) => ({
        queue: new Queue(of, 'Own', { fifo: true, encryption: QueueEncryption.KMS_MANAGED }),
      }),
      'nobody can let SNS FIFO use that key',
    ],
    [
      'a contract that the topic does not carry',
      () => ({ events: [shipped.all()] }),
      '[spillway:contract-foreign]',
    ],
    [
      'a filter of more than 5 keys',
      () => ({ events: [placed.where({ a: [1], b: [1], c: [1], d: [1] })] }),
      '[spillway:filter]',
    ],
    [
      'a number of receives beside HOLD',
      () => ({ onPoison: OnPoison.HOLD, maxReceiveCount: 3 }),
      'maxReceiveCount: 3 given; OnPoison.HOLD receives an event up to 1000 times',
    ],
  ])('refuses %s', (_, optionsIn, message) => {
    const { of, topic: from } = topicIn({ contracts: [placed] });
    const options = { events: [placed.all()], ...optionsIn(of) };
    expect(() => new Subscription(of, 'Seattle', { from, ...options })).toThrow(message);
  });

  it('refuses a topic of another region', () => {
    const app = new App();
    const there = new Stack(app, 'There', { env: { ...env, region: 'eu-north-1' } });
    const from = new FifoTopic(there, 'Orders');
    const here = new Stack(app, 'Here', { env });
    expect(() => new Subscription(here, 'Seattle', { from, events: [placed.all()] })).toThrow(
      '[spillway:environment]',
    );
  });

  it('judges no filter with a value that is known only when deployed', () => {
    const { of, topic: from } = topicIn();
    const country = [new CfnParameter(of, 'Country').valueAsString];
    new Subscription(of, 'Seattle', { from, events: [placed.where({ country })] });
    expect(() => Template.fromStack(of)).not.toThrow();
  });
});

describe('FifoTopic.fromAttributes', () => {
  const attributes = {
    topicArn: 'arn:aws:sns:eu-west-1:111111111111:orders.fifo',
    encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/k1',
  };

  it('takes what the owner gives, and needs nothing of it extended', () => {
    expect(keyed().topic.attributes).toEqual({
      topicArn: expect.anything(),
      fifo: true,
      encryptionKeyArn: expect.anything(),
      contracts: undefined,
    });
    const of = stack({ env });
    const from = FifoTopic.fromAttributes(of, 'Orders', attributes);
    expect(from.fifo).toBe(true);
    new Subscription(of, 'Seattle', { from, events: [placed.all()], onPoison: OnPoison.HOLD });
    expect(counts(of)).toEqual({
      'AWS::SNS::Subscription': 1,
      'AWS::SQS::Queue': 3,
      'AWS::SQS::QueuePolicy': 3,
    });
    expect(resource(of, 'AWS::SNS::Subscription').Properties).toMatchObject({
      TopicArn: attributes.topicArn,
      RedrivePolicy: { deadLetterTargetArn: arnOf(undeliveredId) },
    });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleUndelivered').Properties.KmsMasterKeyId).toBe(
      attributes.encryptionKeyArn,
    );
    const { Properties } = resource(of, 'AWS::SQS::Queue', 'SeattleQueue');
    expect(Properties).toMatchObject({
      ...highThroughput,
      KmsMasterKeyId: attributes.encryptionKeyArn,
      RedrivePolicy: { maxReceiveCount: 1000 },
    });
  });

  it('takes ARNs that are known only when deployed: the kind is the one it is imported as', () => {
    const of = stack({ env });
    const arn = (id: string) => new CfnParameter(of, id).valueAsString;
    const from = FifoTopic.fromAttributes(of, 'Orders', {
      topicArn: arn('TopicArn'),
      fifo: true,
    });
    expect(from.deadLetterQueue).toBeUndefined();
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties).toMatchObject(
      highThroughput,
    );
    expect(resource(of, 'AWS::SNS::Subscription').Properties).toMatchObject({
      TopicArn: { Ref: 'TopicArn' },
      RedrivePolicy: { deadLetterTargetArn: arnOf(undeliveredId) },
    });
  });

  it('grants a producer to publish, and the use of the key', () => {
    const of = stack({ env });
    const topic = FifoTopic.fromAttributes(of, 'Orders', attributes);
    topic.grants.publish(new Role(of, 'Checkout', { assumedBy: task }), placed);
    expect(resource(of, 'AWS::IAM::Policy').Properties.PolicyDocument.Statement).toEqual([
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

  it('pushes to a subscriber by the same rules as the owner does', () => {
    const of = stack({ env });
    const from = FifoTopic.fromAttributes(of, 'Orders', attributes);
    const events = [placed.all()];
    expect(
      () => new Subscription(of, 'Seattle', { from, events, delivery: Delivery.oneAtATime() }),
    ).toThrow('[spillway:delivery]');
  });

  test.each([
    ['a standard topic', { topicArn: attributes.topicArn.slice(0, -5) }, 'spillway:topic-arn'],
    ['a name for the topic', { topicArn: 'orders.fifo' }, 'spillway:topic-arn'],
    [
      'a dead-letter queue, which each subscription has',
      { deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:dead.fifo' },
      'spillway:option-without-effect',
    ],
    ['what its owner says is no FIFO topic', { fifo: false }, 'spillway:topic-arn'],
    [
      'an alias for the key',
      { encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:alias/a' },
      'spillway:key',
    ],
    [
      'a topic of another region',
      { topicArn: 'arn:aws:sns:eu-north-1:111111111111:orders.fifo' },
      'spillway:environment',
    ],
    ['a contract listed twice', { contracts: [placed, placed] }, 'spillway:contract-twice'],
  ])('refuses %s', (_, wrong, id) => {
    const of = stack({ env });
    expect(() => FifoTopic.fromAttributes(of, 'Orders', { ...attributes, ...wrong })).toThrow(
      `[${id}]`,
    );
  });

  it('refuses the attributes of a standard topic, and a standard topic those of it, also as tokens', () => {
    const of = stack({ env });
    const arn = (id: string) => new CfnParameter(of, id).valueAsString;
    const [topicArn, deadLetterQueueArn] = [arn('TopicArn'), arn('DeadLetterQueueArn')];
    const standard = { topicArn, deadLetterQueueArn, fifo: false };
    expect(() => FifoTopic.fromAttributes(of, 'Fifo', standard)).toThrow(
      'fifo: false given; FifoTopic.fromAttributes imports a FIFO topic. Take StandardTopic.fromAttributes',
    );
    const { attributes: fifo } = new FifoTopic(of, 'Orders');
    expect(() => StandardTopic.fromAttributes(of, 'Standard', fifo)).toThrow(
      'fifo: true given; StandardTopic.fromAttributes imports a standard topic. Take FifoTopic.fromAttributes',
    );
    expect(() => StandardTopic.fromAttributes(of, 'Plain', { topicArn })).toThrow(
      '[spillway:dead-letter-queue-arn]',
    );
    expect(() => StandardTopic.fromAttributes(of, 'Again', standard)).not.toThrow();
  });
});

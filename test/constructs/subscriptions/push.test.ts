import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Alias, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  type PushOptions,
  StandardTopic,
  Subscription,
  type SubscriptionOptions,
} from '../../../lib';
import { findings } from '../../compliance/findings';
import { placed } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';

const functionIn = (of: Stack, timeout?: Duration): LambdaFunction =>
  new LambdaFunction(of, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
    timeout,
  });

const seattle = (
  options: PushOptions = {},
  more: Partial<SubscriptionOptions> = {},
  timeout?: Duration,
) => {
  const of = stack({ env });
  const consumer = functionIn(of, timeout);
  const from = new ClassicBus(of, 'Orders');
  const delivery = Delivery.push(consumer, options);
  const subscription = new Subscription(of, 'Seattle', {
    from,
    events: [placed.all()],
    delivery,
    ...more,
  });
  return { of, consumer, subscription };
};

const mappingIn = (of: Stack) => resource(of, 'AWS::Lambda::EventSourceMapping');
const queueIn = (of: Stack) => resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties;

describe('Delivery.push', () => {
  it('adds a mapping that reports the messages that failed, and nothing between queue and function', () => {
    const { of } = seattle();
    expect(mappingIn(of).Properties).toEqual({
      FunctionName: { Ref: expect.stringMatching(/^Packer/) },
      EventSourceArn: { 'Fn::GetAtt': ['SeattleQueueA409872C', 'Arn'] },
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('takes a batch size, a window and a concurrency', () => {
    const { of } = seattle({
      batchSize: 100,
      batchWindow: Duration.seconds(5),
      maximumConcurrency: 20,
    });
    expect(mappingIn(of).Properties).toMatchObject({
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 5,
      ScalingConfig: { MaximumConcurrency: 20 },
    });
  });

  test.each([
    ['both given', { minimum: 5, maximum: 50 }, { MinimumPollers: 5, MaximumPollers: 50 }],
    ['the most', { maximum: 10_000 }, { MinimumPollers: 2, MaximumPollers: 10_000 }],
    ['the least', {}, { MinimumPollers: 2, MaximumPollers: 200 }],
  ])('keeps pollers ready: %s', (_, provisionedPollers, made) => {
    const { of } = seattle({ provisionedPollers });
    expect(mappingIn(of).Properties.ProvisionedPollerConfig).toEqual(made);
  });

  test.each([
    ['the default timeout of a function', undefined, {}, 18],
    ['a timeout', Duration.minutes(1), {}, 360],
    ['a timeout and a window', Duration.minutes(1), { batchWindow: Duration.seconds(30) }, 390],
    ['the longest of both', Duration.minutes(15), { batchWindow: Duration.minutes(5) }, 5700],
  ])('hides a message for six times %s', (_, timeout, options, seconds) => {
    expect(queueIn(seattle(options, {}, timeout).of).VisibilityTimeout).toBe(seconds);
  });

  it('lets the function consume, and waits for that', () => {
    const { of } = seattle();
    const [policyId, policy] = Object.entries(resources(of, 'AWS::IAM::Policy'))[0] ?? [];
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
        ],
        Resource: { 'Fn::GetAtt': ['SeattleQueueA409872C', 'Arn'] },
      },
    ]);
    expect(mappingIn(of).DependsOn).toContain(policyId);
  });

  it('has no finding of its mapping, whose failures go to the dead-letter queue', () => {
    const { of } = seattle();
    const ofMapping = findings(of.node.root as App).filter((one) => one.includes('/Push'));
    expect(ofMapping).toEqual([]);
  });

  it('leaves it to the owner of a queue without dead-letter queue to answer for that', () => {
    const of = stack({ env });
    const queue = new Queue(of, 'Own');
    new Subscription(of, 'Seattle', {
      from: new ClassicBus(of, 'Orders'),
      events: [placed.all()],
      queue,
      delivery: Delivery.push(functionIn(of)),
    });
    const ids = findings(of.node.root as App)
      .filter((one) => one.includes('/Push'))
      .map((one) => one.split(' ').at(-1));
    expect(ids).toEqual(['Serverless-LambdaEventSourceMappingDestination']);
  });

  it('keeps the queue of a subscription that pulled before', () => {
    const pulled = stack({ env });
    new Subscription(pulled, 'Seattle', {
      from: new ClassicBus(pulled, 'Orders'),
      events: [placed.all()],
    });
    expect(Object.keys(resources(seattle().of, 'AWS::SQS::Queue'))).toEqual(
      Object.keys(resources(pulled, 'AWS::SQS::Queue')),
    );
  });

  it('is a mapping and a policy more than pulling, whatever the channel', () => {
    const of = stack({ env });
    const consumer = functionIn(of);
    const from = new StandardTopic(of, 'Orders');
    new Subscription(of, 'Seattle', {
      from,
      events: [placed.all()],
      delivery: Delivery.push(consumer),
    });
    expect(counts(of)).toEqual({
      'AWS::IAM::Policy': 1,
      'AWS::IAM::Role': 1,
      'AWS::Lambda::EventSourceMapping': 1,
      'AWS::Lambda::Function': 1,
      'AWS::SNS::Subscription': 1,
      'AWS::SNS::Topic': 1,
      'AWS::SNS::TopicPolicy': 1,
      'AWS::SQS::Queue': 3,
      'AWS::SQS::QueuePolicy': 3,
    });
  });

  test.each(['no key', 'a key'])('stands in another stack than its function, with %s', (key) => {
    const app = new App();
    const [ofBus, ofSeattle, ofFunction] = ['Bus', 'Seattle', 'Function'].map(
      (id) => new Stack(app, id, { env }),
    ) as [Stack, Stack, Stack];
    new Subscription(ofSeattle, 'Seattle', {
      from: new ClassicBus(ofBus, 'Orders'),
      events: [placed.all()],
      encryptionKey: key === 'a key' ? new Key(ofSeattle, 'Key') : undefined,
      delivery: Delivery.push(functionIn(ofFunction)),
    });
    for (const each of [ofBus, ofSeattle, ofFunction]) {
      expect(() => Template.fromStack(each)).not.toThrow();
    }
    expect(Object.keys(resources(ofFunction, 'AWS::Lambda::EventSourceMapping'))).toHaveLength(1);
    expect(resources(ofSeattle, 'AWS::Lambda::EventSourceMapping')).toEqual({});
  });

  it('pushes two subscriptions to one function, and one to an alias', () => {
    const of = stack({ env });
    const consumer = functionIn(of, Duration.seconds(10));
    const alias = new Alias(of, 'Live', { aliasName: 'live', version: consumer.currentVersion });
    const from = new ClassicBus(of, 'Orders');
    for (const [id, target] of [
      ['Seattle', consumer],
      ['Boston', consumer],
      ['Miami', alias],
    ] as const) {
      new Subscription(of, id, { from, events: [placed.all()], delivery: Delivery.push(target) });
    }
    expect(Object.keys(resources(of, 'AWS::Lambda::EventSourceMapping'))).toHaveLength(3);
    expect(resource(of, 'AWS::SQS::Queue', 'MiamiQueue').Properties.VisibilityTimeout).toBe(60);
  });

  it('takes an imported function with its timeout, and refuses it without', () => {
    const of = stack({ env });
    const from = new ClassicBus(of, 'Orders');
    const imported = LambdaFunction.fromFunctionAttributes(of, 'Packer', {
      functionArn: 'arn:aws:lambda:eu-west-1:111111111111:function:packer',
      role: new Role(of, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      sameEnvironment: true,
    });
    const events = [placed.all()];
    expect(
      () => new Subscription(of, 'One', { from, events, delivery: Delivery.push(imported) }),
    ).toThrow(
      /functionTimeout: the timeout of an imported function is not known[\s\S]*\[spillway:push-timeout\]/,
    );
    const delivery = Delivery.push(imported, { functionTimeout: Duration.seconds(20) });
    new Subscription(of, 'Two', { from, events, delivery });
    expect(resource(of, 'AWS::SQS::Queue', 'TwoQueue').Properties.VisibilityTimeout).toBe(120);
  });

  test.each<[string, PushOptions, RegExp]>([
    [
      'an empty batch',
      { batchSize: 0 },
      /delivery\.batchSize: 0 given; Lambda takes 1 to 10000 messages/,
    ],
    [
      'a batch that is too large',
      { batchSize: 10_001, batchWindow: Duration.seconds(1) },
      /10001 given/,
    ],
    ['more than 10 messages without a window', { batchSize: 11 }, /without a batchWindow/],
    [
      'a window that is too long',
      { batchWindow: Duration.seconds(301) },
      /301 given; Lambda takes 0 to 300 seconds/,
    ],
    ['a concurrency of one', { maximumConcurrency: 1 }, /1 given; Lambda takes 2 to 1000 batches/],
    [
      'too many pollers',
      { provisionedPollers: { maximum: 10_001 } },
      /10001 given; Lambda takes 2 to 10000 pollers/,
    ],
    [
      'a maximum below the minimum',
      { provisionedPollers: { minimum: 9, maximum: 8 } },
      /not below the minimum, which is 9/,
    ],
    [
      'pollers and a concurrency',
      { provisionedPollers: {}, maximumConcurrency: 5 },
      /either a maximum concurrency or provisioned pollers/,
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => seattle(options)).toThrow(message);
    expect(() => seattle(options)).toThrow('[spillway:push-option]');
  });

  it('refuses fewer receives than a throttled function needs', () => {
    expect(() => seattle({}, { maxReceiveCount: 4 })).toThrow(
      /maxReceiveCount: 4 given; a throttled function[\s\S]*\[spillway:max-receive-count\]/,
    );
    expect(() => seattle({}, { maxReceiveCount: 5 })).not.toThrow();
  });
});

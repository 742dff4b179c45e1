import { App, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  Envelope,
  type IChannel,
  OrderIngestion,
  PolicyOwner,
  Subscription,
  type SubscriptionOptions,
} from '../../../lib';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack, statementsForEvents } from '../../support/stacks';

const all = { events: [placed.all()] };

/**
 * A bus in a stack of its own and a subscription in another, so that only the subscription's
 * resources are seen.
 */
function seattle(options: Partial<SubscriptionOptions> = {}, channel?: (bus: Stack) => IChannel) {
  const app = new App();
  const bus = new Stack(app, 'Bus', { env });
  const of = new Stack(app, 'Stack', { env });
  const from = channel?.(bus) ?? new ClassicBus(bus, 'Orders', { busName: 'orders' });
  const subscription = new Subscription(of, 'Seattle', { from, ...all, ...options });
  return { app, of, bus, subscription };
}

const arnOf = (idPrefix: string) => ({
  'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${idPrefix}`)), 'Arn'],
});

describe('Subscription', () => {
  it('is exactly five resources', () => {
    expect(counts(seattle().of)).toEqual({
      'AWS::Events::Rule': 1,
      'AWS::SQS::Queue': 2,
      'AWS::SQS::QueuePolicy': 2,
    });
  });

  it('is seven on the default bus, with a dead-letter queue for its one rule', () => {
    const { of } = seattle({}, (bus) => ClassicBus.defaultBus(bus, 'Default'));
    expect(counts(of)).toEqual({
      'AWS::Events::Rule': 1,
      'AWS::SQS::Queue': 3,
      'AWS::SQS::QueuePolicy': 3,
    });
    const policy = resource(of, 'AWS::SQS::QueuePolicy', 'SeattleRuleDeadLetters').Properties;
    const [statement] = statementsForEvents(policy.PolicyDocument);
    expect(statement.Condition).toEqual({
      ArnEquals: { 'aws:SourceArn': arnOf('SeattleRule') },
      StringEquals: { 'aws:SourceAccount': '111111111111' },
    });
    expect(resource(of, 'AWS::Events::Rule').Properties.Targets[0].DeadLetterConfig).toEqual({
      Arn: arnOf('SeattleRuleDeadLetters'),
    });
  });

  it('matches its snapshot', () => {
    expect(Template.fromStack(seattle().of).toJSON()).toMatchSnapshot();
  });

  it('sends the CloudEvent to its queue, tries for a day, and then to the dead-letter queue of the channel', () => {
    const { of } = seattle();
    expect(resource(of, 'AWS::Events::Rule').Properties).toEqual({
      EventBusName: 'orders',
      EventPattern: { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'] },
      Targets: [
        {
          Id: 'Queue',
          Arn: arnOf('SeattleQueue'),
          InputPath: '$.detail',
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          DeadLetterConfig: {
            Arn: {
              'Fn::ImportValue': expect.stringMatching(
                /^Bus:ExportsOutputFnGetAttOrdersDeadLetters/,
              ),
            },
          },
        },
      ],
    });
  });

  it('keeps events for 14 days, polls for 20 seconds, sets aside after 5 receives', () => {
    const { of } = seattle();
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties).toEqual({
      MessageRetentionPeriod: 1_209_600,
      ReceiveMessageWaitTimeSeconds: 20,
      VisibilityTimeout: 30,
      SqsManagedSseEnabled: true,
      RedrivePolicy: { deadLetterTargetArn: arnOf('SeattleDeadLetters'), maxReceiveCount: 5 },
    });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleDeadLetters').Properties).toEqual({
      MessageRetentionPeriod: 1_209_600,
      RedriveAllowPolicy: { redrivePermission: 'allowAll' },
      SqsManagedSseEnabled: true,
    });
  });

  it('admits to its queue its one rule in its own account, and TLS only', () => {
    const { of } = seattle();
    const { PolicyDocument } = resource(of, 'AWS::SQS::QueuePolicy', 'SeattleQueue').Properties;
    expect(PolicyDocument.Statement).toEqual([
      {
        Effect: 'Deny',
        Action: 'sqs:*',
        Principal: { AWS: '*' },
        Resource: arnOf('SeattleQueue'),
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Principal: { Service: 'events.amazonaws.com' },
        Resource: arnOf('SeattleQueue'),
        Condition: {
          ArnEquals: { 'aws:SourceArn': arnOf('SeattleRule') },
          StringEquals: { 'aws:SourceAccount': '111111111111' },
        },
      },
    ]);
    const deadLetters = resource(of, 'AWS::SQS::QueuePolicy', 'SeattleDeadLetters').Properties;
    expect(deadLetters.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Action: 'sqs:*' }),
    ]);
  });

  it('keeps its queues through replacement and deletion, unless the user says otherwise', () => {
    for (const one of Object.values(resources(seattle().of, 'AWS::SQS::Queue'))) {
      expect(one).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
    const { of } = seattle({ removalPolicy: RemovalPolicy.DESTROY });
    for (const one of Object.values(resources(of, 'AWS::SQS::Queue'))) {
      expect(one.DeletionPolicy).toBe('Delete');
    }
  });

  it('takes what belongs to the queue from the subscription and what belongs to the hand-over from the delivery', () => {
    const { of } = seattle({
      retention: Duration.days(4),
      maxReceiveCount: 3,
      delivery: Delivery.pull({
        visibilityTimeout: Duration.minutes(10),
        envelope: Envelope.EVENTBRIDGE,
      }),
    });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties).toMatchObject({
      MessageRetentionPeriod: 345_600,
      VisibilityTimeout: 600,
      RedrivePolicy: { maxReceiveCount: 3 },
    });
    expect(resource(of, 'AWS::Events::Rule').Properties.Targets[0].InputPath).toBeUndefined();
  });

  it('keeps the path of its queue whatever the delivery', () => {
    const ids = [undefined, Delivery.pull({ envelope: Envelope.EVENTBRIDGE })].map((delivery) =>
      Object.keys(resources(seattle({ delivery }).of, 'AWS::SQS::Queue')),
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  it('waits for the bus and the policy of its dead-letter queue in the same stack', () => {
    const of = stack();
    const from = new ClassicBus(of, 'Orders');
    new Subscription(of, 'Seattle', { from, ...all });
    expect(resource(of, 'AWS::Events::Rule').DependsOn).toEqual([
      expect.stringMatching(/^OrdersBus/),
      expect.stringMatching(/^OrdersDeadLettersPolicy/),
    ]);
  });

  describe('its filters', () => {
    const patternOf = (events: SubscriptionOptions['events']) =>
      resource(seattle({ events }).of, 'AWS::Events::Rule').Properties.EventPattern;
    const us = { shipTo: { country: ['US'] } };

    test.each([
      [
        'one contract',
        [placed.all()],
        { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'] },
      ],
      [
        'a filter, which is about data',
        [placed.where(us)],
        { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'], detail: { data: us } },
      ],
      [
        'two contracts of one source, in one alternative',
        [placed.all(), cancelled.all()],
        { source: ['shop.checkout'], 'detail-type': ['order.placed.v1', 'order.cancelled.v1'] },
      ],
      [
        'two contracts under one filter, in one alternative',
        [placed.where(us), cancelled.where(us)],
        {
          source: ['shop.checkout'],
          'detail-type': ['order.placed.v1', 'order.cancelled.v1'],
          detail: { data: us },
        },
      ],
      [
        'the same filter twice, once',
        [placed.where(us), placed.where(us)],
        { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'], detail: { data: us } },
      ],
      [
        'filters that differ, as alternatives of one rule',
        [placed.where(us), placed.where({ total: [{ numeric: ['>', 100] }] }), shipped.all()],
        {
          $or: [
            { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'], detail: { data: us } },
            {
              source: ['shop.checkout'],
              'detail-type': ['order.placed.v1'],
              detail: { data: { total: [{ numeric: ['>', 100] }] } },
            },
            { source: ['shop.warehouse'], 'detail-type': ['order.shipped.v1'] },
          ],
        },
      ],
      [
        'every event of a type and some of them, without an empty alternative',
        [placed.all(), placed.where(us)],
        {
          source: ['shop.checkout'],
          $or: [
            { 'detail-type': ['order.placed.v1'] },
            { 'detail-type': ['order.placed.v1'], detail: { data: us } },
          ],
        },
      ],
      [
        'filters with a value in common, of which EventBridge would drop the second, set apart',
        [
          placed.where({ shipTo: { country: ['US', 'CA'] } }),
          placed.where({ shipTo: { country: ['CA', 'MX'] } }),
          placed.where({ shipTo: { country: ['MX', 'BR'] } }),
        ],
        {
          source: ['shop.checkout'],
          'detail-type': ['order.placed.v1'],
          $or: [
            { detail: { data: { shipTo: { country: ['US', 'CA'] } } } },
            {
              detail: { data: { shipTo: { country: ['CA', 'MX'] } } },
              version: [{ exists: true }],
            },
            { detail: { data: { shipTo: { country: ['MX', 'BR'] } } }, id: [{ exists: true }] },
          ],
        },
      ],
    ])('make one rule: %s', (_name, events, pattern) => {
      expect(patternOf(events)).toEqual(pattern);
    });

    it('are refused where they pass the length of a rule, with their length', () => {
      const orderId = Array.from({ length: 200 }, (_, at) => `order-${1000 + at}`);
      expect(() => seattle({ events: [placed.where({ orderId })] })).toThrow(
        /Stack\/Seattle: [\s\S]*events: the filters make a pattern of 2\d{3} characters; a rule takes 2048[\s\S]*\[spillway:pattern-length\]/,
      );
    });

    it('are counted to the character', () => {
      const envelope =
        '{"source":["shop.checkout"],"detail-type":["order.placed.v1"],"detail":{"data":{"id":[""]}}}';
      const longest = 'x'.repeat(2048 - envelope.length);
      expect(() => seattle({ events: [placed.where({ id: [longest] })] })).not.toThrow();
      expect(() => seattle({ events: [placed.where({ id: [`${longest}x`] })] })).toThrow(
        'a pattern of 2049 characters',
      );
    });
  });

  describe('with a customer-managed key', () => {
    it('stands under the key of its channel unless given its own', () => {
      const channelKey = (bus: Stack) =>
        new ClassicBus(bus, 'Orders', { encryptionKey: new Key(bus, 'Key') });
      const { of } = seattle({}, channelKey);
      for (const { Properties } of Object.values(resources(of, 'AWS::SQS::Queue'))) {
        expect(Properties).toMatchObject({
          KmsMasterKeyId: {
            'Fn::ImportValue': expect.stringMatching(/^Bus:ExportsOutputFnGetAttKey/),
          },
          KmsDataKeyReusePeriodSeconds: 300,
        });
      }
    });

    it('opens its own key to EventBridge once, however many subscriptions stand under it', () => {
      const of = stack({ env });
      const from = new ClassicBus(of, 'Orders');
      const encryptionKey = new Key(of, 'Key');
      for (const id of ['Seattle', 'Boston']) {
        new Subscription(of, id, { from, ...all, encryptionKey });
      }
      const { KeyPolicy } = resource(of, 'AWS::KMS::Key').Properties;
      expect(statementsForEvents(KeyPolicy)).toHaveLength(1);
      for (const id of ['SeattleQueue', 'SeattleDeadLetters', 'BostonQueue', 'BostonDeadLetters']) {
        expect(resource(of, 'AWS::SQS::Queue', id).Properties.KmsMasterKeyId).toEqual(arnOf('Key'));
      }
    });

    it('puts the dead-letter queue of its rule on the default bus under the key too', () => {
      const of = stack({ env });
      const from = ClassicBus.defaultBus(of, 'Default');
      new Subscription(of, 'Seattle', { from, ...all, encryptionKey: new Key(of, 'Key') });
      const { KmsMasterKeyId } = resource(
        of,
        'AWS::SQS::Queue',
        'SeattleRuleDeadLetters',
      ).Properties;
      expect(KmsMasterKeyId).toEqual(arnOf('Key'));
      expect(statementsForEvents(resource(of, 'AWS::KMS::Key').Properties.KeyPolicy)).toHaveLength(
        1,
      );
    });
  });

  describe('with a queue of the user', () => {
    it('makes a rule only, and admits it to the queue', () => {
      const of = stack({ env });
      const queue = new Queue(of, 'Mine', {
        encryption: QueueEncryption.KMS,
        deadLetterQueue: { queue: new Queue(of, 'MyDeadLetters'), maxReceiveCount: 3 },
      });
      const from = new ClassicBus(of, 'Orders');
      const subscription = new Subscription(of, 'Seattle', { from, ...all, queue });
      expect(subscription.queue).toBe(queue);
      expect(subscription.deadLetterQueue).toBe(queue.deadLetterQueue?.queue);
      expect(
        Object.keys(resources(of, 'AWS::SQS::Queue')).filter((id) => id.startsWith('Seattle')),
      ).toEqual([]);
      const { PolicyDocument } = resource(of, 'AWS::SQS::QueuePolicy', 'Mine').Properties;
      expect(statementsForEvents(PolicyDocument)[0].Condition.ArnEquals).toEqual({
        'aws:SourceArn': arnOf('SeattleRule'),
      });
      expect(statementsForEvents(resource(of, 'AWS::KMS::Key').Properties.KeyPolicy)).toHaveLength(
        1,
      );
    });

    it('in another stack names all rules of the bus, so that the stacks do not refer to each other', () => {
      const app = new App();
      const [queues, of] = ['Queues', 'Stack'].map((id) => new Stack(app, id, { env })) as [
        Stack,
        Stack,
      ];
      const queue = new Queue(queues, 'Mine', {
        deadLetterQueue: { queue: new Queue(queues, 'MyDeadLetters'), maxReceiveCount: 3 },
      });
      const from = new ClassicBus(of, 'Orders', { busName: 'orders' });
      new Subscription(of, 'Seattle', { from, ...all, queue });
      const { PolicyDocument } = resource(queues, 'AWS::SQS::QueuePolicy', 'Mine').Properties;
      expect(JSON.stringify(statementsForEvents(PolicyDocument)[0].Condition.ArnLike)).toContain(
        ':events:eu-west-1:111111111111:rule/orders/*',
      );
      expect(() => Template.fromStack(of)).not.toThrow();
    });

    it('warns of a queue without a dead-letter queue', () => {
      const of = stack();
      const from = new ClassicBus(of, 'Orders');
      new Subscription(of, 'Seattle', { from, ...all, queue: new Queue(of, 'Mine') });
      Annotations.fromStack(of).hasWarning(
        '/Stack/Seattle',
        Match.stringLikeRegexp(
          'queue: Stack/Mine has no dead-letter queue.*spillway:queue-dead-letters',
        ),
      );
    });

    it('refuses an imported one, whose policy it would overwrite', () => {
      const of = stack({ env });
      const queue = Queue.fromQueueArn(of, 'Mine', 'arn:aws:sqs:eu-west-1:111111111111:mine');
      const from = new ClassicBus(of, 'Orders');
      expect(() => new Subscription(of, 'Seattle', { from, ...all, queue })).toThrow(
        /Stack\/Seattle: [\s\S]*arn:aws:sqs:eu-west-1:111111111111:mine cannot be extended here[\s\S]*sqs:SendMessage[\s\S]*\[spillway:policy-elsewhere\]/,
      );
    });

    it('tells the owner of an imported one what to add, before the rule has a name', () => {
      const of = stack({ env });
      const queue = Queue.fromQueueArn(of, 'Mine', 'arn:aws:sqs:eu-west-1:111111111111:mine');
      const from = new ClassicBus(of, 'Orders', { busName: 'orders' });
      const policyOwner = PolicyOwner.ELSEWHERE;
      const subscription = new Subscription(of, 'Seattle', { from, ...all, queue, policyOwner });
      const [required] = subscription.requiredStatements();
      expect(of.resolve(required?.statement.toStatementJson())).toEqual({
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Principal: { Service: 'events.amazonaws.com' },
        Resource: 'arn:aws:sqs:eu-west-1:111111111111:mine',
        Condition: {
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': [
                '',
                ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:rule/orders/*'],
              ],
            },
          },
          StringEquals: { 'aws:SourceAccount': '111111111111' },
        },
      });
      expect(required?.policyOf).toBe('arn:aws:sqs:eu-west-1:111111111111:mine');
      const [output] = Object.values(Template.fromStack(of).findOutputs('*'));
      expect(JSON.stringify(output)).toContain('sqs:SendMessage');
      expect(Object.keys(resources(of, 'AWS::SQS::QueuePolicy'))).toHaveLength(1);
    });
  });

  describe('of another app', () => {
    const imported = (encryptionKeyArn?: string) => (of: Stack) =>
      ClassicBus.fromAttributes(of, 'Orders', {
        busName: 'orders',
        deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:orders-dead-letters',
        encryptionKeyArn,
        contracts: [placed],
      });

    it('is the same five resources, and nothing has to be extended', () => {
      const { of, subscription } = seattle(
        {},
        imported('arn:aws:kms:eu-west-1:111111111111:key/k1'),
      );
      expect(counts(of)).toEqual({
        'AWS::Events::Rule': 1,
        'AWS::SQS::Queue': 2,
        'AWS::SQS::QueuePolicy': 2,
      });
      expect(subscription.requiredStatements()).toEqual([]);
      const { Properties } = resource(of, 'AWS::Events::Rule');
      expect(Properties.EventBusName).toBe('orders');
      expect(Properties.Targets[0].DeadLetterConfig.Arn).toBe(
        'arn:aws:sqs:eu-west-1:111111111111:orders-dead-letters',
      );
      for (const queue of Object.values(resources(of, 'AWS::SQS::Queue'))) {
        expect(queue.Properties.KmsMasterKeyId).toBe('arn:aws:kms:eu-west-1:111111111111:key/k1');
      }
    });

    it('takes its own key, opened in its own app', () => {
      const own = (of: Stack) => new Key(of, 'Key');
      const of = stack({ env });
      new Subscription(of, 'Seattle', { from: imported()(of), ...all, encryptionKey: own(of) });
      expect(statementsForEvents(resource(of, 'AWS::KMS::Key').Properties.KeyPolicy)).toHaveLength(
        1,
      );
    });

    it('knows the key of the bus by whatever name the import gives it', () => {
      const of = stack({ env });
      const encryptionKeyArn = Fn.importValue('OrdersKey');
      const from = imported(encryptionKeyArn)(of);
      const encryptionKey = Key.fromKeyArn(of, 'Key', Fn.importValue('OrdersKey'));
      expect(() => new Subscription(of, 'Seattle', { from, ...all, encryptionKey })).not.toThrow();
    });

    it('names the bus of the account and region that its dead-letter queue stands in', () => {
      expect(stack().resolve(imported()(stack()).busArn)).toEqual({
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:event-bus/orders'],
        ],
      });
    });

    it('refuses events that the bus is not said to carry', () => {
      const from = imported();
      expect(() => seattle({ events: [shipped.all()] }, from)).toThrow('spillway:contract-foreign');
    });

    it('refuses another imported key', () => {
      const withKey = () => {
        const app = new App();
        const of = new Stack(app, 'Stack', { env });
        const encryptionKey = Key.fromKeyArn(
          of,
          'Key',
          'arn:aws:kms:eu-west-1:111111111111:key/k2',
        );
        return new Subscription(of, 'Seattle', { from: imported()(of), ...all, encryptionKey });
      };
      expect(withKey).toThrow(/key\/k2 cannot be extended here/);
    });

    test.each([
      [
        'the ARN of something else',
        { deadLetterQueueArn: 'arn:aws:sns:eu-west-1:111111111111:t' },
        'spillway:dead-letter-queue-arn',
      ],
      [
        'a FIFO dead-letter queue',
        { deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:q.fifo' },
        'spillway:dead-letter-queue-arn',
      ],
      [
        'no dead-letter queue',
        { deadLetterQueueArn: undefined as unknown as string },
        'spillway:dead-letter-queue-arn',
      ],
      ['the default bus', { busName: 'default' }, 'spillway:bus-name'],
      ['no name', { busName: undefined as unknown as string }, 'spillway:bus-name'],
      ['a key without a name', { encryptionKeyArn: '' }, 'spillway:key'],
      [
        'an alias as its key',
        { encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:alias/x' },
        'spillway:key',
      ],
      [
        'another region',
        { deadLetterQueueArn: 'arn:aws:sqs:us-east-1:111111111111:q' },
        'spillway:environment',
      ],
      [
        'another account',
        { deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:222222222222:q' },
        'spillway:environment',
      ],
    ])('refuses %s', (_name, wrong, id) => {
      const attributes = {
        busName: 'orders',
        deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:q',
      };
      expect(() =>
        ClassicBus.fromAttributes(stack({ env }), 'Orders', { ...attributes, ...wrong }),
      ).toThrow(id);
    });
  });

  describe('refuses', () => {
    const mine =
      (props = {}) =>
      (of: Stack) =>
        new Queue(of, 'Mine', props);
    const withQueue = (make: (of: Stack) => Queue, options: Partial<SubscriptionOptions> = {}) => {
      const of = stack();
      const from = new ClassicBus(of, 'Orders');
      return () => new Subscription(of, 'Seattle', { from, ...all, queue: make(of), ...options });
    };

    test.each([
      [
        'a retention of 15 days',
        { retention: Duration.days(15) },
        'retention: 15 days given; SQS keeps a message for 1 minute to 14 days',
        'spillway:retention',
      ],
      [
        'a retention of 59 seconds',
        { retention: Duration.seconds(59) },
        '59 seconds given',
        'spillway:retention',
      ],
      [
        'no receive',
        { maxReceiveCount: 0 },
        'maxReceiveCount: 0 given',
        'spillway:max-receive-count',
      ],
      ['1001 receives', { maxReceiveCount: 1001 }, '1001 given', 'spillway:max-receive-count'],
      ['half a receive', { maxReceiveCount: 2.5 }, '2.5 given', 'spillway:max-receive-count'],
      [
        'a visibility of 13 hours',
        { delivery: Delivery.pull({ visibilityTimeout: Duration.hours(13) }) },
        '13 hours given',
        'spillway:visibility-timeout',
      ],
      [
        'a retention that ends with the last of the receives',
        { retention: Duration.seconds(150) },
        'retention: 2 minutes 30 seconds for 5 receives of 30 seconds each; an event is set aside before SQS deletes it',
        'spillway:retention',
      ],
      ['no events', { events: [] }, 'events: none given', 'spillway:contract-none'],
    ])('%s', (_name, options, message, id) => {
      expect(() => seattle(options)).toThrow(message);
      expect(() => seattle(options)).toThrow(`[${id}]`);
    });

    it('nothing of a retention in which the receives end', () => {
      expect(() => seattle({ retention: Duration.seconds(151) })).not.toThrow();
    });

    it('all wrong props in one error', () => {
      const wrong = { events: [], retention: Duration.days(15), maxReceiveCount: 0 };
      expect(() => seattle(wrong)).toThrow(/^Stack\/Seattle: 3 props are wrong:(\n {2}- .*){3}$/);
    });

    it('an event that the channel does not carry, and says what it carries', () => {
      const carrying = (bus: Stack) => new ClassicBus(bus, 'Orders', { contracts: [placed] });
      expect(() => seattle({ events: [shipped.all()] }, carrying)).toThrow(
        /shop\.warehouse order\.shipped\.v1 given; this channel carries shop\.checkout order\.placed\.v1[\s\S]*\[spillway:contract-foreign\]/,
      );
    });

    test.each([
      ['a FIFO queue', withQueue(mine({ fifo: true })), 'spillway:queue-fifo'],
      [
        'a queue under the AWS managed key',
        withQueue(mine({ encryption: QueueEncryption.KMS_MANAGED })),
        'spillway:queue-kms-managed',
      ],
      [
        'retention on a queue of the user',
        withQueue(mine(), { retention: Duration.days(1) }),
        'retention: 1 day given; it cannot take effect',
      ],
      [
        'maxReceiveCount on a queue of the user',
        withQueue(mine(), { maxReceiveCount: 3 }),
        'maxReceiveCount: 3 given; it cannot take effect',
      ],
      [
        'removalPolicy on a queue of the user',
        withQueue(mine(), { removalPolicy: RemovalPolicy.DESTROY }),
        'removalPolicy: "destroy" given; it cannot take effect',
      ],
      [
        'visibility on a queue of the user',
        withQueue(mine(), { delivery: Delivery.pull({ visibilityTimeout: Duration.minutes(1) }) }),
        'delivery.visibilityTimeout: 1 minute given; it cannot take effect',
      ],
    ])('%s', (_name, make, message) => {
      expect(make).toThrow(message);
    });

    it('encryptionKey on a queue of the user', () => {
      const of = stack();
      const from = new ClassicBus(of, 'Orders');
      const options = { queue: new Queue(of, 'Mine'), encryptionKey: new Key(of, 'Key') };
      expect(() => new Subscription(of, 'Seattle', { from, ...all, ...options })).toThrow(
        'encryptionKey: "Stack/Key" given; it cannot take effect',
      );
    });

    it('two subscriptions of one id', () => {
      const of = stack();
      const from = new ClassicBus(of, 'Orders');
      new Subscription(of, 'Seattle', { from, ...all });
      expect(() => new Subscription(of, 'Seattle', { from, ...all })).toThrow(
        /id: "Seattle" is taken by a Subscription[\s\S]*\[spillway:id-taken\]/,
      );
    });

    it('a bus of another region or account', () => {
      const app = new App();
      const bus = new Stack(app, 'Bus', { env });
      const from = new ClassicBus(bus, 'Orders');
      for (const elsewhere of [
        { ...env, region: 'us-east-1' },
        { ...env, account: '222222222222' },
      ]) {
        const of = new Stack(app, `Of${elsewhere.region}${elsewhere.account}`, { env: elsewhere });
        expect(() => new Subscription(of, 'Seattle', { from, ...all })).toThrow(
          'spillway:environment',
        );
      }
    });

    it('policyOwner where every policy could be extended, at synth', () => {
      const { app } = seattle({ policyOwner: PolicyOwner.ELSEWHERE });
      expect(() => app.synth()).toThrow(
        /every policy could be extended here[\s\S]*spillway:option-without-effect/,
      );
    });
  });

  it('refuses a queue of another region or account', () => {
    const of = stack({ env });
    const from = new ClassicBus(of, 'Orders');
    for (const [id, arn] of Object.entries({
      Region: 'arn:aws:sqs:us-east-1:111111111111:mine',
      Account: 'arn:aws:sqs:eu-west-1:222222222222:mine',
    })) {
      const queue = Queue.fromQueueArn(of, id, arn);
      const policyOwner = PolicyOwner.ELSEWHERE;
      expect(() => new Subscription(of, 'Seattle', { from, ...all, queue, policyOwner })).toThrow(
        /queue: one in [\s\S]*spillway:environment/,
      );
    }
  });

  it('tells everything that is wrong before anything is made', () => {
    const of = stack({ env });
    const from = new ClassicBus(of, 'Orders');
    const queue = new Queue(of, 'Mine', { fifo: true });
    const events = [placed.where({ id: Array.from({ length: 200 }, (_, at) => `order-${at}`) })];
    const make = () =>
      new Subscription(of, 'Seattle', { from, events, queue, retention: Duration.days(15) });
    expect(make).toThrow(
      /^Stack\/Seattle: 3 props are wrong:(\n {2}- (retention|queue|events): .*){3}$/,
    );
    expect(of.node.tryFindChild('Seattle')).toBeUndefined();
  });

  it('lets each of several subscriptions tell what the owner of their key has to add', () => {
    const of = stack({ env });
    const from = new ClassicBus(of, 'Orders');
    const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k1');
    const options = { from, ...all, encryptionKey, policyOwner: PolicyOwner.ELSEWHERE };
    const both = ['Seattle', 'Boston'].map((id) => new Subscription(of, id, options));
    expect(both.map((one) => one.requiredStatements().length)).toEqual([1, 1]);
    expect(() => Template.fromStack(of)).not.toThrow();
    expect(
      () => new Subscription(of, 'Denver', { ...options, policyOwner: PolicyOwner.HERE }),
    ).toThrow('spillway:policy-elsewhere');
  });

  it('names what it could not extend in words, whatever the name is made of', () => {
    const of = stack({ env });
    const from = new ClassicBus(of, 'Orders');
    const arn = Fn.select(0, ['arn:aws:sqs:eu-west-1:111111111111:mine', of.stackId]);
    const queue = Queue.fromQueueAttributes(of, 'Mine', {
      queueArn: Fn.join(':', [arn, Fn.ref('X')]),
    });
    expect(() => new Subscription(of, 'Seattle', { from, ...all, queue })).toThrow(
      /^(?![\s\S]*object Object)(?![\s\S]*Token)[\s\S]*cannot be extended here/,
    );
  });

  it('measures no pattern whose values are known only when deployed', () => {
    const values = Array.from({ length: 60 }, (_, at) =>
      Fn.importValue(`SharedStack:AVeryLongExportName${at}`),
    );
    expect(() => seattle({ events: [placed.where({ id: values })] })).not.toThrow();
  });

  it('makes the dead-letter queue of its rule on the default bus as the user says, with a queue of the user too', () => {
    const of = stack();
    const queue = new Queue(of, 'Mine', {
      deadLetterQueue: { queue: new Queue(of, 'D'), maxReceiveCount: 3 },
    });
    const from = ClassicBus.defaultBus(of, 'Default');
    new Subscription(of, 'Seattle', { from, ...all, queue, removalPolicy: RemovalPolicy.DESTROY });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleRuleDeadLetters').DeletionPolicy).toBe('Delete');
  });

  it('tells where undelivered events go, and which it wants', () => {
    const of = stack();
    const from = new ClassicBus(of, 'Orders');
    const one = new Subscription(of, 'Seattle', { from, ...all });
    expect(one.undeliveredQueue).toBe(from.deadLetterQueue);
    expect(one.events).toEqual(all.events);
    expect(one.channel).toBe(from);
  });

  test.each([
    ['an alias', 'arn:aws:kms:eu-west-1:111111111111:alias/x', 'spillway:key'],
    [
      'the AWS managed key',
      'arn:aws:kms:eu-west-1:111111111111:alias/aws/sqs',
      'spillway:queue-kms-managed',
    ],
    ['a key of another region', 'arn:aws:kms:us-east-1:111111111111:key/k', 'spillway:environment'],
  ])('refuses %s as key of its queue, of the bus and of a queue of the user', (_name, arn, id) => {
    const of = stack({ env });
    const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k');
    const wrong = new Proxy(encryptionKey, {
      get: (key, name) =>
        name === 'keyArn'
          ? arn
          : name === 'env'
            ? { account: env.account, region: arn.split(':')[3] }
            : Reflect.get(key, name),
    });
    const policyOwner = PolicyOwner.ELSEWHERE;
    const from = new ClassicBus(of, 'Orders');
    expect(() => new ClassicBus(of, 'Other', { encryptionKey: wrong, policyOwner })).toThrow(id);
    expect(
      () => new Subscription(of, 'A', { from, ...all, encryptionKey: wrong, policyOwner }),
    ).toThrow(id);
    const queue = Queue.fromQueueArn(of, 'Mine', 'arn:aws:sqs:eu-west-1:111111111111:mine');
    const under = new Proxy(queue, {
      get: (one, name) => (name === 'encryptionMasterKey' ? wrong : Reflect.get(one, name)),
    });
    expect(() => new Subscription(of, 'B', { from, ...all, queue: under, policyOwner })).toThrow(
      id,
    );
  });

  it('refuses an alias that CDK made of a key', () => {
    const of = stack({ env });
    const encryptionKey = new Key(of, 'Key').addAlias('orders');
    expect(() => new ClassicBus(of, 'Orders', { encryptionKey })).toThrow('spillway:key');
  });

  it('refuses a snapshot as removal policy, as the bus and the ingestion do', () => {
    const of = stack();
    const removalPolicy = RemovalPolicy.SNAPSHOT;
    const id = 'spillway:removal-policy';
    expect(() => seattle({ removalPolicy })).toThrow(id);
    expect(() => new ClassicBus(of, 'Orders', { removalPolicy })).toThrow(id);
    expect(
      () => new OrderIngestion(of, 'Ingestion', { contracts: [placed], removalPolicy }),
    ).toThrow(id);
  });

  it('judges no value that is known only when deployed', () => {
    const of = stack();
    const from = new ClassicBus(of, 'Orders');
    const token = of.region; // a token in a stack without environment
    const events = [placed.where({ region: [token] })];
    new Subscription(of, 'Seattle', { from, events });
    const { EventPattern } = resource(of, 'AWS::Events::Rule').Properties;
    expect(EventPattern.detail.data).toEqual({ region: [{ Ref: 'AWS::Region' }] });
  });
});

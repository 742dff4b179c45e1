import { App, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import {
  Delivery,
  OnPoison,
  PolicyOwner,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
  type WorkQueueAttributes,
  type WorkQueueProps,
} from '../../../lib';
import { findings } from '../../compliance/findings';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';

const all = { events: [placed.all()] };

const queueIn = (props?: WorkQueueProps) => {
  const of = stack({ env });
  return { of, work: new WorkQueue(of, 'Orders', props) };
};

const keyed = (props?: WorkQueueProps) => {
  const of = stack({ env });
  return { of, work: new WorkQueue(of, 'Orders', { encryptionKey: new Key(of, 'Key'), ...props }) };
};

const packing = (options: Partial<SubscriptionOptions> = {}, props?: WorkQueueProps) => {
  const { of, work } = queueIn(props);
  return { of, work, packing: new Subscription(of, 'Packing', { from: work, ...all, ...options }) };
};

const task = new ServicePrincipal('ecs-tasks.amazonaws.com');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const queueId = 'OrdersQueueC538DD4C';
const deadLettersId = 'OrdersDeadLetters6314E60F';
const context = 'kms:EncryptionContext:aws:sqs:arn';
const consuming = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const moving = [
  'sqs:CancelMessageMoveTask',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ListMessageMoveTasks',
  'sqs:ReceiveMessage',
  'sqs:StartMessageMoveTask',
];

const statementsOf = (of: Stack, id = '') =>
  resource(of, 'AWS::IAM::Policy', id).Properties.PolicyDocument.Statement;

const functionIn = (of: Stack, timeout = Duration.seconds(5)) =>
  new LambdaFunction(of, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
    timeout,
  });

describe('WorkQueue', () => {
  it('makes a queue, its dead-letter queue and their policies, nothing else', () => {
    const { of } = queueIn();
    expect(counts(of)).toEqual({ 'AWS::SQS::Queue': 2, 'AWS::SQS::QueuePolicy': 2 });
    expect(Object.keys(resources(of, 'AWS::SQS::Queue'))).toEqual([deadLettersId, queueId]);
  });

  it('tells producers and consumers where it is', () => {
    const { of, work } = queueIn();
    expect(of.resolve([work.queueUrl, work.queueArn])).toEqual([{ Ref: queueId }, arnOf(queueId)]);
    expect(work.queue?.queueArn).toBe(work.queueArn);
  });

  test.each<[string, WorkQueueProps]>([
    ['standard', {}],
    ['FIFO', { fifo: true, onPoison: OnPoison.HOLD }],
  ])('matches its snapshot, with a key, a producer and a consumer: %s', (_, props) => {
    const { of, work } = keyed(props);
    work.grants.send(new Role(of, 'Checkout', { assumedBy: task }));
    const { grants } = new Subscription(of, 'Packing', { from: work, ...all });
    grants.consume(new Role(of, 'Packer', { assumedBy: task }));
    expect(Template.fromStack(of).toJSON()).toMatchSnapshot();
  });

  it('waits for 14 days, is polled for long, and sets aside after 5 receives', () => {
    expect(resource(queueIn().of, 'AWS::SQS::Queue', 'OrdersQueue').Properties).toEqual({
      MessageRetentionPeriod: 1_209_600,
      ReceiveMessageWaitTimeSeconds: 20,
      VisibilityTimeout: 30,
      SqsManagedSseEnabled: true,
      RedrivePolicy: { deadLetterTargetArn: arnOf(deadLettersId), maxReceiveCount: 5 },
    });
  });

  it('has what it is told', () => {
    const { of } = queueIn({
      visibilityTimeout: Duration.minutes(5),
      retention: Duration.days(2),
      maxReceiveCount: 9,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { Properties, DeletionPolicy } = resource(of, 'AWS::SQS::Queue', 'OrdersQueue');
    expect(DeletionPolicy).toBe('Delete');
    expect(Properties).toMatchObject({
      VisibilityTimeout: 300,
      MessageRetentionPeriod: 172_800,
      RedrivePolicy: { maxReceiveCount: 9 },
    });
    expect(resource(of, 'AWS::SQS::Queue', 'OrdersDeadLetters')).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { MessageRetentionPeriod: 1_209_600 },
    });
  });

  it('is a FIFO queue of high throughput, as its dead-letter queue is', () => {
    for (const { Properties } of Object.values(
      resources(queueIn({ fifo: true }).of, 'AWS::SQS::Queue'),
    )) {
      expect(Properties).toMatchObject({
        FifoQueue: true,
        DeduplicationScope: 'messageGroup',
        FifoThroughputLimit: 'perMessageGroupId',
      });
      expect(Properties.QueueName).toBeUndefined();
    }
  });

  test.each<[string, WorkQueueProps, number]>([
    ['sets aside, by default', {}, 5],
    ['sets aside after as many receives as it is told', { maxReceiveCount: 2 }, 2],
    ['sets aside where it is told so', { onPoison: OnPoison.SET_ASIDE, maxReceiveCount: 2 }, 2],
    ['holds', { onPoison: OnPoison.HOLD }, 1000],
    [
      'holds for half of its retention at most',
      {
        onPoison: OnPoison.HOLD,
        visibilityTimeout: Duration.minutes(15),
        retention: Duration.days(1),
      },
      48,
    ],
  ])('of a FIFO queue, %s', (_, props, maxReceiveCount) => {
    const { of } = queueIn({ fifo: true, ...props });
    expect(resource(of, 'AWS::SQS::Queue', 'OrdersQueue').Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: arnOf(deadLettersId),
      maxReceiveCount,
    });
  });

  it('takes messages by TLS only, and lets no service send', () => {
    for (const { Properties } of Object.values(resources(queueIn().of, 'AWS::SQS::QueuePolicy'))) {
      expect(Properties.PolicyDocument.Statement).toEqual([
        expect.objectContaining({
          Effect: 'Deny',
          Action: 'sqs:*',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]);
    }
  });

  it('keeps both queues through replacement and deletion', () => {
    for (const queue of Object.values(resources(queueIn().of, 'AWS::SQS::Queue'))) {
      expect(queue).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
  });

  it('stands under its key, which is opened to nobody: no service sends', () => {
    const { of } = keyed();
    const keys = Object.values(resources(of, 'AWS::SQS::Queue')).map(
      ({ Properties }) => Properties.KmsMasterKeyId,
    );
    expect(keys).toEqual([arnOf('Key961B73FD'), arnOf('Key961B73FD')]);
    const { Statement } = resource(of, 'AWS::KMS::Key').Properties.KeyPolicy;
    expect(Statement).toHaveLength(1);
  });

  test.each<[string, (work: WorkQueue, role: Role) => unknown]>([
    ['send', ({ grants }, role) => grants.send(role)],
    [
      'publish, contract by contract',
      ({ grants }, role) => [grants.publish(role, placed), grants.publish(role, cancelled)],
    ],
  ])('grants a producer to %s, and the use of its key', (_, grant) => {
    const { of, work } = keyed();
    grant(work, new Role(of, 'Checkout', { assumedBy: task }));
    expect(statementsOf(of)).toEqual([
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf(queueId) },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: arnOf('Key961B73FD'),
        Condition: { StringEquals: { [context]: arnOf(queueId) } },
      },
    ]);
  });

  it('takes a producer whose policy is kept elsewhere', () => {
    const { of, work } = queueIn({ policyOwner: PolicyOwner.ELSEWHERE });
    const arn = 'arn:aws:iam::111111111111:role/checkout';
    work.grants.send(Role.fromRoleArn(of, 'Theirs', arn, { mutable: false }));
    const [required] = work.requiredStatements();
    expect(required).toMatchObject({ policyOf: arn, purpose: 'sending events' });
    expect(Object.keys(Template.fromStack(of).toJSON().Outputs)).toHaveLength(1);
  });

  test.each<[string, (work: WorkQueue, of: Stack) => unknown, string]>([
    [
      'a contract that it does not carry',
      ({ grants }, of) => grants.publish(new Role(of, 'Checkout', { assumedBy: task }), shipped),
      'shop.warehouse order.shipped.v1 given; this channel carries shop.checkout order.placed.v1',
    ],
    [
      'no contract',
      ({ grants }, of) => grants.publish(new Role(of, 'Checkout', { assumedBy: task })),
      '[spillway:contract-none]',
    ],
    [
      'a producer whose policy cannot be extended',
      ({ grants }, of) =>
        grants.send(
          Role.fromRoleArn(of, 'Theirs', 'arn:aws:iam::111111111111:role/checkout', {
            mutable: false,
          }),
        ),
      'sending events needs',
    ],
    [
      'a producer of another account',
      ({ grants }, of) =>
        grants.send(Role.fromRoleArn(of, 'Theirs', 'arn:aws:iam::222222222222:role/checkout')),
      '[spillway:environment]',
    ],
  ])('refuses to grant %s', (_, grant, message) => {
    const { of, work } = queueIn({ contracts: [placed] });
    expect(() => grant(work, of)).toThrow(message);
  });

  test.each<[string, WorkQueueProps, string]>([
    [
      'OnPoison.HOLD on a standard queue',
      { onPoison: OnPoison.HOLD },
      'onPoison: OnPoison.HOLD given; a standard queue has no order that a message could hold up',
    ],
    [
      'a number of receives beside HOLD',
      { fifo: true, onPoison: OnPoison.HOLD, maxReceiveCount: 3 },
      'maxReceiveCount: 3 given; OnPoison.HOLD receives an event up to 1000 times',
    ],
    [
      'to hold an event for longer than it is kept',
      {
        fifo: true,
        onPoison: OnPoison.HOLD,
        retention: Duration.hours(1),
        visibilityTimeout: Duration.hours(1),
      },
      'visibilityTimeout: 1 hour given beside a retention of 1 hour; an event is set aside before SQS deletes it at the end of its retention. Give a longer retention or a shorter visibility timeout. [spillway:on-poison]',
    ],
    [
      'receives that take as long as an event is kept',
      { retention: Duration.minutes(10), visibilityTimeout: Duration.minutes(2) },
      'retention: 10 minutes for 5 receives of 2 minutes each; an event is set aside before SQS deletes it',
    ],
    [
      'a visibility timeout of more than 12 hours',
      { visibilityTimeout: Duration.hours(13) },
      'visibilityTimeout: 13 hours given',
    ],
    [
      'a retention of a minute less a second',
      { retention: Duration.seconds(59) },
      'spillway:retention',
    ],
    ['a retention of more than 14 days', { retention: Duration.days(15) }, 'spillway:retention'],
    ['no receive', { maxReceiveCount: 0 }, 'spillway:max-receive-count'],
    ['more than 1,000 receives', { maxReceiveCount: 1001 }, 'spillway:max-receive-count'],
    ['a snapshot', { removalPolicy: RemovalPolicy.SNAPSHOT }, 'spillway:removal-policy'],
    ['a contract twice', { contracts: [placed, placed] }, 'spillway:contract-twice'],
  ])('refuses %s', (_, props, message) => {
    expect(() => queueIn(props)).toThrow(message);
  });

  it('refuses all that is wrong in one error', () => {
    const retention = Duration.days(15);
    expect(() => queueIn({ retention, maxReceiveCount: 0, onPoison: OnPoison.HOLD })).toThrow(
      /^Stack\/Orders: 4 props are wrong:/,
    );
  });

  test.each([
    ['of another region', 'arn:aws:kms:eu-north-1:111111111111:key/k1', 'spillway:environment'],
    ['by its alias', 'arn:aws:kms:eu-west-1:111111111111:alias/mine', 'spillway:key'],
    [
      'that AWS manages',
      'arn:aws:kms:eu-west-1:111111111111:alias/aws/sqs',
      'spillway:queue-kms-managed',
    ],
  ])('refuses a key %s', (_, arn, id) => {
    const of = stack({ env });
    const encryptionKey = arn.includes(':alias/')
      ? Alias.fromAliasAttributes(of, 'Key', {
          aliasName: arn.slice(arn.indexOf('alias/')),
          aliasTargetKey: new Key(of, 'Target'),
        })
      : Key.fromKeyArn(of, 'Key', arn);
    expect(() => new WorkQueue(of, 'Orders', { encryptionKey })).toThrow(`[${id}]`);
  });

  it('leaves nothing for the nag packs to find, standard and FIFO', () => {
    const app = new App();
    const of = new Stack(app, 'Stack', { env });
    new Subscription(of, 'One', { from: new WorkQueue(of, 'Standard'), ...all });
    new Subscription(of, 'Two', { from: new WorkQueue(of, 'Fifo', { fifo: true }), ...all });
    expect(findings(app)).toEqual([]);
  });
});

describe('Subscription to a WorkQueue', () => {
  it('makes nothing: the queue is that of the channel', () => {
    const { of, work, packing: subscription } = packing();
    expect(counts(of)).toEqual({ 'AWS::SQS::Queue': 2, 'AWS::SQS::QueuePolicy': 2 });
    expect(subscription.queue).toBe(work.queue);
    expect(subscription.arrivalQueue).toBe(work.queue);
    expect(subscription.deadLetterQueue).toBe(work.deadLetterQueue);
    expect(subscription.undeliveredQueue).toBeUndefined();
    expect(subscription.requiredStatements()).toEqual([]);
  });

  test.each([
    ['standard', false],
    ['FIFO', true],
  ])('grants competing consumers and an operator, and the use of the key: %s', (_, fifo) => {
    const { of, work } = keyed({ fifo });
    const { grants } = new Subscription(of, 'Packing', { from: work, ...all });
    for (const id of ['Day', 'Night']) grants.consume(new Role(of, id, { assumedBy: task }));
    grants.redrive(new Role(of, 'Operator', { assumedBy: task }));
    const key = arnOf('Key961B73FD');
    const ofConsumer = [
      { Effect: 'Allow', Action: consuming, Resource: arnOf(queueId) },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: key,
        Condition: { StringEquals: { [context]: arnOf(queueId) } },
      },
    ];
    expect(statementsOf(of, 'Day')).toEqual(ofConsumer);
    expect(statementsOf(of, 'Night')).toEqual(ofConsumer);
    expect(statementsOf(of, 'Operator')).toEqual([
      { Effect: 'Allow', Action: moving, Resource: arnOf(deadLettersId) },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf(queueId) },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: key,
        Condition: { StringEquals: { [context]: [arnOf(queueId), arnOf(deadLettersId)] } },
      },
    ]);
  });

  it('pushes to a function, in batches of 10', () => {
    const { of, work } = queueIn({ fifo: true });
    const delivery = Delivery.push(functionIn(of));
    new Subscription(of, 'Packing', { from: work, ...all, delivery });
    expect(resource(of, 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
      EventSourceArn: arnOf(queueId),
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('refuses at synth a function whose timeout is too long for the queue', () => {
    const { of, work } = queueIn();
    const delivery = Delivery.push(functionIn(of, Duration.seconds(20)));
    new Subscription(of, 'Packing', { from: work, ...all, delivery });
    expect(() => Template.fromStack(of)).toThrow(
      /a function whose timeout is too long for its queue[\s\S]*\[spillway:event-source\]/,
    );
  });

  it('takes a fair queue of a standard one, where producers name the group', () => {
    expect(() => packing({ delivery: Delivery.pull({ requireFairQueue: true }) })).not.toThrow();
  });

  it('puts the events of a standard queue into FIFO queues of its own, one at a time a key', () => {
    const { of, work, packing: subscription } = packing({ delivery: Delivery.oneAtATime() });
    expect(counts(of)).toMatchObject({ 'AWS::Pipes::Pipe': 1, 'AWS::SQS::Queue': 4 });
    expect(subscription.arrivalQueue).toBe(work.queue);
    expect(subscription.queue).not.toBe(work.queue);
  });

  it('refuses a second one, which would take events from the first', () => {
    const { of, work: from } = packing();
    expect(() => new Subscription(of, 'Labels', { from, ...all })).toThrow(
      /Stack\/Labels: [\s\S]*from: a second subscription given beside Stack\/Packing; each message goes to one receiver[\s\S]*Grant consume to each of the competing consumers[\s\S]*\[spillway:one-receiver\]/,
    );
  });

  it('refuses to leave out events that its consumer would receive all the same', () => {
    const contracts = [placed, cancelled];
    expect(() => packing({ events: [placed.all()] }, { contracts })).toThrow(
      /events: order\.cancelled\.v1 left out; SQS hands every message to whoever receives[\s\S]*Add all\(\) of each to events[\s\S]*\[spillway:filter-on-queue\]/,
    );
    expect(() => packing({ events: [placed.all(), cancelled.all()] }, { contracts })).not.toThrow();
  });

  it('refuses an event that the queue does not carry', () => {
    expect(() => packing({ events: [shipped.all()] }, { contracts: [placed] })).toThrow(
      '[spillway:contract-foreign]',
    );
  });

  test.each<[string, Partial<SubscriptionOptions>]>([
    ['retention', { retention: Duration.days(1) }],
    ['maxReceiveCount', { maxReceiveCount: 3 }],
    ['onPoison', { onPoison: OnPoison.SET_ASIDE }],
    ['removalPolicy', { removalPolicy: RemovalPolicy.DESTROY }],
    [
      'delivery.visibilityTimeout',
      { delivery: Delivery.pull({ visibilityTimeout: Duration.minutes(1) }) },
    ],
  ])('refuses %s, which belongs to the queue', (prop, options) => {
    expect(() => packing(options, { fifo: true })).toThrow(
      new RegExp(
        `${prop}: .* given; it cannot take effect on a channel that is a queue[\\s\\S]*\\[spillway:option-without-effect\\]`,
      ),
    );
  });

  it('refuses a key, which belongs to the queue', () => {
    const { of, work: from } = queueIn();
    const encryptionKey = new Key(of, 'Key');
    expect(() => new Subscription(of, 'Packing', { from, ...all, encryptionKey })).toThrow(
      'encryptionKey: "Stack/Key" given; it cannot take effect',
    );
  });

  it('refuses a queue of another region', () => {
    const app = new App();
    const there = new Stack(app, 'There', { env: { ...env, region: 'eu-north-1' } });
    const from = new WorkQueue(there, 'Orders');
    const here = new Stack(app, 'Here', { env });
    expect(() => new Subscription(here, 'Packing', { from, ...all })).toThrow(
      '[spillway:environment]',
    );
  });
});

describe('WorkQueue.fromAttributes', () => {
  const attributes = {
    queueArn: 'arn:aws:sqs:eu-west-1:111111111111:orders',
    deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:dead-letters',
    encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/k1',
  };
  const ofFifo = {
    queueArn: `${attributes.queueArn}.fifo`,
    deadLetterQueueArn: `${attributes.deadLetterQueueArn}.fifo`,
  };
  const imported = (given: WorkQueueAttributes) => {
    const of = stack({ env });
    return { of, work: WorkQueue.fromAttributes(of, 'Orders', given) };
  };

  it('takes what the owner gives, and makes nothing', () => {
    const owner = keyed({ fifo: true, contracts: [placed] });
    expect(owner.work.attributes).toEqual({
      queueArn: owner.work.queue?.queueArn,
      deadLetterQueueArn: owner.work.deadLetterQueue?.queueArn,
      encryptionKeyArn: owner.work.encryptionKey?.keyArn,
      fifo: true,
      contracts: [placed],
    });
    const { of, work: from } = imported(attributes);
    new Subscription(of, 'Packing', { from, ...all });
    expect(counts(of)).toEqual({});
  });

  it('grants producers, consumers and operators, and the use of the key', () => {
    const { of, work: from } = imported(attributes);
    from.grants.send(new Role(of, 'Checkout', { assumedBy: task }));
    const { grants } = new Subscription(of, 'Packing', { from, ...all });
    grants.consume(new Role(of, 'Packer', { assumedBy: task }));
    grants.redrive(new Role(of, 'Operator', { assumedBy: task }));
    const { queueArn, deadLetterQueueArn, encryptionKeyArn: key } = attributes;
    const onKey = (actions: string | string[], arns: string | string[]) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: key,
      Condition: { StringEquals: { [context]: arns } },
    });
    expect(statementsOf(of, 'Checkout')).toEqual([
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queueArn },
      onKey(['kms:Decrypt', 'kms:GenerateDataKey'], queueArn),
    ]);
    expect(statementsOf(of, 'Packer')).toEqual([
      { Effect: 'Allow', Action: consuming, Resource: queueArn },
      onKey('kms:Decrypt', queueArn),
    ]);
    expect(statementsOf(of, 'Operator')).toEqual([
      { Effect: 'Allow', Action: moving, Resource: deadLetterQueueArn },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queueArn },
      onKey(['kms:Decrypt', 'kms:GenerateDataKey'], [queueArn, deadLetterQueueArn]),
    ]);
  });

  it('refuses a redrive where the dead-letter queue is not known', () => {
    const { of, work: from } = imported({ queueArn: attributes.queueArn });
    expect(from.deadLetterQueue).toBeUndefined();
    const { grants } = new Subscription(of, 'Packing', { from, ...all });
    expect(() => grants.redrive(new Role(of, 'Operator', { assumedBy: task }))).toThrow(
      '[spillway:redrive-without-dead-letters]',
    );
  });

  it('knows a FIFO queue by its ending', () => {
    const { work } = imported(ofFifo);
    expect([work.fifo, work.queue?.fifo, work.deadLetterQueue?.fifo]).toEqual([true, true, true]);
    expect(imported(attributes).work.fifo).toBe(false);
  });

  it('has to be told the kind of a queue whose ARN is known only when deployed', () => {
    const of = stack({ env });
    const arn = (id: string) => new CfnParameter(of, id).valueAsString;
    const work = WorkQueue.fromAttributes(of, 'Orders', {
      queueArn: arn('QueueArn'),
      deadLetterQueueArn: arn('DeadLetterQueueArn'),
      encryptionKeyArn: arn('KeyArn'),
      fifo: true,
    });
    expect([work.fifo, work.queue?.fifo, work.deadLetterQueue?.fifo]).toEqual([true, true, true]);
    const { grants } = new Subscription(of, 'Packing', { from: work, ...all });
    grants.redrive(new Role(of, 'Operator', { assumedBy: task }));
    expect(statementsOf(of)).toEqual([
      { Effect: 'Allow', Action: moving, Resource: { Ref: 'DeadLetterQueueArn' } },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { Ref: 'QueueArn' } },
      expect.objectContaining({ Resource: { Ref: 'KeyArn' } }),
    ]);
  });

  it('refuses a second subscription', () => {
    const { of, work: from } = imported(attributes);
    new Subscription(of, 'Packing', { from, ...all });
    expect(() => new Subscription(of, 'Labels', { from, ...all })).toThrow(
      '[spillway:one-receiver]',
    );
  });

  test.each<[string, Partial<WorkQueueAttributes>, string]>([
    ['a name for the queue', { queueArn: 'orders' }, 'spillway:queue-arn'],
    ['a topic', { queueArn: 'arn:aws:sns:eu-west-1:111111111111:orders' }, 'spillway:queue-arn'],
    ['a standard queue said to be FIFO', { fifo: true }, 'spillway:queue-arn'],
    ['a FIFO queue said to be standard', { ...ofFifo, fifo: false }, 'spillway:queue-arn'],
    [
      'a FIFO dead-letter queue of a standard queue',
      { deadLetterQueueArn: ofFifo.deadLetterQueueArn },
      'spillway:dead-letter-queue-arn',
    ],
    [
      'a standard dead-letter queue of a FIFO queue',
      { queueArn: ofFifo.queueArn },
      'spillway:dead-letter-queue-arn',
    ],
    ['an empty text for an ARN', { deadLetterQueueArn: '' }, 'spillway:dead-letter-queue-arn'],
    [
      'an alias for the key',
      { encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:alias/a' },
      'spillway:key',
    ],
    [
      'a queue of another region',
      { queueArn: 'arn:aws:sqs:eu-north-1:111111111111:orders' },
      'spillway:environment',
    ],
    [
      'a queue of another account',
      { queueArn: 'arn:aws:sqs:eu-west-1:222222222222:orders' },
      'spillway:environment',
    ],
    ['a contract listed twice', { contracts: [placed, placed] }, 'spillway:contract-twice'],
  ])('refuses %s', (_, wrong, id) => {
    expect(() => imported({ ...attributes, ...wrong })).toThrow(`[${id}]`);
  });
});

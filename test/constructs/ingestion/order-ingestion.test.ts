import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  EventArchive,
  FifoTopic,
  type IChannel,
  OrderIngestion,
  type OrderIngestionProps,
  PolicyOwner,
  StandardTopic,
  Subscription,
  WorkQueue,
} from '../../../lib';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';

const contracts = [placed, cancelled];
const all = { events: [placed.all()] };
const task = new ServicePrincipal('ecs-tasks.amazonaws.com');

describe('OrderIngestion', () => {
  it('makes a bus of its own', () => {
    const of = stack();
    const orders = new OrderIngestion(of, 'Orders', { contracts });
    expect(orders.channel).toBe(orders.bus);
    expect(orders.bus?.contracts).toBe(contracts);
    expect(orders.bus?.attributes.busName).toMatch(/^Stack-Orders-Bus-/);
    expect(orders.deadLetterQueue).toBe(orders.channel.deadLetterQueue);
    expect(counts(of)['AWS::Events::EventBus']).toBe(1);
  });

  it('matches its snapshot, with a subscription', () => {
    const of = stack();
    new OrderIngestion(of, 'Orders', { contracts }).subscribe('Seattle', all);
    expect(Template.fromStack(of).toJSON()).toMatchSnapshot();
  });

  it('hands key, archive and removal policy to the bus, and its removal policy to what subscribes on it', () => {
    const of = stack();
    const encryptionKey = new Key(of, 'Key', { removalPolicy: RemovalPolicy.DESTROY });
    const archive = EventArchive.none();
    const removalPolicy = RemovalPolicy.DESTROY;
    const orders = new OrderIngestion(of, 'Orders', {
      contracts,
      encryptionKey,
      archive,
      removalPolicy,
    });
    orders.subscribe('Seattle', all);
    orders.subscribe('Boston', { ...all, removalPolicy: RemovalPolicy.RETAIN });
    expect(orders.encryptionKey).toBe(encryptionKey);
    expect(counts(of)['AWS::Events::Archive']).toBeUndefined();
    const policies = Object.entries(resources(of, 'AWS::SQS::Queue')).map(([id, one]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      one.DeletionPolicy,
    ]);
    expect(Object.fromEntries(policies)).toEqual({
      OrdersBusDeadLetters: 'Delete',
      OrdersBusEncryptionFailures: 'Delete',
      OrdersSeattleQueue: 'Delete',
      OrdersSeattleDeadLetters: 'Delete',
      OrdersBostonQueue: 'Retain',
      OrdersBostonDeadLetters: 'Retain',
    });
  });

  it('takes a channel of the user', () => {
    const of = stack();
    const channel = new ClassicBus(of, 'Bus');
    const orders = new OrderIngestion(of, 'Orders', { contracts, channel });
    expect(orders.channel).toBe(channel);
    expect(orders.bus).toBeUndefined();
    expect(counts(of)['AWS::Events::EventBus']).toBe(1);
  });

  it('takes a queue of the user where it has a removal policy', () => {
    const of = stack();
    const orders = new OrderIngestion(of, 'Orders', {
      contracts,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const queue = new Queue(of, 'Mine');
    expect(orders.subscribe('Seattle', { ...all, queue }).queue).toBe(queue);
  });

  it('hands its removal policy to subscriptions on a channel of the user too, and through an absent one', () => {
    const of = stack();
    const removalPolicy = RemovalPolicy.DESTROY;
    const orders = new OrderIngestion(of, 'Orders', {
      contracts,
      channel: new ClassicBus(of, 'Bus'),
      removalPolicy,
    });
    orders.subscribe('Seattle', { ...all, removalPolicy: undefined });
    const queues = Object.entries(resources(of, 'AWS::SQS::Queue'));
    const ofSeattle = queues.filter(([id]) => id.startsWith('OrdersSeattle'));
    expect(ofSeattle.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(['Delete', 'Delete']);
  });

  it('warns at 64 subscriptions on the default bus, which are seven resources each', () => {
    const of = stack();
    const orders = new OrderIngestion(of, 'Orders', {
      contracts,
      channel: ClassicBus.defaultBus(of, 'Bus'),
    });
    const warning = Match.stringLikeRegexp(
      '64 subscriptions of 448 resources given.*spillway:many-subscriptions',
    );
    for (let n = 1; n <= 66; n += 1) orders.subscribe(`Warehouse${n}`, all);
    const found = Annotations.fromStack(of).findWarning('/Stack/Orders', Match.anyValue());
    expect(found).toHaveLength(1);
    Annotations.fromStack(of).hasWarning('/Stack/Orders', warning);
  });

  it('tells what has to be added to policies that it cannot extend', () => {
    const of = stack({ env });
    const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k1');
    const policyOwner = PolicyOwner.ELSEWHERE;
    const orders = new OrderIngestion(of, 'Orders', { contracts, encryptionKey, policyOwner });
    expect(orders.requiredStatements()).toHaveLength(3);
  });

  it('is a channel for subscriptions in any stack', () => {
    const app = new App();
    const [one, other] = ['One', 'Other'].map((id) => new Stack(app, id)) as [Stack, Stack];
    const from = new OrderIngestion(one, 'Orders', { contracts });
    new Subscription(other, 'Seattle', { from, ...all });
    expect(counts(other)).toEqual({
      'AWS::Events::Rule': 1,
      'AWS::SQS::Queue': 2,
      'AWS::SQS::QueuePolicy': 2,
    });
  });

  it('warns at 90 subscriptions, and a stack holds 98 of them', () => {
    const of = stack();
    const orders = new OrderIngestion(of, 'Orders', { contracts });
    const warning = Match.stringLikeRegexp(
      '90 subscriptions of 450 resources given; a stack holds 500 resources.*spillway:many-subscriptions',
    );
    for (let n = 1; n <= 89; n += 1) orders.subscribe(`Warehouse${n}`, all);
    Annotations.fromStack(of).hasNoWarning('/Stack/Orders', warning);
    for (let n = 90; n <= 98; n += 1) orders.subscribe(`Warehouse${n}`, all);
    const again = stack();
    const many = new OrderIngestion(again, 'Orders', { contracts });
    for (let n = 1; n <= 98; n += 1) many.subscribe(`Warehouse${n}`, all);
    Annotations.fromStack(again).hasWarning('/Stack/Orders', warning);
    const total = Object.values(counts(again)).reduce((sum, count) => sum + count);
    expect(total).toBe(495);
  });

  describe('refuses', () => {
    const make = (props: object) => () => {
      const of = stack();
      return new OrderIngestion(of, 'Orders', { contracts, ...props });
    };
    const onChannel = (props: object) => () => {
      const of = stack();
      return new OrderIngestion(of, 'Orders', {
        contracts,
        channel: new ClassicBus(of, 'Bus'),
        ...props,
      });
    };

    test.each([
      ['no contract', make({ contracts: [] }), 'spillway:contract-none'],
      [
        'an archive on a channel of the user',
        onChannel({ archive: EventArchive.none() }),
        'archive: "an archive" given; it cannot take effect',
      ],
      [
        'a policy owner on a channel of the user',
        onChannel({ policyOwner: 'here' }),
        'policyOwner: "here" given; it cannot take effect',
      ],
      [
        'a subscription of an id that is taken',
        () => {
          const orders = make({})();
          orders.subscribe('Seattle', all);
          orders.subscribe('Seattle', all);
        },
        'id: "Seattle" is taken by a Subscription',
      ],
      [
        'a subscription called as its bus',
        () => make({})().subscribe('Bus', all),
        'id: "Bus" is taken by a ClassicBus',
      ],
      [
        'an event that it does not take in',
        () => make({})().subscribe('Seattle', { events: [shipped.all()] }),
        'spillway:contract-foreign',
      ],
    ])('%s', (_name, refused, message) => {
      expect(refused).toThrow(message);
    });

    it('contracts that its channel does not carry', () => {
      const of = stack();
      const channel = new ClassicBus(of, 'Bus', { contracts: [placed] });
      expect(() => new OrderIngestion(of, 'Orders', { contracts, channel })).toThrow(
        'shop.checkout order.cancelled.v1 given; this channel carries shop.checkout order.placed.v1',
      );
    });

    it('a key on a channel of the user', () => {
      const of = stack();
      const props = {
        contracts,
        channel: new ClassicBus(of, 'Bus'),
        encryptionKey: new Key(of, 'Key'),
      };
      expect(() => new OrderIngestion(of, 'Orders', props)).toThrow(
        'encryptionKey: "Stack/Key" given',
      );
    });
  });
});

describe('OrderIngestion on another channel', () => {
  const account = 'eu-west-1:111111111111';
  const makers: [string, (of: Stack) => IChannel, boolean, boolean][] = [
    ['a StandardTopic', (of) => new StandardTopic(of, 'Channel'), false, false],
    ['a FifoTopic', (of) => new FifoTopic(of, 'Channel'), true, false],
    ['a WorkQueue', (of) => new WorkQueue(of, 'Channel'), false, true],
    ['a FIFO WorkQueue', (of) => new WorkQueue(of, 'Channel', { fifo: true }), true, true],
    [
      'an imported FifoTopic',
      (of) =>
        FifoTopic.fromAttributes(of, 'Channel', {
          topicArn: `arn:aws:sns:${account}:orders.fifo`,
        }),
      true,
      false,
    ],
    [
      'an imported WorkQueue',
      (of) =>
        WorkQueue.fromAttributes(of, 'Channel', { queueArn: `arn:aws:sqs:${account}:orders` }),
      false,
      true,
    ],
  ];
  const on = (make: (of: Stack) => IChannel, props: Partial<OrderIngestionProps> = {}) => {
    const of = stack({ env });
    const channel = make(of);
    return {
      of,
      channel,
      orders: new OrderIngestion(of, 'Orders', { contracts, channel, ...props }),
    };
  };
  const both = { events: [placed.all(), cancelled.all()] };

  test.each(makers)('hands on what %s is', (_, make, fifo, isQueue) => {
    const { channel, orders } = on(make);
    expect(orders.bus).toBeUndefined();
    expect(orders.channel).toBe(channel);
    expect(orders.fifo ?? false).toBe(fifo);
    expect(orders.queue).toBe(channel.queue);
    expect(orders.queue !== undefined).toBe(isQueue);
    expect(orders.deadLetterQueue).toBe(channel.deadLetterQueue);
    expect(orders.encryptionKey).toBe(channel.encryptionKey);
    expect(orders.requiredStatements()).toEqual([]);
  });

  test.each(makers)('subscribes on %s, with queues of its kind', (_, make, fifo, isQueue) => {
    const { of, channel, orders } = on(make);
    const { queue } = orders.subscribe('Seattle', both);
    expect(queue.fifo).toBe(fifo);
    expect(queue === channel.queue).toBe(isQueue);
    expect(() => Template.fromStack(of)).not.toThrow();
  });

  test.each(makers)('grants producers of %s what it takes in', (_, make, _fifo, isQueue) => {
    const { of, orders } = on(make);
    orders.grants.send(new Role(of, 'Checkout', { assumedBy: task }));
    orders.grants.publish(new Role(of, 'Shop', { assumedBy: task }), placed);
    const actions = Object.values(resources(of, 'AWS::IAM::Policy')).map(
      ({ Properties }) => Properties.PolicyDocument.Statement[0].Action,
    );
    const action = isQueue ? 'sqs:SendMessage' : 'sns:Publish';
    expect(actions).toEqual([action, action]);
    expect(() =>
      orders.grants.publish(new Role(of, 'Other', { assumedBy: task }), shipped),
    ).toThrow('[spillway:contract-foreign]');
  });

  test.each([
    ['64', 'seven', 'FifoTopic', (of: Stack) => new FifoTopic(of, 'Channel')],
    ['90', 'five', 'StandardTopic', (of: Stack) => new StandardTopic(of, 'Channel')],
  ])('warns at %s subscriptions, of %s resources each, to a %s', (at, _, _kind, make) => {
    const { of, orders } = on(make);
    for (let n = 1; n < Number(at) + 3; n += 1) orders.subscribe(`Warehouse${n}`, all);
    const warned = Annotations.fromStack(of).findWarning('/Stack/Orders', Match.anyValue());
    expect(warned).toHaveLength(1);
    Annotations.fromStack(of).hasWarning(
      '/Stack/Orders',
      Match.stringLikeRegexp(
        `${at} subscriptions of .* resources given.*spillway:many-subscriptions`,
      ),
    );
  });

  it('counts what a delivery makes: it warns at 38 subscriptions of twelve resources', () => {
    const { of, orders } = on((scope) => new StandardTopic(scope, 'Channel'));
    const ordered = { ...all, delivery: Delivery.oneAtATime() };
    for (let n = 1; n <= 37; n += 1) orders.subscribe(`Warehouse${n}`, ordered);
    const warned = () => Annotations.fromStack(of).findWarning('/Stack/Orders', Match.anyValue());
    expect(warned()).toHaveLength(0);
    orders.subscribe('Warehouse38', ordered);
    expect(warned()[0]?.entry.data).toContain('38 subscriptions of 456 resources given');
  });

  it('refuses a second subscription to a WorkQueue, also past the ingestion', () => {
    const { of, channel, orders } = on((scope) => new WorkQueue(scope, 'Channel'));
    orders.subscribe('Packing', both);
    expect(() => orders.subscribe('Labels', both)).toThrow(
      'a second subscription given beside Stack/Orders/Packing',
    );
    expect(() => new Subscription(of, 'Labels', { from: channel, ...both })).toThrow(
      '[spillway:one-receiver]',
    );
  });

  it('refuses to leave out events of a WorkQueue, also those that the ingestion does not take in', () => {
    const carries = [placed, cancelled, shipped];
    const { orders } = on((scope) => new WorkQueue(scope, 'Channel', { contracts: carries }));
    expect(() => orders.subscribe('Packing', both)).toThrow(
      'events: order.shipped.v1 left out; SQS hands every message to whoever receives',
    );
    const narrow = on((scope) => new WorkQueue(scope, 'Channel')).orders;
    expect(() => narrow.subscribe('Packing', all)).toThrow('events: order.cancelled.v1 left out');
  });

  it('hands its removal policy to every queue that a subscription makes, and to no other', () => {
    const policiesOf = (of: Stack) =>
      Object.fromEntries(
        Object.entries(resources(of, 'AWS::SQS::Queue')).map(([id, { DeletionPolicy }]) => [
          id.replace(/[0-9A-F]{8}$/, ''),
          DeletionPolicy,
        ]),
      );
    const removalPolicy = RemovalPolicy.DESTROY;
    const fifo = on((scope) => new FifoTopic(scope, 'Channel'), { removalPolicy });
    fifo.orders.subscribe('Seattle', all);
    expect(policiesOf(fifo.of)).toEqual({
      OrdersSeattleDeadLetters: 'Delete',
      OrdersSeattleQueue: 'Delete',
      OrdersSeattleUndelivered: 'Delete',
    });
    const standard = on((scope) => new StandardTopic(scope, 'Channel'), { removalPolicy });
    standard.orders.subscribe('Seattle', all);
    expect(policiesOf(standard.of)).toEqual({
      ChannelDeadLetters: 'RetainExceptOnCreate',
      OrdersSeattleDeadLetters: 'Delete',
      OrdersSeattleQueue: 'Delete',
    });
    const work = on((scope) => new WorkQueue(scope, 'Channel'));
    const delivery = Delivery.oneAtATime();
    work.orders.subscribe('Packing', { ...both, delivery, removalPolicy });
    expect(policiesOf(work.of)).toEqual({
      ChannelDeadLetters: 'RetainExceptOnCreate',
      ChannelQueue: 'RetainExceptOnCreate',
      OrdersPackingOneAtATimeDeadLetters: 'Delete',
      OrdersPackingOneAtATimeQueue: 'Delete',
    });
  });

  test.each([
    ['a WorkQueue', (of: Stack) => new WorkQueue(of, 'Channel')],
    [
      'a WorkQueue of another app',
      (of: Stack) =>
        WorkQueue.fromAttributes(of, 'Channel', { queueArn: `arn:aws:sqs:${account}:orders` }),
    ],
  ])('refuses a removal policy beside %s, which nothing would have', (_, make) => {
    expect(() => on(make, { removalPolicy: RemovalPolicy.DESTROY })).toThrow(
      /removalPolicy: "destroy" given; it cannot take effect on a channel that is a queue\. .*on subscribe\. \[spillway:option-without-effect\]/,
    );
  });

  it('hands its removal policy to the rule dead-letter queue of a queue of the user on the default bus', () => {
    const removalPolicy = RemovalPolicy.DESTROY;
    const { of, orders } = on((scope) => ClassicBus.defaultBus(scope, 'Channel'), {
      removalPolicy,
    });
    orders.subscribe('Seattle', { ...all, queue: new Queue(of, 'Mine') });
    const made = resource(of, 'AWS::SQS::Queue', 'OrdersSeattleRuleDeadLetters');
    expect(made.DeletionPolicy).toBe('Delete');
  });

  test.each<[string, (of: Stack) => Partial<OrderIngestionProps>]>([
    ['encryptionKey', (of) => ({ encryptionKey: new Key(of, 'Key') })],
    ['archive', () => ({ archive: EventArchive.none() })],
    ['policyOwner', () => ({ policyOwner: PolicyOwner.ELSEWHERE })],
  ])('refuses %s, which belongs to the channel', (prop, propsIn) => {
    const of = stack({ env });
    const channel = new FifoTopic(of, 'Channel');
    expect(() => new OrderIngestion(of, 'Orders', { contracts, channel, ...propsIn(of) })).toThrow(
      new RegExp(`${prop}: .* given; it cannot take effect on a channel of your own`),
    );
  });

  it('refuses contracts that the channel does not carry', () => {
    const make = (of: Stack) => new WorkQueue(of, 'Channel', { contracts: [placed] });
    expect(() => on(make)).toThrow('[spillway:contract-foreign]');
  });
});

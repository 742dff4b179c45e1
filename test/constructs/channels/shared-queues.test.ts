import { App, Stack as CdkStack, type Stack, Stage } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  FifoTopic,
  OrderIngestion,
  StandardTopic,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
} from '../../../lib';
import { cancelled, placed } from '../../support/contracts';
import { env, stack } from '../../support/stacks';

const all = { events: [placed.all()] };
const account = 'eu-west-1:111111111111';
const queueArn = `arn:aws:sqs:${account}:orders`;

const pushIn = (of: Stack, id = 'Packer') =>
  Delivery.push(
    new LambdaFunction(of, id, {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
    }),
  );

/** What lets a function work for as long as CDK says unasked: 3 seconds. */
const queueIn = (of: Stack, id = 'Own') =>
  new Queue(of, id, { deadLetterQueue: { queue: new Queue(of, `${id}Dead`), maxReceiveCount: 5 } });

describe('a queue that a topic delivers to already', () => {
  it('is refused, for the same topic', () => {
    const of = stack({ env });
    const from = new StandardTopic(of, 'Orders');
    const queue = queueIn(of);
    new Subscription(of, 'Placed', { from, ...all, queue });
    const events = [cancelled.all()];
    expect(() => new Subscription(of, 'Cancelled', { from, events, queue })).toThrow(
      'queue: Stack/Own given, to which Stack/Orders delivers for Stack/Placed; a topic delivers to a queue by one subscription, with one filter. Name all events in one subscription, or leave queue out. [spillway:queue-twice]',
    );
  });

  it('is refused where the topic or the queue is imported twice', () => {
    const of = stack({ env });
    const topic = (id: string) =>
      FifoTopic.fromAttributes(of, id, { topicArn: `arn:aws:sns:${account}:orders.fifo` });
    const policyOwner = 'elsewhere' as SubscriptionOptions['policyOwner'];
    const queue = (id: string) => Queue.fromQueueArn(of, id, `${queueArn}.fifo`);
    const one = { ...all, policyOwner, from: topic('Orders'), queue: queue('Own') };
    new Subscription(of, 'Placed', one);
    const other = { ...all, policyOwner, from: topic('Again'), queue: queue('OwnAgain') };
    expect(() => new Subscription(of, 'Cancelled', other)).toThrow('[spillway:queue-twice]');
  });

  it('is refused through an ingestion too', () => {
    const of = stack({ env });
    const channel = new StandardTopic(of, 'Topic');
    const orders = new OrderIngestion(of, 'Orders', { contracts: [placed], channel });
    const queue = queueIn(of);
    orders.subscribe('Placed', { ...all, queue });
    expect(() => new Subscription(of, 'Again', { from: channel, ...all, queue })).toThrow(
      '[spillway:queue-twice]',
    );
  });

  it('takes the events of another topic and of a bus: one consumer pulls them all', () => {
    const of = stack({ env });
    const queue = queueIn(of);
    new Subscription(of, 'A', { from: new StandardTopic(of, 'One'), ...all, queue });
    new Subscription(of, 'B', { from: new StandardTopic(of, 'Two'), ...all, queue });
    const from = new ClassicBus(of, 'Bus');
    new Subscription(of, 'C', { from, ...all, queue });
    new Subscription(of, 'D', { from, events: [cancelled.all()], queue });
    expect(
      () => new Subscription(of, 'E', { from, ...all, queue, delivery: pushIn(of) }),
    ).not.toThrow();
  });
});

describe('a queue that is pushed or piped from already', () => {
  const taking: [string, (of: Stack) => Delivery, string][] = [
    ['push', (of) => pushIn(of, 'Other'), 'Delivery.push'],
    ['oneAtATime', () => Delivery.oneAtATime(), 'Delivery.oneAtATime'],
  ];
  const pairs = taking.flatMap(([first, before, named]) =>
    taking.map(([second, after]) => ({ first, before, named, second, after })),
  );

  test.each(pairs)('is refused: $second behind $first', ({ before, named, after }) => {
    const of = stack({ env });
    const bus = new ClassicBus(of, 'Bus');
    const { arrivalQueue: queue } = new Subscription(of, 'Placed', {
      from: bus,
      ...all,
      delivery: before(of),
    });
    const from = new StandardTopic(of, 'Topic');
    const second = { from, ...all, queue, delivery: after(new CdkStack(of, 'Nested', { env })) };
    expect(() => new Subscription(of, 'Second', second)).toThrow(
      `queue: Stack/Placed/Queue given, which ${named} of Stack/Placed takes from; each message goes to one receiver, so that two subscriptions would take events from each other.`,
    );
  });

  it('is refused where it is a WorkQueue that another subscription pushes from', () => {
    const of = stack({ env });
    const work = new WorkQueue(of, 'Work');
    const topic = new StandardTopic(of, 'Topic');
    const { queue } = work;
    new Subscription(of, 'First', { from: topic, ...all, queue, delivery: Delivery.oneAtATime() });
    expect(
      () => new Subscription(of, 'Second', { from: work, ...all, delivery: Delivery.oneAtATime() }),
    ).toThrow(
      /from: Stack\/Work\/Queue given, which Delivery\.oneAtATime of Stack\/First takes from[\s\S]*\[spillway:one-receiver\]/,
    );
    expect(() => new Subscription(of, 'Pulled', { from: work, ...all })).not.toThrow();
  });

  it('is taken by a subscription that only delivers to it', () => {
    const of = stack({ env });
    const queue = queueIn(of);
    const from = new ClassicBus(of, 'Bus');
    new Subscription(of, 'A', { from, ...all, queue, delivery: Delivery.oneAtATime() });
    const topic = new StandardTopic(of, 'Topic');
    expect(() => new Subscription(of, 'B', { from: topic, ...all, queue })).not.toThrow();
  });

  it('is not known by a subscription that was refused', () => {
    const of = stack({ env });
    const queue = queueIn(of);
    const from = new ClassicBus(of, 'Bus', { contracts: [placed] });
    const delivery = Delivery.oneAtATime();
    const events = [cancelled.all()];
    expect(() => new Subscription(of, 'A', { from, events, queue, delivery })).toThrow(
      '[spillway:contract-foreign]',
    );
    expect(() => new Subscription(of, 'B', { from, ...all, queue, delivery })).not.toThrow();
  });
});

describe('a dead-letter queue', () => {
  const ofChannels: [string, (of: Stack) => Queue][] = [
    ['of a bus', (of) => new ClassicBus(of, 'Bus').deadLetterQueue as Queue],
    ['of a topic', (of) => new StandardTopic(of, 'Topic').deadLetterQueue as Queue],
    ['of a work queue', (of) => new WorkQueue(of, 'Work').deadLetterQueue as Queue],
    [
      'of a subscription',
      (of) => {
        const from = new ClassicBus(of, 'Bus');
        return new Subscription(of, 'First', { from, ...all }).deadLetterQueue as Queue;
      },
    ],
  ];

  test.each(ofChannels)('is refused as a queue: that %s', (_, made) => {
    const of = stack({ env });
    const from = new StandardTopic(of, 'Orders');
    expect(() => new Subscription(of, 'Seattle', { from, ...all, queue: made(of) })).toThrow(
      /queue: Stack\/\w+\/DeadLetters, a dead-letter queue, given; .* \[spillway:dead-letter-queue-consumed\]/,
    );
  });

  it('is refused where its topic and it are imported', () => {
    const of = stack({ env });
    const topicArn = `arn:aws:sns:${account}:orders`;
    const from = StandardTopic.fromAttributes(of, 'Orders', {
      topicArn,
      deadLetterQueueArn: queueArn,
    });
    const queue = Queue.fromQueueArn(of, 'Dead', queueArn);
    expect(() => new Subscription(of, 'Seattle', { from, ...all, queue })).toThrow(
      '[spillway:dead-letter-queue-consumed]',
    );
  });
});

describe('a work queue of another app', () => {
  const importIn = (of: Stack, id: string) => WorkQueue.fromAttributes(of, id, { queueArn });

  it('has one subscription, in however many imports', () => {
    const app = new App();
    const [one, other] = [new CdkStack(app, 'One', { env }), new CdkStack(app, 'Other', { env })];
    new Subscription(one, 'Packing', { from: importIn(one, 'Work'), ...all });
    const from = importIn(other, 'Work');
    expect(() => new Subscription(other, 'Labels', { from, ...all })).toThrow(
      /from: a second subscription given beside One\/Packing; [\s\S]*\[spillway:one-receiver\]/,
    );
  });

  it('is that of its owner where both stand in one app', () => {
    const of = stack({ env });
    const work = new WorkQueue(of, 'Work');
    new Subscription(of, 'Packing', { from: work, ...all });
    const from = WorkQueue.fromAttributes(of, 'Again', work.attributes);
    expect(() => new Subscription(of, 'Labels', { from, ...all })).toThrow(
      '[spillway:one-receiver]',
    );
  });

  it('may have one in each app, and another queue may, too', () => {
    for (const app of [new App(), new App()]) {
      const of = new CdkStack(new Stage(app, 'Stage'), 'Stack', { env });
      new Subscription(of, 'Packing', { from: importIn(of, 'Work'), ...all });
      const from = WorkQueue.fromAttributes(of, 'Other', { queueArn: `${queueArn}-other` });
      expect(() => new Subscription(of, 'Labels', { from, ...all })).not.toThrow();
    }
  });
});

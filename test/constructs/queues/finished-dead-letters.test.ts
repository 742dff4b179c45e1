import { App, Aspects, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { CfnQueue, type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { ClassicBus, FifoTopic, StandardTopic, Subscription, WorkQueue } from '../../../lib';
import { placed } from '../../support/contracts';

const all = { events: [placed.all()] };

const made = (fifo = false) => {
  const app = new App();
  const of = new Stack(app, 'Stack');
  const from = fifo ? new FifoTopic(of, 'Orders') : new ClassicBus(of, 'Orders');
  new Subscription(of, 'Seattle', { from, ...all });
  return app;
};

const change = (app: App, path: string, how: (queue: CfnQueue) => void): App => {
  Aspects.of(app).add({
    visit: (node) => {
      if (node instanceof CfnQueue && node.node.path === `Stack/${path}/Resource`) how(node);
    },
  });
  return app;
};

const retention = (seconds: number) => (queue: CfnQueue) => {
  queue.messageRetentionPeriod = seconds;
};
const receives = (count: unknown) => (queue: CfnQueue) =>
  queue.addPropertyOverride('RedrivePolicy.maxReceiveCount', count);

describe.each([
  ['a bus', false],
  ['a FIFO topic', true],
])('the finished queue of a subscription to %s, at synth', (_, fifo) => {
  const ofQueue: [string, (queue: CfnQueue) => void, string][] = [
    [
      'a retention that is over before the last receive',
      retention(150),
      'RedrivePolicy: 5 receives of 30 seconds became 150 seconds of retention after the queue was made; an event is set aside before SQS deletes it',
    ],
    [
      'a visibility timeout at which the retention is over first',
      (queue) => {
        queue.visibilityTimeout = 43_200;
        queue.messageRetentionPeriod = 86_400;
      },
      '5 receives of 43200 seconds became 86400 seconds of retention',
    ],
    [
      'the visibility timeout that SQS has unasked',
      (queue) => {
        queue.addPropertyDeletionOverride('VisibilityTimeout');
        queue.messageRetentionPeriod = 60;
      },
      '5 receives of 30 seconds became 60 seconds of retention',
    ],
    [
      'more receives than SQS counts',
      receives(5000),
      'RedrivePolicy: maxReceiveCount became 5000 after the queue was made; SQS takes 1 to 1000 receives',
    ],
    [
      'a retention that is given as a text',
      (queue) => queue.addPropertyOverride('MessageRetentionPeriod', '60'),
      'became 60 seconds of retention',
    ],
    [
      'the retention that SQS has unasked, where it is over first',
      (queue) => {
        queue.visibilityTimeout = 43_200;
        queue.addPropertyDeletionOverride('MessageRetentionPeriod');
        queue.addPropertyOverride('RedrivePolicy.maxReceiveCount', 8);
      },
      '8 receives of 43200 seconds became 345600 seconds of retention',
    ],
    ['no receive', receives(0), 'maxReceiveCount became 0'],
    ['half a receive', receives(1.5), '[spillway:max-receive-count]'],
    [
      'a name of the other kind',
      (queue) => {
        queue.queueName = fifo ? 'seattle' : 'seattle.fifo';
      },
      'Queue: was named seattle',
    ],
  ];

  test.each(ofQueue)('refuses %s', (_name, how, message) => {
    expect(() => change(made(fifo), 'Seattle/Queue', how).synth()).toThrow(message);
  });

  const ofDeadLetters: [string, unknown, string][] = [
    ['from no queue', { redrivePermission: 'denyAll' }, 'RedriveAllowPolicy: became denyAll'],
    [
      'from other queues',
      { redrivePermission: 'byQueue', sourceQueueArns: ['arn:aws:sqs:eu-west-1:1:other'] },
      'RedriveAllowPolicy: became byQueue after the dead-letter queue was made; its queue may set aside in it',
    ],
  ];

  test.each(ofDeadLetters)(
    'refuses a dead-letter queue that takes %s',
    (_name, policy, message) => {
      const app = change(made(fifo), 'Seattle/DeadLetters', (queue) => {
        queue.redriveAllowPolicy = policy;
      });
      expect(() => app.synth()).toThrow(message);
    },
  );

  it('takes a retention in which it sets aside, other receives, and a name of its kind', () => {
    const app = change(made(fifo), 'Seattle/Queue', (queue) => {
      queue.messageRetentionPeriod = 151;
      queue.queueName = fifo ? 'seattle.fifo' : 'seattle';
    });
    expect(() => app.synth()).not.toThrow();
    expect(() => change(made(fifo), 'Seattle/Queue', receives(1000)).synth()).not.toThrow();
  });

  it('takes a dead-letter queue that names it', () => {
    const app = change(made(fifo), 'Seattle/DeadLetters', (queue) => {
      const of = Stack.of(queue).node.findChild('Seattle').node.findChild('Queue') as Queue;
      const { partition, region, account } = Stack.of(queue);
      queue.redriveAllowPolicy = {
        redrivePermission: 'byQueue',
        sourceQueueArns: [`arn:${partition}:sqs:${region}:${account}:other`, of.queueArn],
      };
    });
    expect(() => app.synth()).not.toThrow();
  });
});

describe('a finished standard topic, at synth', () => {
  const named = (topicName: string) => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    new StandardTopic(of, 'Orders');
    Aspects.of(app).add({
      visit: (node) => {
        if (node instanceof CfnTopic) node.topicName = topicName;
      },
    });
    return app;
  };

  it('refuses a name that only a FIFO topic has', () => {
    expect(() => named('orders.fifo').synth()).toThrow(
      'Topic: was given a name that ends in .fifo, which AWS takes of FIFO topics only after it was made',
    );
    expect(() => named('orders').synth()).not.toThrow();
  });
});

describe('a queue that was brought along, at synth', () => {
  const brought = (fifo: boolean | undefined, dead: (of: Stack) => IQueue) => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    const deadLetterQueue = { queue: dead(of), maxReceiveCount: 5 };
    const queue = new Queue(of, 'Own', { fifo, deadLetterQueue });
    const from = fifo ? new FifoTopic(of, 'Orders') : new StandardTopic(of, 'Orders');
    new Subscription(of, 'Seattle', { from, ...all, queue });
    return app;
  };
  const arn = 'arn:aws:sqs:eu-west-1:111111111111:dead';

  test.each<[string, boolean | undefined, (of: Stack) => IQueue, string]>([
    [
      'FIFO, with a standard dead-letter queue',
      true,
      (of) => new Queue(of, 'Dead'),
      'Own: has a standard dead-letter queue, Stack/Dead; a FIFO queue sets aside in a queue of its own kind. Give it a dead-letter queue with fifo: true. [spillway:queue-fifo]',
    ],
    [
      'standard, with a FIFO dead-letter queue',
      undefined,
      (of) => new Queue(of, 'Dead', { fifo: true }),
      'Own: has a FIFO dead-letter queue',
    ],
    [
      'FIFO, with an imported standard dead-letter queue',
      true,
      (of) => Queue.fromQueueArn(of, 'Dead', arn),
      'Own: has a standard dead-letter queue',
    ],
  ])('is refused: %s', (_, fifo, dead, message) => {
    expect(() => brought(fifo, dead).synth()).toThrow(message);
  });

  test.each<[string, boolean | undefined, (of: Stack) => IQueue]>([
    ['FIFO, with a FIFO one', true, (of) => new Queue(of, 'Dead', { fifo: true })],
    ['standard, with a standard one', undefined, (of) => new Queue(of, 'Dead')],
    [
      'FIFO, with one that only the deployment knows',
      true,
      (of) => Queue.fromQueueArn(of, 'Dead', new CfnParameter(of, 'Arn').valueAsString),
    ],
  ])('is taken: %s', (_, fifo, dead) => {
    expect(() => brought(fifo, dead).synth()).not.toThrow();
  });
});

describe('the finished queue of a WorkQueue, at synth', () => {
  it('judges no number that only the deployment knows', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    const number = (id: string) => new CfnParameter(of, id, { type: 'Number' }).valueAsNumber;
    new WorkQueue(of, 'Orders', {
      maxReceiveCount: number('Receives'),
      retention: Duration.seconds(number('Retention')),
      visibilityTimeout: Duration.seconds(number('Hidden')),
    });
    expect(() => app.synth()).not.toThrow();
  });

  it('refuses what the props of it refuse', () => {
    const app = new App();
    new WorkQueue(new Stack(app, 'Stack'), 'Orders');
    expect(() => change(app, 'Orders/Queue', retention(60)).synth()).toThrow(
      '[spillway:retention]',
    );
  });
});

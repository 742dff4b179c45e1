import {
  App,
  Aspects,
  type InjectionContext,
  type IPropertyInjector,
  PropertyInjectors,
  Stack,
} from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnTopic, FifoThroughputScope, Topic, type TopicProps } from 'aws-cdk-lib/aws-sns';
import {
  CfnQueue,
  CfnQueuePolicy,
  DeduplicationScope,
  Queue,
  QueueEncryption,
  type QueueProps,
} from 'aws-cdk-lib/aws-sqs';
import { Delivery, FifoTopic, OnPoison, Subscription, WorkQueue } from '../../../lib';
import { placed } from '../../support/contracts';

class EveryQueue implements IPropertyInjector {
  readonly constructUniqueId = Queue.PROPERTY_INJECTION_ID;
  constructor(private readonly injected: (id: string) => QueueProps) {}
  inject(props: QueueProps, { id }: InjectionContext): QueueProps {
    return { ...props, ...this.injected(id) };
  }
}

class EveryTopic implements IPropertyInjector {
  readonly constructUniqueId = Topic.PROPERTY_INJECTION_ID;
  constructor(private readonly injected: TopicProps) {}
  inject(props: TopicProps): TopicProps {
    return { ...props, ...this.injected };
  }
}

const all = { events: [placed.all()] };

/** What CDK takes of a standard queue. */
const standard: QueueProps = {
  fifo: undefined,
  deduplicationScope: undefined,
  fifoThroughputLimit: undefined,
  contentBasedDeduplication: undefined,
};

/** Each makes FIFO queues that hold: the consumer's is `Seattle/.../Queue`, or that of the channel. */
const makers: Readonly<Record<string, { make: (of: Stack) => void; path: string }>> = {
  FifoTopic: {
    make: (of) => {
      const from = new FifoTopic(of, 'Orders');
      new Subscription(of, 'Seattle', { from, ...all, onPoison: OnPoison.HOLD });
    },
    path: 'Stack/Seattle',
  },
  WorkQueue: {
    make: (of) => {
      const from = new WorkQueue(of, 'Orders', { fifo: true, onPoison: OnPoison.HOLD });
      new Subscription(of, 'Seattle', { from, ...all });
    },
    path: 'Stack/Orders',
  },
};
const names = Object.keys(makers);

const made = (name: string, injectors: IPropertyInjector[] = []) => {
  const { make, path } = makers[name] ?? { make: () => undefined, path: '' };
  const app = new App({ propertyInjectors: injectors });
  const of = new Stack(app, 'Stack');
  make(of);
  return { app, of, path };
};

/** An Aspect on the queue that a consumer works on, or on its dead-letter queue. */
function changeQueue(app: App, path: string, id: string, how: (queue: CfnQueue) => void): void {
  Aspects.of(app).add({
    visit: (node) => {
      if (node instanceof CfnQueue && node.node.path === `${path}/${id}/Resource`) how(node);
    },
  });
}

describe.each(names)('the finished FIFO queues of a %s, at synth', (name) => {
  it('are as they were asked for', () => {
    expect(() => made(name).app.synth()).not.toThrow();
  });

  it('leave a change alone that loses nothing', () => {
    const { app, path } = made(name, [
      new EveryQueue(() => ({ maxMessageSizeBytes: 262_144, contentBasedDeduplication: true })),
    ]);
    changeQueue(app, path, 'Queue', (queue) => {
      queue.visibilityTimeout = 60;
      queue.receiveMessageWaitTimeSeconds = 5;
    });
    expect(() => app.synth()).not.toThrow();
  });

  const injected: [string, (id: string) => QueueProps, string][] = [
    [
      'a standard queue',
      (id) => (id === 'Queue' ? { ...standard } : {}),
      'Queue: became a standard queue after it was made',
    ],
    [
      'a standard dead-letter queue',
      (id) => (id === 'DeadLetters' ? { ...standard } : {}),
      'DeadLetters: became a standard queue after it was made',
    ],
    [
      'the AWS managed key',
      () => ({ encryption: QueueEncryption.KMS_MANAGED }),
      'spillway:queue-kms-managed',
    ],
    [
      'no dead-letter queue',
      (id) => (id === 'Queue' ? { deadLetterQueue: undefined } : {}),
      'RedrivePolicy: was taken away',
    ],
    [
      'duplicates told across the queue, and a throughput for each group',
      () => ({ deduplicationScope: DeduplicationScope.QUEUE }),
      'lost its DeduplicationScope',
    ],
  ];

  test.each(injected)('refuse what a property injector made of them: %s', (_, how, message) => {
    expect(() => made(name, [new EveryQueue(how)]).app.synth()).toThrow(message);
  });

  const changes: [string, string, (queue: CfnQueue) => void, string][] = [
    [
      'a standard queue, by an Aspect',
      'Queue',
      (queue) => {
        queue.fifoQueue = undefined;
      },
      'spillway:queue-fifo',
    ],
    [
      'a standard dead-letter queue, by an override',
      'DeadLetters',
      (queue) => queue.addPropertyDeletionOverride('FifoQueue'),
      'spillway:queue-fifo',
    ],
    [
      'another key',
      'Queue',
      (queue) => {
        queue.kmsMasterKeyId = 'alias/other';
      },
      'spillway:queue-key',
    ],
    [
      'no redrive',
      'Queue',
      (queue) => queue.addPropertyDeletionOverride('RedrivePolicy'),
      'spillway:queue-dead-letters',
    ],
    [
      'another dead-letter queue',
      'Queue',
      (queue) => queue.addPropertyOverride('RedrivePolicy.deadLetterTargetArn', 'arn:other'),
      'RedrivePolicy: names another dead-letter queue than was made for it',
    ],
    [
      'fewer receives than HOLD has, by an override',
      'Queue',
      (queue) => queue.addPropertyOverride('RedrivePolicy.maxReceiveCount', 5),
      'onPoison: receives became 5 after the queue was made; OnPoison.HOLD receives an event 1000 times',
    ],
    [
      'fewer receives than HOLD has, by an Aspect',
      'Queue',
      (queue) => {
        const policy = queue.redrivePolicy as { deadLetterTargetArn: string };
        queue.redrivePolicy = { ...policy, maxReceiveCount: 3 };
      },
      'onPoison: receives became 3 after the queue was made',
    ],
    [
      'a visibility timeout at which HOLD outlasts the retention',
      'Queue',
      (queue) => {
        queue.visibilityTimeout = 1210;
      },
      'onPoison: an event is held for 1210000 of 1209600 seconds',
    ],
    [
      'a retention that ends before HOLD does',
      'Queue',
      (queue) => {
        queue.messageRetentionPeriod = 30_000;
      },
      'onPoison: an event is held for 30000 of 30000 seconds',
    ],
    [
      'a dead-letter queue that keeps for less time than the queue',
      'DeadLetters',
      (queue) => {
        queue.messageRetentionPeriod = 3600;
      },
      'what is set aside would be lost before what still waits',
    ],
  ];

  test.each(changes)('refuse %s', (_, id, how, message) => {
    const { app, path } = made(name);
    changeQueue(app, path, id, how);
    expect(() => app.synth()).toThrow(message);
  });

  it('refuse a property injector of one scope, as of the app', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    PropertyInjectors.of(of).add(new EveryQueue(() => standard));
    makers[name]?.make(of);
    expect(() => app.synth()).toThrow('[spillway:queue-fifo]');
  });
});

describe('the finished queue that sets aside, at synth', () => {
  it('takes another number of receives: how often is its owner to say', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    new WorkQueue(of, 'Orders', { fifo: true });
    changeQueue(app, 'Stack/Orders', 'Queue', (queue) =>
      queue.addPropertyOverride('RedrivePolicy.maxReceiveCount', 9),
    );
    expect(() => app.synth()).not.toThrow();
  });

  it('takes the policy of its producers and consumers: no service sends', () => {
    const app = new App();
    new WorkQueue(new Stack(app, 'Stack'), 'Orders');
    Aspects.of(app).add({
      visit: (node) => {
        if (node instanceof CfnQueuePolicy) {
          node.policyDocument = { Version: '2012-10-17', Statement: [] };
        }
      },
    });
    expect(() => app.synth()).not.toThrow();
  });
});

describe('the finished queue of Delivery.oneAtATime, at synth', () => {
  it('refuses to tell duplicates no longer: a pipe sends no deduplication id', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    const from = new WorkQueue(of, 'Orders');
    const { queue } = new Subscription(of, 'Seattle', {
      from,
      ...all,
      delivery: Delivery.oneAtATime(),
    });
    const resource = queue.node.defaultChild as CfnQueue;
    resource.addPropertyDeletionOverride('ContentBasedDeduplication');
    expect(() => app.synth()).toThrow(
      'Queue: lost its ContentBasedDeduplication after it was made; its messages bring no deduplication id',
    );
  });
});

describe('a finished FIFO topic, at synth', () => {
  const topicIn = (injectors: IPropertyInjector[] = []) => {
    const app = new App({ propertyInjectors: injectors });
    const of = new Stack(app, 'Stack');
    const from = new FifoTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    new Subscription(of, 'Seattle', { from, ...all });
    return app;
  };

  const changes: [string, (topic: CfnTopic) => void, string][] = [
    [
      'a standard topic',
      (topic) => {
        topic.fifoTopic = undefined;
      },
      'became a standard topic',
    ],
    [
      'another key',
      (topic) => {
        topic.kmsMasterKeyId = 'alias/other';
      },
      'was given another key',
    ],
    ['no key', (topic) => topic.addPropertyDeletionOverride('KmsMasterKeyId'), 'lost its own'],
    [
      'no name, which CloudFormation would make up without the ending',
      (topic) => {
        topic.topicName = undefined;
      },
      'lost its name that ends in .fifo',
    ],
    [
      'a name without the ending',
      (topic) => topic.addPropertyOverride('TopicName', 'corp-orders'),
      'lost its name that ends in .fifo',
    ],
    [
      'a subscription of its own',
      (topic) =>
        topic.addPropertyOverride('Subscription', [{ Protocol: 'sqs', Endpoint: 'arn:other' }]),
      'was given a subscription of its own',
    ],
  ];

  test.each(changes)('refuses %s, by an Aspect', (_, how, message) => {
    const app = topicIn();
    Aspects.of(app).add({
      visit: (node) => {
        if (node instanceof CfnTopic) how(node);
      },
    });
    expect(() => app.synth()).toThrow(new RegExp(`${message}[\\s\\S]*\\[spillway:topic\\]`));
  });

  const ofUndelivered: [string, (queue: CfnQueue) => void, string][] = [
    [
      'became standard',
      (queue) => {
        queue.fifoQueue = undefined;
      },
      'spillway:queue-fifo',
    ],
    [
      'lost its key',
      (queue) => {
        queue.kmsMasterKeyId = undefined;
      },
      'spillway:queue-key',
    ],
    [
      'no longer lets the topic send',
      (queue) => {
        const policy = queue.node.scope?.node.findChild('Policy').node.defaultChild;
        (policy as CfnQueuePolicy).policyDocument = { Version: '2012-10-17', Statement: [] };
      },
      'spillway:queue-policy',
    ],
  ];

  test.each(ofUndelivered)(
    'refuses that the queue of what it could not deliver %s',
    (_, how, id) => {
      const app = topicIn();
      changeQueue(app, 'Stack/Seattle', 'Undelivered', how);
      expect(() => app.synth()).toThrow(new RegExp(`Stack/Seattle[\\s\\S]*\\[${id}\\]`));
    },
  );

  it('refuses a standard topic that a property injector made of it', () => {
    const injected = { fifo: undefined, fifoThroughputScope: undefined, topicName: 'orders' };
    const injector = new EveryTopic({ ...injected, contentBasedDeduplication: undefined });
    expect(() => topicIn([injector]).synth()).toThrow('[spillway:topic]');
  });

  it('takes another throughput and another name: nothing is lost by them', () => {
    const injector = new EveryTopic({
      fifoThroughputScope: FifoThroughputScope.TOPIC,
      topicName: 'corp-orders.fifo',
    });
    expect(() => topicIn([injector]).synth()).not.toThrow();
  });
});

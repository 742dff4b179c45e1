import {
  App,
  Aspects,
  type CfnResource,
  type InjectionContext,
  type IPropertyInjector,
  PropertyInjectors,
  Stack,
} from 'aws-cdk-lib';
import { CfnEventBus, CfnRule, EventBus, type EventBusProps } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  CfnQueue,
  CfnQueuePolicy,
  Queue,
  QueueEncryption,
  type QueueProps,
} from 'aws-cdk-lib/aws-sqs';
import { ClassicBus, Subscription } from '../../../lib';
import { placed } from '../../support/contracts';

interface Made {
  readonly app: App;
  readonly of: Stack;
  readonly bus: ClassicBus;
  readonly subscription: Subscription;
}

function made(app = new App(), withKey = false): Made {
  const of = new Stack(app, 'Stack');
  const encryptionKey = withKey ? new Key(of, 'Key') : undefined;
  const bus = new ClassicBus(of, 'Orders', { encryptionKey });
  const subscription = new Subscription(of, 'Seattle', { from: bus, events: [placed.all()] });
  return { app, of, bus, subscription };
}

/** An Aspect on every resource of a type, by the id of the construct around it. */
function change<R extends CfnResource>(
  { app }: Made,
  type: new (...args: never[]) => R,
  path: string,
  how: (resource: R) => void,
): void {
  Aspects.of(app).add({
    visit: (node) => {
      if (node instanceof type && node.node.path.includes(path)) how(node);
    },
  });
}

class EveryQueue implements IPropertyInjector {
  readonly constructUniqueId = Queue.PROPERTY_INJECTION_ID;
  constructor(private readonly injected: (id: string) => QueueProps) {}
  inject(props: QueueProps, { id }: InjectionContext): QueueProps {
    return { ...props, ...this.injected(id) };
  }
}

const injecting = (injected: (id: string) => QueueProps) =>
  made(new App({ propertyInjectors: [new EveryQueue(injected)] }));

describe('the finished resources, at synth', () => {
  it('are as they were asked for, without and with a key', () => {
    expect(() => made().app.synth()).not.toThrow();
    expect(() => made(new App(), true).app.synth()).not.toThrow();
  });

  it('leave a change alone that loses nothing', () => {
    const one = injecting(() => ({ maxMessageSizeBytes: 1024 }));
    change(one, CfnQueue, 'Seattle/Queue', (queue) => {
      queue.visibilityTimeout = 60;
    });
    change(one, CfnRule, 'Seattle/Rule', (rule) => {
      rule.description = 'Seattle';
    });
    expect(() => one.app.synth()).not.toThrow();
  });

  const keyManaged = { encryption: QueueEncryption.KMS_MANAGED };
  const injected: [string, (id: string) => QueueProps, string, string][] = [
    [
      'the AWS managed key on a queue',
      (id) => (id === 'Queue' ? keyManaged : {}),
      'Stack/Seattle',
      'spillway:queue-kms-managed',
    ],
    [
      'the AWS managed key on its dead-letter queue',
      (id) => (id === 'DeadLetters' ? keyManaged : {}),
      'Stack/Seattle',
      'spillway:queue-kms-managed',
    ],
    [
      'the AWS managed key on the dead-letter queue of a bus',
      (id) => (id === 'DeadLetters' ? keyManaged : {}),
      'Stack/Orders',
      'spillway:queue-kms-managed',
    ],
    ['FIFO', () => ({ fifo: true }), 'Stack/Seattle', 'spillway:queue-fifo'],
    [
      'no dead-letter queue',
      (id) => (id === 'Queue' ? { deadLetterQueue: undefined } : {}),
      'Stack/Seattle',
      'spillway:queue-dead-letters',
    ],
  ];

  test.each(injected)(
    'refuse what a property injector made of them: %s',
    (_name, how, path, id) => {
      const synth = () => injecting(how).app.synth();
      expect(synth).toThrow(new RegExp(`${path}[\\s\\S]*\\[${id}\\]`));
    },
  );

  const changed: [string, (one: Made) => void, string][] = [
    [
      'another key, by an Aspect',
      (one) =>
        change(one, CfnQueue, 'Seattle/Queue', (queue) => {
          queue.kmsMasterKeyId = 'alias/other';
        }),
      'spillway:queue-key',
    ],
    [
      'another key, by an override',
      ({ subscription }) =>
        (subscription.queue.node.defaultChild as CfnQueue).addPropertyOverride(
          'KmsMasterKeyId',
          'alias/other',
        ),
      'spillway:queue-key',
    ],
    [
      'a dead-letter queue that keeps for less time than the queue',
      (one) =>
        change(one, CfnQueue, 'Seattle/DeadLetters', (queue) => {
          queue.messageRetentionPeriod = 3600;
        }),
      'spillway:dead-letter-retention',
    ],
    [
      'a queue without redrive',
      ({ subscription }) =>
        (subscription.queue.node.defaultChild as CfnQueue).addPropertyDeletionOverride(
          'RedrivePolicy',
        ),
      'spillway:queue-dead-letters',
    ],
    [
      'a policy that does not let the rule send',
      (one) =>
        change(one, CfnQueuePolicy, 'Seattle/Queue', (policy) => {
          policy.policyDocument = { Version: '2012-10-17', Statement: [] };
        }),
      'spillway:queue-policy',
    ],
    [
      'a policy of 21 statements',
      ({ subscription }) =>
        (
          subscription.queue.node.findChild('Policy').node.defaultChild as CfnQueuePolicy
        ).addPropertyOverride(
          'PolicyDocument.Statement',
          Array.from({ length: 21 }, () => ({
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: '*',
          })),
        ),
      'spillway:queue-policy',
    ],
    ...Object.entries<(rule: CfnRule) => void>({
      'a rule without pattern': (rule) => {
        rule.eventPattern = undefined;
      },
      'a rule without target': (rule) => {
        rule.targets = [];
      },
      'a rule whose target has no dead-letter queue': (rule) =>
        rule.addPropertyDeletionOverride('Targets.0.DeadLetterConfig'),
      'a rule whose target has another dead-letter queue': (rule) =>
        rule.addPropertyOverride('Targets.0.DeadLetterConfig.Arn', 'arn:other'),
      'a rule with another target': (rule) =>
        rule.addPropertyOverride('Targets.0.Arn', 'arn:other'),
      'a rule on another bus': (rule) => rule.addPropertyOverride('EventBusName', 'other'),
      'a rule that is disabled': (rule) => {
        rule.state = 'DISABLED';
      },
    }).map(([name, how]): [string, (one: Made) => void, string] => [
      name,
      (one) => change(one, CfnRule, 'Seattle', how),
      'spillway:rule',
    ]),
    [
      'a rule that was taken away',
      ({ subscription }) => subscription.node.tryRemoveChild('Rule'),
      'spillway:rule',
    ],
    [
      'a pattern that AWS would refuse',
      (one) =>
        change(one, CfnRule, 'Seattle', (rule) => {
          rule.eventPattern = { source: [] };
        }),
      'spillway:filter',
    ],
    [
      'a pattern that is too long',
      (one) =>
        change(one, CfnRule, 'Seattle', (rule) => {
          rule.eventPattern = { source: ['x'.repeat(2048)] };
        }),
      'spillway:pattern-length',
    ],
  ];

  test.each(changed)('refuse %s', (_name, how, id) => {
    const one = made();
    how(one);
    expect(() => one.app.synth()).toThrow(`[${id}]`);
  });

  it('can not be changed in place, where nobody would see it', () => {
    const rule = made().subscription.node.findChild('Rule') as CfnRule;
    const [target] = rule.targets as [object];
    expect(() => Reflect.set(rule.targets as object, 'length', 0)).not.toThrow();
    expect(rule.targets).toHaveLength(1);
    expect(Reflect.deleteProperty(target, 'deadLetterConfig')).toBe(false);
    expect(Object.isFrozen(rule.eventPattern)).toBe(true);
  });

  const busChanges: [string, (bus: CfnEventBus) => void][] = [
    [
      'another name',
      (bus) => {
        bus.name = 'corp-orders';
      },
    ],
    [
      'another key',
      (bus) => {
        bus.kmsKeyIdentifier = 'other';
      },
    ],
    ['no dead-letter queue', (bus) => bus.addPropertyDeletionOverride('DeadLetterConfig')],
  ];

  test.each(busChanges)('refuse a bus that was given %s', (_name, how) => {
    const one = made(new App(), true);
    change(one, CfnEventBus, 'Orders/Bus', how);
    expect(() => one.app.synth()).toThrow('[spillway:bus]');
  });

  it('refuse a key that a property injector gave to a bus, instead of undoing it', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    const kmsKey = new Key(of, 'Corporate');
    PropertyInjectors.of(of).add({
      constructUniqueId: EventBus.PROPERTY_INJECTION_ID,
      inject: (props: EventBusProps) => ({ ...props, kmsKey }),
    });
    new ClassicBus(of, 'Orders');
    expect(() => app.synth()).toThrow('[spillway:bus]');
  });

  test.each(['EncryptionFailures', 'DeadLetters'])(
    'refuse a bus whose queue %s lost its policy',
    (id) => {
      const one = made(new App(), true);
      change(one, CfnQueuePolicy, `Orders/${id}`, (policy) => {
        policy.policyDocument = { Version: '2012-10-17', Statement: [] };
      });
      expect(() => one.app.synth()).toThrow('[spillway:queue-policy]');
    },
  );

  it('refuse the dead-letter queue of a rule on the default bus that became FIFO', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    const from = ClassicBus.defaultBus(of, 'Default');
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    Aspects.of(app).add({
      visit: (node) => {
        if (node instanceof CfnQueue && node.node.path.includes('RuleDeadLetters'))
          node.fifoQueue = true;
      },
    });
    expect(() => app.synth()).toThrow('[spillway:queue-fifo]');
  });

  describe('of a queue of the user', () => {
    const brought = (subscriptions = 1) => {
      const app = new App();
      const of = new Stack(app, 'Stack');
      const deadLetterQueue = { queue: new Queue(of, 'MyDeadLetters'), maxReceiveCount: 3 };
      const queue = new Queue(of, 'Mine', { deadLetterQueue });
      const from = new ClassicBus(of, 'Orders');
      for (let n = 1; n <= subscriptions; n += 1) {
        new Subscription(of, `Seattle${n}`, { from, events: [placed.all()], queue });
      }
      return { app, queue };
    };
    const fromS3 = (queue: Queue, conditions?: Record<string, unknown>) =>
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions,
      });

    it('are as they were made', () => {
      expect(() => brought().app.synth()).not.toThrow();
      expect(() => brought(12).app.synth()).not.toThrow();
    });

    it('refuse the AWS managed key that an Aspect gave it', () => {
      const { app, queue } = brought();
      (queue.node.defaultChild as CfnQueue).kmsMasterKeyId = 'alias/aws/sqs';
      expect(() => app.synth()).toThrow('[spillway:queue-kms-managed]');
    });

    it('refuse more statements than SQS takes, counted as CDK merges them', () => {
      const statements = '21 statements given; SQS takes at most 20 statements';
      expect(() => brought(21).app.synth()).toThrow(statements);
      const { app, queue } = brought();
      for (let n = 1; n <= 25; n += 1) queue.addToResourcePolicy(fromS3(queue));
      expect(() => app.synth()).not.toThrow();
    });

    it('refuse a policy of more bytes than SQS takes', () => {
      const { app, queue } = brought();
      for (let n = 1; n <= 10; n += 1) {
        const arn = `arn:aws:s3:::${n}${'x'.repeat(1000)}`;
        queue.addToResourcePolicy(fromS3(queue, { ArnLike: { 'aws:SourceArn': arn } }));
      }
      expect(() => app.synth()).toThrow(
        /\d+ bytes given; SQS takes at most 20 statements and 8192 bytes/,
      );
    });
  });

  it('refuse a queue whose key was taken away', () => {
    const one = made(new App(), true);
    change(one, CfnQueue, 'Seattle/Queue', (queue) => {
      queue.kmsMasterKeyId = undefined;
    });
    expect(() => one.app.synth()).toThrow('[spillway:queue-key]');
  });

  it('take a property injector of one scope, as of the app', () => {
    const app = new App();
    const of = new Stack(app, 'Stack');
    PropertyInjectors.of(of).add(new EveryQueue(() => ({ fifo: true })));
    const from = ClassicBus.defaultBus(of, 'Default');
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    expect(() => app.synth()).toThrow('[spillway:queue-fifo]');
  });
});

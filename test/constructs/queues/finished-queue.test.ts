import {
  App,
  Aspects,
  type CfnResource,
  type InjectionContext,
  type IPropertyInjector,
  PropertyInjectors,
  Stack,
} from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
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
    [
      'a rule whose target has no dead-letter queue',
      ({ subscription }) =>
        (subscription.node.findChild('Rule') as CfnRule).addPropertyDeletionOverride(
          'Targets.0.DeadLetterConfig',
        ),
      'spillway:rule',
    ],
    [
      'a rule without target',
      (one) =>
        change(one, CfnRule, 'Seattle', (rule) => {
          rule.targets = [];
        }),
      'spillway:rule',
    ],
    [
      'a rule without pattern',
      (one) =>
        change(one, CfnRule, 'Seattle', (rule) => {
          rule.eventPattern = undefined;
        }),
      'spillway:rule',
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
    expect(() => new Subscription(of, 'Seattle', { from, events: [placed.all()] })).toThrow(
      '[spillway:queue-fifo]',
    );
  });
});

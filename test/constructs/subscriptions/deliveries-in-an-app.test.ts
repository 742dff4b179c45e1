import {
  App,
  Aspects,
  CfnResource,
  type IPropertyInjector,
  RemovalPolicies,
  Stack,
  Tags,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, PermissionsBoundary, Role, type RoleProps } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import * as recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { Delivery, FifoTopic, type IChannel, StandardTopic, Subscription } from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resources } from '../../support/stacks';
import { functionIn } from './one-at-a-time-shop';

/** Every delivery, on a channel that can, in an app whose owner changes all that is in it. */
const deliveries: [string, (of: Stack) => Delivery, ((of: Stack) => IChannel)?][] = [
  ['pull', () => Delivery.pull()],
  ['pull of a fair queue', () => Delivery.pull({ requireFairQueue: true })],
  ['push', (of) => Delivery.push(functionIn(of))],
  [
    'push on a FIFO queue',
    (of) => Delivery.push(functionIn(of)),
    (of) => new FifoTopic(of, 'Orders'),
  ],
  ['one at a time', () => Delivery.oneAtATime()],
  [
    'one at a time with a push',
    (of) => Delivery.oneAtATime({ delivery: Delivery.push(functionIn(of)) }),
  ],
];

interface Given {
  readonly context?: Record<string, unknown>;
  readonly injectors?: IPropertyInjector[];
  readonly withKey?: boolean;
  /** In no environment, where the partition has no literal under any flag. */
  readonly anywhere?: boolean;
}

describe.each(deliveries)('%s', (name, delivery, channel = plainTopic) => {
  const build = ({ context, injectors, withKey, anywhere }: Given = {}) => {
    const app = new App({ context, propertyInjectors: injectors });
    const of = new Stack(app, 'Stack', anywhere ? {} : { env });
    new Subscription(of, 'Seattle', {
      from: channel(of),
      events: [placed.all()],
      delivery: delivery(of),
      encryptionKey: withKey ? new Key(of, 'Key') : undefined,
    });
    return { app, of };
  };

  it('is deleted with all else by RemovalPolicies.of(app).destroy()', () => {
    const { app, of } = build();
    RemovalPolicies.of(app).destroy();
    const queues = Object.values(resources(of, 'AWS::SQS::Queue'));
    expect(queues.length).toBeGreaterThan(2);
    expect(queues.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(queues.map(() => 'Delete'));
  });

  it('has the tags of its app on all that takes any', () => {
    const { app, of } = build();
    Tags.of(app).add('team', 'checkout');
    const list = [{ Key: 'team', Value: 'checkout' }];
    for (const type of ['AWS::SQS::Queue', 'AWS::IAM::Role', 'AWS::Lambda::EventSourceMapping']) {
      for (const { Properties } of Object.values(resources(of, type))) {
        expect(Properties.Tags).toEqual(list);
      }
    }
    for (const { Properties } of Object.values(resources(of, 'AWS::Pipes::Pipe'))) {
      expect(Properties.Tags).toEqual({ team: 'checkout' });
    }
  });

  it('has the permissions boundary of its app on every role', () => {
    const { app, of } = build();
    const boundary = ManagedPolicy.fromManagedPolicyName(of, 'Boundary', 'boundary');
    PermissionsBoundary.of(app).apply(boundary);
    const roles = Object.values(resources(of, 'AWS::IAM::Role'));
    const expected = { pull: 0, 'pull of a fair queue': 0, 'one at a time with a push': 2 };
    expect(roles).toHaveLength((expected as Record<string, number>)[name] ?? 1);
    for (const { Properties } of roles) {
      expect(JSON.stringify(Properties.PermissionsBoundary)).toContain(':policy/boundary');
    }
  });

  it('takes injectors that change what is harmless', () => {
    const { of } = build({
      injectors: [
        injector<RoleProps>(Role.PROPERTY_INJECTION_ID, { path: '/shop/' }),
        injector<QueueProps>(Queue.PROPERTY_INJECTION_ID, {}),
      ],
    });
    expect(() => Template.fromStack(of)).not.toThrow();
    for (const { Properties } of Object.values(resources(of, 'AWS::IAM::Role'))) {
      expect(Properties.Path).toBe('/shop/');
    }
  });

  it('refuses an injector that puts its queues under the AWS managed key', () => {
    const encryption = QueueEncryption.KMS_MANAGED;
    const { of } = build({
      injectors: [injector<QueueProps>(Queue.PROPERTY_INJECTION_ID, { encryption })],
    });
    expect(() => Template.fromStack(of)).toThrow('[spillway:queue-kms-managed]');
  });

  it('refuses an Aspect that takes the dead-letter queues away', () => {
    const { app, of } = build();
    Aspects.of(app).add({
      visit: (node) => {
        if (CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::SQS::Queue') {
          node.addPropertyDeletionOverride('RedrivePolicy');
        }
      },
    });
    expect(() => Template.fromStack(of)).toThrow('[spillway:queue-dead-letters]');
  });

  test.each([false, true])('is the same whatever the feature flags, with a key: %s', (withKey) => {
    const flags = (recommended as { default?: object }).default ?? recommended;
    const [none, all] = [{}, { ...flags }].map((context) =>
      ours(Template.fromStack(build({ context, withKey, anywhere: true }).of).toJSON().Resources),
    );
    expect(all).toEqual(none);
  });
});

function plainTopic(of: Stack): IChannel {
  return new StandardTopic(of, 'Orders');
}

/** Without the function of the user, which CDK makes otherwise under its flags. */
function ours(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(all).filter(([id]) => !id.startsWith('Packer') || id.includes('Push')),
  );
}

function injector<Props>(constructUniqueId: string, more: Partial<Props>): IPropertyInjector {
  return { constructUniqueId, inject: (props) => ({ ...props, ...more }) };
}

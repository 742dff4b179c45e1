import {
  App,
  NestedStack,
  RemovalPolicies,
  Stack,
  type StackProps,
  Stage,
  Tags,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, PermissionsBoundary, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import * as recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import type { Construct } from 'constructs';
import {
  Delivery,
  FifoTopic,
  type IChannel,
  OnPoison,
  OrderIngestion,
  Subscription,
  WorkQueue,
  type WorkQueueProps,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { counts, env, resource, resources } from '../../support/stacks';

/** No flag, and all that CDK recommends for a new app. */
const flagSets: [string, Record<string, unknown>][] = [
  ['no feature flags', {}],
  [
    'the recommended feature flags',
    { ...((recommended as { default?: object }).default ?? recommended) },
  ],
];

type Make = (scope: Construct, key?: Key) => IChannel;

const workQueue =
  (props: WorkQueueProps): Make =>
  (scope, encryptionKey) =>
    new WorkQueue(scope, 'Orders', { ...props, encryptionKey });

const makers: Readonly<Record<string, Make>> = {
  FifoTopic: (scope, encryptionKey) => new FifoTopic(scope, 'Orders', { encryptionKey }),
  WorkQueue: workQueue({}),
  'FIFO WorkQueue': workQueue({ fifo: true, onPoison: OnPoison.HOLD }),
};
const names = Object.keys(makers);
const makerOf = (name: string): Make => makers[name] ?? workQueue({});

const all = { events: [placed.all()] };
const task = new ServicePrincipal('ecs-tasks.amazonaws.com');

const functionIn = (of: Stack) =>
  new LambdaFunction(of, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
  });

const stackIds = ['K', 'Channel', 'Consumer', 'Producer'] as const;

/** A channel, its producer and its consumer in a stack each, and a key for all in one of four. */
function apart(name: string, keyIn: string, props: StackProps, context = {}) {
  const app = new App({ context });
  const stacks = new Map(stackIds.map((id) => [id, new Stack(app, id, props)] as const));
  const of = (id: (typeof stackIds)[number]) => stacks.get(id) ?? new Stack(app, id, props);
  const key = keyIn === 'none' ? undefined : new Key(of(keyIn as 'K'), 'Key');
  const channel = makerOf(name)(of('Channel'), key);
  channel.grants.send(new Role(of('Producer'), 'Checkout', { assumedBy: task }));
  return { app, of, channel };
}

describe.each(flagSets)('anywhere, with %s', (_flags, context) => {
  describe.each(names)('a %s', (name) => {
    describe.each(['none', 'K', 'Channel'])('with a key in stack %s', (keyIn) => {
      test.each([
        ['an environment', { env }],
        ['no environment', {}],
      ])('has no cycle, with a consumer in a stack of its own and %s', (_name, props) => {
        const { of, channel } = apart(name, keyIn, props, context);
        const subscription = new Subscription(of('Consumer'), 'Seattle', {
          from: channel,
          ...all,
        });
        subscription.grants.consume(new Role(of('Consumer'), 'Packer', { assumedBy: task }));
        subscription.grants.redrive(new Role(of('Producer'), 'Operator', { assumedBy: task }));
        for (const id of stackIds) expect(() => Template.fromStack(of(id))).not.toThrow();
        const made = name === 'FifoTopic' ? { 'AWS::SNS::Subscription': 1 } : {};
        expect(counts(of('Consumer'))).toMatchObject({ 'AWS::IAM::Role': 1, ...made });
      });

      it('has no cycle, with a subscription beside it that is pushed to a function elsewhere', () => {
        const { of, channel } = apart(name, keyIn, { env }, context);
        const delivery = Delivery.push(functionIn(of('Consumer')));
        new Subscription(of('Channel'), 'Seattle', { from: channel, ...all, delivery });
        for (const id of stackIds) expect(() => Template.fromStack(of(id))).not.toThrow();
        expect(counts(of('Consumer'))['AWS::Lambda::EventSourceMapping']).toBe(1);
      });
    });

    it('is consumed in a nested stack', () => {
      const app = new App({ context });
      const of = new Stack(app, 'Stack', { env });
      const from = makerOf(name)(of);
      const nested = new NestedStack(of, 'Nested');
      const { grants } = new Subscription(nested, 'Seattle', { from, ...all });
      grants.consume(new Role(nested, 'Packer', { assumedBy: task }));
      expect(() => Template.fromStack(of)).not.toThrow();
      expect(() => Template.fromStack(nested)).not.toThrow();
    });

    it('stands in a stage, beside a deletion of everything and tags', () => {
      const stage = new Stage(new App({ context }), 'Test', { env });
      const of = new Stack(stage, 'Stack');
      new Subscription(of, 'Seattle', { from: makerOf(name)(of), ...all });
      RemovalPolicies.of(stage).destroy();
      Tags.of(stage).add('team', 'checkout');
      const kept = Object.values(resourcesOf(of)).filter(({ Type }) => /Queue$|Topic$/.test(Type));
      expect(kept.length).toBe(name === 'FifoTopic' ? 4 : 2);
      for (const { DeletionPolicy, UpdateReplacePolicy, Properties } of kept) {
        expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Delete', 'Delete']);
        expect(Properties.Tags).toEqual([{ Key: 'team', Value: 'checkout' }]);
      }
    });

    it('is the same resources, whatever the flags', () => {
      expect(inOneStack(name, context)).toEqual(inOneStack(name, {}));
    });

    it('writes the partition of no region into a template', () => {
      const china = { account: '111111111111', region: 'cn-north-1' };
      for (const where of [undefined, china]) {
        expect(JSON.stringify(inOneStack(name, context, where))).not.toContain('arn:aws:');
      }
    });
  });
});

describe('a FifoTopic', () => {
  it('has no cycle, with a key in the stack of a subscription alone', () => {
    const { of, channel: from } = apart('FifoTopic', 'none', { env });
    const encryptionKey = new Key(of('Consumer'), 'Key');
    new Subscription(of('Consumer'), 'Seattle', { from, ...all, encryptionKey });
    new Subscription(of('Channel'), 'Boston', { from, ...all });
    for (const id of stackIds) expect(() => Template.fromStack(of(id))).not.toThrow();
    expect(
      resource(of('Consumer'), 'AWS::KMS::Key').Properties.KeyPolicy.Statement.filter(
        ({ Principal }: { Principal: { Service?: string } }) => Principal.Service,
      ),
    ).toEqual([expect.objectContaining({ Principal: { Service: 'sns.amazonaws.com' } })]);
  });

  it('keeps what it was told to keep where only the rest is deleted', () => {
    const of = new Stack(new App(), 'Stack', { env });
    const topic = new FifoTopic(of, 'Orders');
    RemovalPolicies.of(topic).destroy();
    new Subscription(of, 'Seattle', { from: topic, ...all });
    const policies = Object.entries(resources(of, 'AWS::SQS::Queue')).map(
      ([id, { DeletionPolicy }]) => [id.slice(0, -8), DeletionPolicy],
    );
    expect(Object.fromEntries(policies)).toEqual({
      SeattleDeadLetters: 'RetainExceptOnCreate',
      SeattleQueue: 'RetainExceptOnCreate',
      SeattleUndelivered: 'RetainExceptOnCreate',
    });
  });
});

describe('under a permissions boundary', () => {
  test.each<[string, Make, Delivery, number]>([
    ['a FifoTopic', makerOf('FifoTopic'), Delivery.pull(), 1],
    ['a FIFO WorkQueue', makerOf('FIFO WorkQueue'), Delivery.pull(), 1],
    ['a WorkQueue, one event a key at a time', makerOf('WorkQueue'), Delivery.oneAtATime(), 2],
  ])('stands every role: %s', (_, make, delivery, howMany) => {
    const of = new Stack(new App(), 'Stack', { env });
    const boundary = ManagedPolicy.fromManagedPolicyName(of, 'Boundary', 'developers');
    PermissionsBoundary.of(of).apply(boundary);
    const from = make(of);
    from.grants.send(new Role(of, 'Checkout', { assumedBy: task }));
    new Subscription(of, 'Seattle', { from, ...all, delivery });
    const roles = Object.values(resources(of, 'AWS::IAM::Role'));
    expect(roles).toHaveLength(howMany);
    for (const { Properties } of roles) {
      expect(JSON.stringify(Properties.PermissionsBoundary)).toContain('policy/developers');
    }
  });
});

interface Made {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: { readonly Tags?: unknown };
}

const resourcesOf = (of: Stack): Record<string, Made> => Template.fromStack(of).toJSON().Resources;

/** Everything in one stack: what CDK itself renders between stacks depends on the flags. */
function inOneStack(name: string, context: object, where?: StackProps['env']): unknown {
  const of = new Stack(new App({ context: { ...context } }), 'Stack', { env: where });
  const channel = makerOf(name)(of, new Key(of, 'Key'));
  const orders = new OrderIngestion(of, 'Ingestion', { contracts: [placed], channel });
  const { grants } = orders.subscribe('Seattle', all);
  orders.grants.publish(new Role(of, 'Checkout', { assumedBy: task }), placed);
  grants.consume(new Role(of, 'Packer', { assumedBy: task }));
  return resourcesOf(of);
}

import { App, RemovalPolicies, Stack, type StackProps, Stage, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import * as recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { ClassicBus, OrderIngestion, Subscription } from '../../lib';
import { placed } from '../support/contracts';
import { counts, env, statementsForEvents } from '../support/stacks';

/** No flag, and all that CDK recommends for a new app. */
const flagSets: [string, Record<string, unknown>][] = [
  ['no feature flags', {}],
  [
    'the recommended feature flags',
    { ...((recommended as { default?: object }).default ?? recommended) },
  ],
];

const five = { 'AWS::Events::Rule': 1, 'AWS::SQS::Queue': 2, 'AWS::SQS::QueuePolicy': 2 };
const stackIds = ['K', 'Bus', 'One', 'Two'] as const;

/**
 * A bus, a subscription beside it and in two other stacks, and a key for all in one of the four.
 */
function placed4(context: Record<string, unknown>, keyIn: string, props: StackProps) {
  const app = new App({ context });
  const stacks = Object.fromEntries(stackIds.map((id) => [id, new Stack(app, id, props)]));
  const of = (id: string) => stacks[id] as Stack;
  const key = keyIn === 'none' ? undefined : new Key(of(keyIn), 'Key');
  // A consumer's stack refers to the bus's; a key of the consumer used in the bus's stack would be
  // a cycle of the user's own making.
  const ofBus = keyIn === 'K' || keyIn === 'Bus' ? key : undefined;
  const from = new ClassicBus(of('Bus'), 'Orders', { encryptionKey: ofBus });
  for (const id of ['Bus', 'One', 'Two']) {
    const encryptionKey = id === 'Bus' ? ofBus : key;
    new Subscription(of(id), 'Seattle', { from, events: [placed.all()], encryptionKey });
  }
  return { app, of, key };
}

describe.each(flagSets)('a subscription anywhere, with %s', (_flags, context) => {
  describe.each(['none', 'K', 'Bus', 'One', 'Two'])('a key in stack %s', (keyIn) => {
    test.each([
      ['an environment', { env }],
      ['no environment', {}],
    ])('has no cycle and five resources in %s', (_name, props) => {
      const { of, key } = placed4(context, keyIn, props);
      for (const id of stackIds) expect(() => Template.fromStack(of(id))).not.toThrow();
      const keys = keyIn === 'Two' ? { 'AWS::KMS::Key': 1 } : {};
      expect(counts(of('Two'))).toEqual({ ...five, ...keys });
      if (!key) return;
      const ofKey = Object.values(Template.fromStack(Stack.of(key)).findResources('AWS::KMS::Key'));
      const forQueues = statementsForEvents(ofKey[0]?.Properties.KeyPolicy).filter((statement) =>
        JSON.stringify(statement).includes('kms:EncryptionContext:aws:sqs:arn'),
      );
      expect(forQueues).toHaveLength(1);
    });
  });

  it('stands in another app', () => {
    const owner = new Stack(new App({ context }), 'Owner', { env });
    const bus = new ClassicBus(owner, 'Orders', {
      busName: 'orders',
      encryptionKey: new Key(owner, 'Key'),
    });
    expect(Object.keys(bus.attributes)).toEqual([
      'busName',
      'deadLetterQueueArn',
      'encryptionKeyArn',
      'contracts',
    ]);
    const of = new Stack(new App({ context }), 'Consumer', { env });
    const from = ClassicBus.fromAttributes(of, 'Orders', {
      busName: bus.busName,
      deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:Owner-OrdersDeadLetters-1',
      encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/k1',
    });
    new Subscription(of, 'Seattle', { from, events: [placed.all()] });
    expect(counts(of)).toEqual(five);
  });

  it('stands in a nested stage, beside a deletion of everything and tags', () => {
    const app = new App({ context });
    const stage = new Stage(app, 'Test', { env });
    const of = new Stack(stage, 'Stack');
    new OrderIngestion(of, 'Orders', { contracts: [placed] }).subscribe('Seattle', {
      events: [placed.all()],
    });
    RemovalPolicies.of(stage).destroy();
    Tags.of(stage).add('team', 'checkout');
    const template = Template.fromStack(of).toJSON();
    for (const [id, resource] of Object.entries<{ Type: string; DeletionPolicy?: string }>(
      template.Resources,
    )) {
      if (/Queue$|EventBus$|Archive$/.test(resource.Type))
        expect([id, resource.DeletionPolicy]).toEqual([id, 'Delete']);
    }
  });

  it('is the same resources, whatever the flags', () => {
    expect(resourcesUnder(context)).toEqual(resourcesUnder({}));
  });

  it('writes the partition of no region into a template', () => {
    expect(JSON.stringify(resourcesUnder(context))).not.toContain('arn:aws:');
    const china = { account: '111111111111', region: 'cn-north-1' };
    expect(JSON.stringify(resourcesUnder(context, china))).not.toContain('arn:aws:');
  });
});

/** Everything in one stack: what CDK itself renders between stacks depends on the flags. */
function resourcesUnder(context: Record<string, unknown>, env?: StackProps['env']): unknown {
  const of = new Stack(new App({ context }), 'Stack', { env });
  const encryptionKey = new Key(of, 'Key');
  const orders = new OrderIngestion(of, 'Orders', { contracts: [placed], encryptionKey });
  orders.subscribe('Seattle', { events: [placed.all()] });
  const role = new Role(of, 'Role', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
  orders.grants.publish(role, placed);
  return Template.fromStack(of).toJSON().Resources;
}

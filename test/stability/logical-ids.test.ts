import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { retailer } from '../../examples/retailer/stacks';
import { ClassicBus, OrderIngestion, Subscription } from '../../lib';
import { placed } from '../support/contracts';
import frozen from './logical-ids.json';

/**
 * What holds an event. Another logical id replaces it, and what it holds is left behind: an upgrade
 * of the library may not change one.
 */
const holding = [
  'AWS::Events::Archive',
  'AWS::Events::EventBus',
  'AWS::KMS::Key',
  'AWS::SQS::Queue',
];

/** Everything that the constructs can make, in one stack. */
function everything(app: App): void {
  const stack = new Stack(app, 'Everything');
  const encryptionKey = new Key(stack, 'Key');
  const events = [placed.all()];
  const orders = new OrderIngestion(stack, 'Orders', { contracts: [placed], encryptionKey });
  orders.subscribe('Seattle', { events });
  new Subscription(stack, 'Boston', { from: orders, events });
  const bus = new ClassicBus(stack, 'Bus', { busName: 'named' });
  new Subscription(stack, 'Denver', { from: bus, events });
  const from = ClassicBus.defaultBus(stack, 'Default');
  new Subscription(stack, 'Austin', { from, events });
}

function idsOf(stack: Stack): Record<string, string[]> {
  const template = Template.fromStack(stack);
  const ids = holding.map(
    (type) => [type, Object.keys(template.findResources(type)).sort()] as const,
  );
  return Object.fromEntries(ids.filter(([, found]) => found.length > 0));
}

/** Names that CloudFormation does not make up. */
function namesOf(stack: Stack): string[] {
  const buses = Template.fromStack(stack).findResources('AWS::Events::EventBus');
  return Object.values(buses).map(({ Properties }) => Properties.Name);
}

describe('an upgrade of the library', () => {
  it('keeps the logical id of all that holds an event, and the name of every bus', () => {
    const app = new App();
    everything(app);
    retailer(app);
    const stacks = app.node.children.filter(Stack.isStack);
    const now = Object.fromEntries(
      stacks.map((stack) => [stack.stackName, { ...idsOf(stack), names: namesOf(stack) }]),
    );
    expect(now).toEqual(frozen);
  });
});

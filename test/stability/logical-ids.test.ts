import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FifoTopicStack } from '../../examples/fifo-topic-stack';
import { retailer } from '../../examples/retailer/stacks';
import { WorkQueueStack } from '../../examples/work-queue-stack';
import {
  ClassicBus,
  Delivery,
  FifoTopic,
  OnPoison,
  OrderIngestion,
  StandardTopic,
  Subscription,
  WorkQueue,
} from '../../lib';
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
  'AWS::SNS::Topic',
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

/** The same of topics and work queues, and of the queues that put events into their order. */
function topicsAndQueues(app: App): void {
  const stack = new Stack(app, 'TopicsAndQueues');
  const encryptionKey = new Key(stack, 'Key');
  const events = [placed.all()];
  const topic = new StandardTopic(stack, 'Topic', { encryptionKey });
  new Subscription(stack, 'Seattle', { from: topic, events });
  const delivery = Delivery.oneAtATime();
  new Subscription(stack, 'Boston', { from: topic, events, delivery });
  const fifo = new FifoTopic(stack, 'Fifo');
  new Subscription(stack, 'Denver', { from: fifo, events, onPoison: OnPoison.HOLD });
  const work = new WorkQueue(stack, 'Work');
  new Subscription(stack, 'Austin', { from: work, events, delivery });
  new Subscription(stack, 'Dallas', {
    from: new WorkQueue(stack, 'FifoWork', { fifo: true }),
    events,
  });
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
  const named = { 'AWS::Events::EventBus': 'Name', 'AWS::SNS::Topic': 'TopicName' };
  return Object.entries(named).flatMap(([type, property]) =>
    Object.values(Template.fromStack(stack).findResources(type)).flatMap(
      ({ Properties }) => Properties[property] ?? [],
    ),
  );
}

describe('an upgrade of the library', () => {
  it('keeps the logical id of all that holds an event, and the name of every bus and FIFO topic', () => {
    const app = new App();
    everything(app);
    topicsAndQueues(app);
    retailer(app);
    new FifoTopicStack(app, 'FifoTopic');
    new WorkQueueStack(app, 'WorkQueue');
    const stacks = app.node.children.filter(Stack.isStack);
    const now = Object.fromEntries(
      stacks.map((stack) => [stack.stackName, { ...idsOf(stack), names: namesOf(stack) }]),
    );
    expect(now).toEqual(frozen);
  });
});

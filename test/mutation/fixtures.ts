import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { retailer } from '../../examples/retailer/stacks';
import { ClassicBus, StandardTopic, Subscription } from '../../lib';
import { cancelled, placed, role, shippedTo } from './fixture-parts';
import { inTurn } from './in-turn-fixture';
import { ordered } from './ordered-fixture';
import { registered } from './registered-fixture';
import type { Templates } from './template';
import { worked } from './worked-fixture';

/** The templates of the example app and of the stacks that have what it has not, by stack name. */
export function pristineTemplates(): Templates {
  const app = new App();
  retailer(app);
  const stacks = [
    app.node.findChild('RetailerOrders'),
    app.node.findChild('RetailerWarehouses'),
    sealed(),
    fanout(),
    ordered(),
    worked(),
    inTurn(),
    registered(),
  ] as Stack[];
  return Object.fromEntries(
    stacks.map((stack) => [stack.stackName, Template.fromStack(stack).toJSON()]),
  ) as Templates;
}

/** What the example app has not: a customer-managed key, another account, the default bus. */
function sealed(): Stack {
  const stack = new Stack(new App(), 'Sealed');
  const encryptionKey = new Key(stack, 'Key');
  const bus = new ClassicBus(stack, 'Bus', { encryptionKey, contracts: [placed, cancelled] });
  bus.allowAccount('222222222222', placed);
  bus.grants.publish(role(stack, 'Checkout'), placed);
  const sealedOrders = new Subscription(stack, 'Orders', { from: bus, events: [placed.all()] });
  sealedOrders.grants.consume(role(stack, 'Packer'));
  sealedOrders.grants.redrive(role(stack, 'Supervisor'));
  new Subscription(stack, 'Cancellations', {
    from: ClassicBus.defaultBus(stack, 'DefaultBus'),
    events: [cancelled.all()],
  });
  return stack;
}

/**
 * A topic without a key and one under a key. `Audit` has a key where its topic has none; `Review` has
 * alternatives, and those of `Borders` have to be set apart.
 */
function fanout(): Stack {
  const stack = new Stack(new App(), 'Fanout');
  const carried = { contracts: [placed, cancelled] };
  const open = new StandardTopic(stack, 'Open', carried);
  open.grants.publish(role(stack, 'Checkout'), placed);
  new Subscription(stack, 'Seattle', { from: open, events: [placed.where(shippedTo('US'))] });
  new Subscription(stack, 'Audit', {
    from: open,
    events: [placed.all(), cancelled.all()],
    encryptionKey: new Key(stack, 'AuditKey'),
  });
  const encryptionKey = new Key(stack, 'TopicKey');
  const secret = new StandardTopic(stack, 'Secret', { ...carried, encryptionKey });
  secret.grants.publish(role(stack, 'Partner'), placed, cancelled);
  const review = new Subscription(stack, 'Review', {
    from: secret,
    events: [
      placed.where(shippedTo('US')),
      cancelled.where({ refund: [{ numeric: ['>=', 100] }] }),
    ],
  });
  review.grants.consume(role(stack, 'Clerk'));
  review.grants.redrive(role(stack, 'Supervisor'));
  new Subscription(stack, 'Borders', {
    from: secret,
    events: [placed.where(shippedTo('US', 'CA')), placed.where(shippedTo('CA', 'MX'))],
  });
  return stack;
}

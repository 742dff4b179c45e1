import { type App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type IChannel, StandardTopic, Subscription, TypedContract } from '../../lib';

/**
 * Topics in place of a bus: one under a customer-managed key, with a queue under the same key and
 * one, in another stack, under a key of its own; one without a key.
 */

const contract = (source: string, eventType: string) =>
  TypedContract.define<{ readonly orderId: string }>({ source, eventType, owner: 'shop' });

const placed = contract('shop.checkout', 'order.placed.v1');
const cancelled = contract('shop.checkout', 'order.cancelled.v1');
const returned = contract('shop.returns', 'order.returned.v1');

export function topicShop(app: App): void {
  const encryptionKey = new Key(new Stack(app, 'Keys'), 'TopicKey');
  const shop = new Stack(app, 'Shop');
  const orders = new StandardTopic(shop, 'Orders', {
    contracts: [placed, cancelled],
    encryptionKey,
  });
  const checkout = taskRole(shop, 'Checkout');
  orders.grants.publish(checkout, placed);
  orders.grants.publish(checkout, cancelled);
  const seattle = new Subscription(shop, 'Seattle', { from: orders, events: [placed.all()] });
  seattle.grants.consume(taskRole(shop, 'SeattlePacker'));
  seattle.grants.redrive(taskRole(shop, 'SeattleSupervisor'));
  boston(new Stack(app, 'Boston'), orders);
  returns(shop);
}

/** Under a key of its own, where the consumer is. */
function boston(stack: Stack, from: IChannel): void {
  const encryptionKey = new Key(stack, 'OwnKey');
  const events = [placed.all()];
  const subscription = new Subscription(stack, 'Boston', { from, events, encryptionKey });
  subscription.grants.consume(taskRole(stack, 'BostonPacker'));
  subscription.grants.redrive(taskRole(stack, 'BostonSupervisor'));
}

/** A topic beside the first, in the same stack, without a key. */
function returns(shop: Stack): void {
  const topic = new StandardTopic(shop, 'Returns', { contracts: [returned] });
  topic.grants.publish(taskRole(shop, 'ReturnsDesk'), returned);
  const refund = new Subscription(shop, 'Refund', { from: topic, events: [returned.all()] });
  refund.grants.consume(taskRole(shop, 'Cashier'));
  refund.grants.redrive(taskRole(shop, 'RefundSupervisor'));
}

function taskRole(scope: Construct, id: string): Role {
  return new Role(scope, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
}

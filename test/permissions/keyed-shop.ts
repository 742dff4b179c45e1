import { type App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ClassicBus, OrderIngestion, Subscription, TypedContract } from '../../lib';

/**
 * What the retailer has not: a customer-managed key, two sources, a second bus and the account's
 * own, another account that publishes, and a producer that is granted its contracts one by one.
 */

const contract = (source: string, eventType: string) =>
  TypedContract.define<{ readonly orderId: string }>({ source, eventType, owner: 'shop' });

const placed = contract('shop.checkout', 'order.placed.v1');
const cancelled = contract('shop.checkout', 'order.cancelled.v1');
const shipped = contract('shop.shipping', 'order.shipped.v1');
const returned = contract('shop.returns', 'order.returned.v1');

export function keyedShop(app: App): void {
  const keys = new Stack(app, 'Keys');
  const encryptionKey = new Key(keys, 'Key');
  const shop = new Stack(app, 'Shop');
  const orders = new OrderIngestion(shop, 'Orders', {
    contracts: [placed, cancelled, shipped],
    encryptionKey,
  });
  orders.bus?.allowAccount('222222222222', placed);
  orders.bus?.allowAccount('222222222222', shipped);
  const producer = taskRole(shop, 'Producer');
  orders.grants.publish(producer, placed);
  orders.grants.publish(producer, shipped);
  orders.grants.publish(producer, cancelled);
  orders.grants.publish(taskRole(shop, 'Checkout'), placed);
  const packing = new Subscription(shop, 'Packing', { from: orders, events: [placed.all()] });
  packing.grants.consume(taskRole(shop, 'Packer'));
  packing.grants.redrive(taskRole(shop, 'Supervisor'));
  refunds(shop);
  audit(shop);
}

/** A bus beside the first, in the same stack, without a key. */
function refunds(shop: Stack): void {
  const bus = new ClassicBus(shop, 'Returns', { contracts: [returned] });
  bus.grants.publish(taskRole(shop, 'ReturnsDesk'), returned);
  const refund = new Subscription(shop, 'Refund', { from: bus, events: [returned.all()] });
  refund.grants.consume(taskRole(shop, 'Cashier'));
}

/** On the account's own bus: its rules have no bus in their ARN. */
function audit(shop: Stack): void {
  const bus = ClassicBus.defaultBus(shop, 'Default', { contracts: [returned] });
  bus.grants.publish(taskRole(shop, 'Importer'), returned);
  const audited = new Subscription(shop, 'Audit', { from: bus, events: [returned.all()] });
  audited.grants.consume(taskRole(shop, 'Auditor'));
}

function taskRole(scope: Construct, id: string): Role {
  return new Role(scope, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
}

import { Stack, type StackProps } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { OrderIngestion, Subscription, TypedContract } from '../lib';

interface Order {
  orderId: string;
  shipTo: { country: 'US' | 'CA' | 'MX' };
  total: number;
}
interface Cancellation {
  orderId: string;
}

// #region shop
const checkout = { source: 'shop.checkout', owner: 'checkout' };
const placed = TypedContract.define<Order>({ ...checkout, eventType: 'order.placed.v1' });
const cancelled = TypedContract.define<Cancellation>({
  ...checkout,
  eventType: 'order.cancelled.v1',
});

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const task = new ServicePrincipal('ecs-tasks.amazonaws.com');
    const checkoutRole = new Role(this, 'Checkout', { assumedBy: task });
    const warehouseRole = new Role(this, 'Warehouse', { assumedBy: task });

    const orders = new OrderIngestion(this, 'Orders', { contracts: [placed, cancelled] }); // bus, archive, dead letters
    // here, or in any other stack or app
    const seattle = new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.where({ shipTo: { country: ['US'] } }), cancelled.all()], // completed and checked by the compiler
    });
    orders.grants.publish(checkoutRole, placed, cancelled); // this source and these types: nothing else
    seattle.grants.consume(warehouseRole); // receive, delete, extend: nothing else
  }
}
// #endregion

import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ClassicBus, EventContract, Subscription } from '../lib';

// #region another-app
const placed = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
});

/** In the owner's app: the bus, and what others have to know of it. */
export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const orders = new ClassicBus(this, 'Orders', { busName: 'orders', contracts: [placed] });
    new CfnOutput(this, 'DeadLetters', { value: orders.attributes.deadLetterQueueArn });
  }
}

/** In the consumer's app, deployed by another team. */
export class WarehouseStack extends Stack {
  constructor(scope: Construct, id: string, deadLetterQueueArn: string) {
    super(scope, id);
    const orders = ClassicBus.fromAttributes(this, 'Orders', {
      busName: 'orders',
      deadLetterQueueArn,
      contracts: [placed],
    });
    const seattle = new Subscription(this, 'Seattle', { from: orders, events: [placed.all()] });
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    seattle.grants.consume(new Role(this, 'Packer', { assumedBy }));
  }
}
// #endregion

import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EventContract, StandardTopic, Subscription } from '../lib';

// #region topic
const placed = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
});

/** Low latency: SNS instead of a bus, and the same subscriptions. */
export class TopicStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    const orders = new StandardTopic(this, 'Orders', { contracts: [placed] });
    orders.grants.publish(new Role(this, 'Checkout', { assumedBy }), placed);

    const seattle = new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.where({ shipTo: { country: ['US'] } })],
    });
    seattle.grants.consume(new Role(this, 'Packer', { assumedBy }));
    // everything, in one subscription
    new Subscription(this, 'Audit', { from: orders, events: [placed.all()] });
  }
}
// #endregion

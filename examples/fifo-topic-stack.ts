import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EventContract, FifoTopic, OnPoison, Subscription } from '../lib';

// #region fifo-topic
const checkout = { source: 'shop.checkout', owner: 'checkout' };
const placed = EventContract.of({ ...checkout, eventType: 'order.placed.v1' });
const cancelled = EventContract.of({ ...checkout, eventType: 'order.cancelled.v1' });

/** Strict order a key: a producer gives each event its `partitionkey`, the id of the order. */
export class FifoTopicStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    const orders = new FifoTopic(this, 'Orders', { contracts: [placed, cancelled] });
    orders.grants.send(new Role(this, 'Checkout', { assumedBy }));

    const ledger = new Subscription(this, 'Ledger', {
      from: orders,
      events: [placed.all(), cancelled.all()],
      onPoison: OnPoison.HOLD, // no cancellation is booked before its order: it waits
    });
    ledger.grants.consume(new Role(this, 'Bookkeeper', { assumedBy }));

    const seattle = new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.where({ shipTo: { country: ['US'] } })],
      onPoison: OnPoison.SET_ASIDE, // the default: tried 5 times, and the later ones go on
    });
    seattle.grants.consume(new Role(this, 'Packer', { assumedBy }));
  }
}
// #endregion

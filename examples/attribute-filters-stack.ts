import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EventContract, StandardTopic, Subscription } from '../lib';
import { type CloudEvent, type PublishInput, toPublishInput } from '../lib/runtime';

// #region attributes
const placed = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
});

/** What subscriptions filter on; the producer publishes these, the topic knows them. */
const filterAttributes = ['shipTo.country', 'total', 'express'];

/** For PublishCommand of @aws-sdk/client-sns: the event, and beside it what filters look at. */
export function messageOf(event: CloudEvent, topicArn: string): PublishInput {
  return toPublishInput(event, { topicArn, dataAttributes: filterAttributes });
}

/** Filters on message attributes, for which SNS charges nothing; the events are the same. */
export class AttributeFiltersStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    const orders = new StandardTopic(this, 'Orders', { contracts: [placed], filterAttributes });
    orders.grants.publish(new Role(this, 'Checkout', { assumedBy }), placed);

    const seattle = new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.where({ shipTo: { country: ['US'] } })],
    });
    seattle.grants.consume(new Role(this, 'Packer', { assumedBy }));
    new Subscription(this, 'Priority', {
      from: orders,
      events: [placed.where({ $or: [{ express: [true] }, { total: [{ numeric: ['>=', 500] }] }] })],
    });
    // everything, in one subscription
    new Subscription(this, 'Audit', { from: orders, events: [placed.all()] });
  }
}
// #endregion

import { type App, RemovalPolicy } from 'aws-cdk-lib';
import type { CfnRule } from 'aws-cdk-lib/aws-events';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { orderCancelled } from '../../../examples/retailer/contracts';
import type { OrdersStack } from '../../../examples/retailer/stacks';
import { Subscription } from '../../../lib';

/** How many queues get other events by it than before. */
export const otherShares = 2;

/** What a second version of the retailer's app brings: one more subscription, a wider filter, a slower consumer. */
export function change(app: App): void {
  const orders = app.node.findChild('RetailerOrders') as OrdersStack;
  const warehouses = app.node.findChild('RetailerWarehouses');

  new Subscription(warehouses, 'Returns', {
    from: orders.orders,
    events: [orderCancelled.all()],
    removalPolicy: RemovalPolicy.DESTROY,
  });

  const filter = at(orders.orders, 'FraudReview', 'Rule') as CfnRule;
  filter.addPropertyOverride('EventPattern.detail.data.total', [{ numeric: ['>=', 300] }]);

  const queue = at(warehouses, 'Daventry', 'Queue', 'Resource') as CfnQueue;
  queue.visibilityTimeout = 120;
}

function at(scope: IConstruct, ...ids: string[]): IConstruct {
  return ids.reduce((found, id) => found.node.findChild(id), scope);
}

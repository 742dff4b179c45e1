import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EventContract, IngestApi, OrderIngestion } from '../lib';

// #region front-door
const placed = EventContract.of({
  source: 'shop.partners',
  eventType: 'order.placed.v1',
  owner: 'partners',
  schema: {
    type: 'object',
    required: ['orderId', 'total'],
    properties: { orderId: { type: 'string' }, total: { type: 'number', exclusiveMinimum: 0 } },
  },
});

export class FrontDoorStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const orders = new OrderIngestion(this, 'Orders', { contracts: [placed] });
    const api = new IngestApi(this, 'Api', { to: orders, rateLimit: 100, burstLimit: 200 });
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    api.grants.invoke(new Role(this, 'Partner', { assumedBy }), placed); // POST /order.placed.v1, nothing else
  }
}
// #endregion

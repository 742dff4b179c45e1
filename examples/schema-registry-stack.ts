import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EventContract, OrderIngestion, SchemaRegistry } from '../lib';

// #region contracts
const orderPlaced = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
  summary: 'A customer bought something.',
  schema: {
    type: 'object',
    required: ['orderId', 'total'],
    properties: {
      orderId: { type: 'string', description: 'Given by the shop, never used again.' },
      total: { type: 'number', exclusiveMinimum: 0 },
      coupon: { type: ['string', 'null'] },
    },
  },
  examples: [{ orderId: 'A-17', total: 25.5, coupon: null }],
});

const orderReturned = EventContract.of({
  source: 'shop.service',
  eventType: 'order.returned.v1',
  owner: 'service',
  schema: { type: 'object', required: ['orderId'], properties: { orderId: { type: 'string' } } },
});
// #endregion

/** Two ingestions, one registry: people look for an event in one place. */
export class SchemaRegistryStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    // #region registry
    const registry = new SchemaRegistry(this, 'Schemas', { description: 'What the shop tells' });
    const orders = new OrderIngestion(this, 'Orders', { contracts: [orderPlaced], registry });
    const returns = new OrderIngestion(this, 'Returns', { contracts: [orderReturned], registry });

    const assumedBy = new ServicePrincipal('codebuild.amazonaws.com');
    registry.grants.read(new Role(this, 'Catalogue', { assumedBy })); // list, search, read, download bindings
    registry.grants.generateBindings(new Role(this, 'Build', { assumedBy })); // and have them made
    registry.allowAccount('222222222222'); // the same as read, for whom that account lets
    // #endregion
    orders.subscribe('Seattle', { events: [orderPlaced.all()] });
    returns.subscribe('Refunds', { events: [orderReturned.all()] });
  }
}

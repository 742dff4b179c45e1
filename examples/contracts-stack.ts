import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { z } from 'zod';
import { OrderIngestion, Subscription, TypedContract } from '../lib';

// #region contracts
const money = z.number().nonnegative().describe('In dollars.');

export const placed = TypedContract.define({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
  summary: 'A customer has placed an order and paid for it.',
  schema: z.object({
    orderId: z.string().min(1),
    shipTo: z.object({ country: z.enum(['US', 'CA', 'MX']), postalCode: z.string() }),
    lines: z.array(z.object({ sku: z.string(), quantity: z.int().min(1), price: money })).min(1),
    total: money,
    giftNote: z.string().max(500).optional().describe('To be printed on a card.'),
  }),
  examples: [
    {
      orderId: '4711',
      shipTo: { country: 'US', postalCode: '98101' },
      lines: [{ sku: 'TEAPOT', quantity: 1, price: 39.9 }],
      total: 39.9,
    },
  ],
});

export const cancelled = TypedContract.define({
  source: 'shop.checkout',
  eventType: 'order.cancelled.v1',
  owner: 'checkout',
  summary: 'An order is not to be shipped any more.',
  schema: z.object({ orderId: z.string().min(1), reason: z.string().optional() }),
  examples: [{ orderId: '4711', reason: 'ordered twice' }],
});

/** The versions that were accepted stand in the repository: a change that breaks them fails. */
export class ContractsStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    const orders = new OrderIngestion(this, 'Orders', {
      contracts: [placed, cancelled],
      contractsDirectory: join(__dirname, 'contracts'),
    });
    orders.grants.publish(new Role(this, 'Checkout', { assumedBy }), placed, cancelled);

    const seattle = new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.where({ shipTo: { country: ['US'] } }), cancelled.all()],
    });
    seattle.grants.consume(new Role(this, 'Packer', { assumedBy }));
  }
}
// #endregion

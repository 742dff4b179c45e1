import { App, Stack } from 'aws-cdk-lib';
import { EventContract, OrderIngestion } from '../../../lib';

/** For the real CDK: its contract is held against the directory that the environment names. */
const app = new App();
const placed = EventContract.of({
  ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
  schema: { type: 'object', properties: { status: { enum: ['open', 'void'] } } },
});
new OrderIngestion(new Stack(app, 'Shop'), 'Orders', {
  contracts: [placed],
  contractsDirectory: process.env['CONTRACTS'],
});
new Stack(app, 'Other');

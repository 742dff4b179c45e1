import { App, Aspects, RemovalPolicy } from 'aws-cdk-lib';
import { orderPlaced } from '../../examples/retailer/contracts';
import { type OrdersStack, retailer } from '../../examples/retailer/stacks';
import { tellOutputs } from '../e2e/deploy/outputs';
import { WithoutRefused } from '../e2e/deploy/refused';
import { FailingApi } from './failing-api';
import { ForLocalEmu } from './for-local-emu';

/**
 * The retailer's app for LocalEmu: what that refuses is taken out, each stack tells the URLs of its queues, and a stack more has an API whose events
 * PutEvents does not take. With `-c real=true` as AWS would get it.
 */
const app = new App();
retailer(app, { removalPolicy: RemovalPolicy.DESTROY });
if (!app.node.tryGetContext('real')) {
  tellOutputs(app);
  const { orders } = app.node.findChild('RetailerOrders') as OrdersStack;
  new FailingApi(app, 'FailingApi', { to: orders, contracts: [orderPlaced] });
  Aspects.of(app).add(new WithoutRefused());
  Aspects.of(app).add(new ForLocalEmu());
}

import { App, Aspects, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { orderPlaced } from '../../examples/retailer/contracts';
import { type OrdersStack, retailer } from '../../examples/retailer/stacks';
import { WithoutRefused } from '../e2e/deploy/refused';
import { urlOutput } from '../e2e/deploy/url-output';
import { FailingApi } from './failing-api';
import { ForLocalEmu } from './for-local-emu';

/**
 * The retailer's app for LocalEmu: what that refuses is taken out, each stack tells the URLs of its queues, and a stack more has an API whose events
 * PutEvents does not take. With `-c real=true` as AWS would get it.
 */
const app = new App();
retailer(app, { removalPolicy: RemovalPolicy.DESTROY });
if (!app.node.tryGetContext('real')) {
  for (const queue of app.node.findAll().filter(CfnQueue.isCfnQueue)) tellUrl(queue);
  const { orders } = app.node.findChild('RetailerOrders') as OrdersStack;
  new FailingApi(app, 'FailingApi', { to: orders, contracts: [orderPlaced] });
  Aspects.of(app).add(new WithoutRefused());
  Aspects.of(app).add(new ForLocalEmu());
}

function tellUrl(queue: CfnQueue): void {
  const stack = Stack.of(queue);
  const logicalId: string = stack.resolve(queue.logicalId);
  new CfnOutput(stack, urlOutput(logicalId), { value: queue.ref });
}

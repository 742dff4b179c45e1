import { App, Aspects, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { retailer } from '../../../examples/retailer/stacks';
import { change } from './change';
import { WithoutRefused } from './refused';
import { urlOutput } from './url-output';

/**
 * The retailer's app for an endpoint without AWS: what that refuses is taken out, and each stack tells the URLs of its queues. With `-c changed=true`
 * its second version; with `-c real=true` as AWS would get it.
 */
const app = new App();
retailer(app, { removalPolicy: RemovalPolicy.DESTROY });
if (app.node.tryGetContext('changed')) change(app);
if (!app.node.tryGetContext('real')) {
  for (const queue of app.node.findAll().filter(CfnQueue.isCfnQueue)) tellUrl(queue);
  Aspects.of(app).add(new WithoutRefused());
}

function tellUrl(queue: CfnQueue): void {
  const stack = Stack.of(queue);
  const logicalId: string = stack.resolve(queue.logicalId);
  new CfnOutput(stack, urlOutput(logicalId), { value: queue.ref });
}

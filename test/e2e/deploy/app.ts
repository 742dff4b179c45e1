import { App, Aspects, RemovalPolicy } from 'aws-cdk-lib';
import { retailer } from '../../../examples/retailer/stacks';
import { change } from './change';
import { tellOutputs } from './outputs';
import { WithoutRefused } from './refused';

/**
 * The retailer's app for an endpoint without AWS: what that refuses is taken out, and each stack tells the URLs of its queues. With `-c changed=true`
 * its second version; with `-c real=true` as AWS would get it.
 */
const app = new App();
retailer(app, { removalPolicy: RemovalPolicy.DESTROY });
if (app.node.tryGetContext('changed')) change(app);
if (!app.node.tryGetContext('real')) {
  tellOutputs(app);
  Aspects.of(app).add(new WithoutRefused());
}

import { App, RemovalPolicy } from 'aws-cdk-lib';
import { retailer } from '../examples/retailer/stacks';

/**
 * `npx cdk deploy --all`; with `-c stage=dev` nothing is kept when the stacks are deleted, with
 * `-c accountLogging=true` API Gateway is let write logs in the account.
 */
const app = new App();
const removalPolicy = app.node.tryGetContext('stage') === 'dev' ? RemovalPolicy.DESTROY : undefined;

const accountLogging = app.node.tryGetContext('accountLogging') === 'true';

retailer(app, { removalPolicy, accountLogging });

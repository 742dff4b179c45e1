import { App, RemovalPolicy } from 'aws-cdk-lib';
import { retailer } from '../examples/retailer/stacks';

/** `npx cdk deploy --all`; with `-c stage=dev` nothing is kept when the stacks are deleted. */
const app = new App();
const removalPolicy = app.node.tryGetContext('stage') === 'dev' ? RemovalPolicy.DESTROY : undefined;

retailer(app, { removalPolicy });

import { App, RemovalPolicy } from 'aws-cdk-lib';
import { channelNamed, defaultChannel } from '../examples/retailer/channels';
import { retailer } from '../examples/retailer/stacks';

/**
 * `npx cdk deploy --all`; with `-c stage=dev` nothing is kept when the stacks are deleted, with
 * `-c accountLogging=true` API Gateway is let write logs in the account. `-c channel=standard` and
 * `-c channel=fifo` take an SNS topic instead of the Classic bus: for a stage of its own, because a
 * FIFO topic's subscriptions have other queues.
 */
const app = new App();
const removalPolicy = app.node.tryGetContext('stage') === 'dev' ? RemovalPolicy.DESTROY : undefined;

const accountLogging = app.node.tryGetContext('accountLogging') === 'true';

const channel = channelNamed(app.node.tryGetContext('channel') ?? defaultChannel, '-c channel');

retailer(app, { channel, removalPolicy, accountLogging });

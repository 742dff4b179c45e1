import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { retailer } from '../../../examples/retailer/stacks';

// cdk-nag reads a property that CDK deprecated, and CDK would say so at every bus policy.
process.env.JSII_DEPRECATED = 'quiet';

const packs = [AwsSolutionsChecks, ServerlessChecks];

const reason =
  'This is a dead-letter queue: what is set aside here is looked at and redriven, not set aside again.';

/**
 * Written by hand: every finding that is set aside, where, and why. Nothing else may be
 * acknowledged.
 */
const acknowledged = [
  'RetailerOrders/Orders/Bus/DeadLetters/Resource',
  'RetailerOrders/Orders/FraudReview/DeadLetters/Resource',
  'RetailerOrders/Orders/Analytics/DeadLetters/Resource',
  'RetailerWarehouses/Daventry/DeadLetters/Resource',
  'RetailerWarehouses/Rotterdam/DeadLetters/Resource',
  'RetailerWarehouses/Barcelona/DeadLetters/Resource',
  'RetailerWarehouses/Malmo/DeadLetters/Resource',
].flatMap((path) => [
  { path, id: 'AwsSolutions-SQS3', reason },
  { path, id: 'Serverless-SQSRedrivePolicy', reason },
]);

function acknowledgements(app: App) {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries<string>(data))
      .map(([id, why]) => ({ path: node.path, id: id.replace(/^Annotation::/, ''), reason: why })),
  );
}

describe('the retailer, by cdk-nag', () => {
  test.each(packs.map((Pack) => [Pack.name, Pack] as const))(
    'has no finding of %s',
    (_name, Pack) => {
      const app = new App();
      retailer(app);
      expect(new Pack(app).validateScope(app).violations).toEqual([]);
    },
  );

  it('acknowledges exactly what is listed here, each on a resource of its own', () => {
    const app = new App();
    retailer(app);
    expect(acknowledgements(app)).toEqual(acknowledged);
    for (const { path } of acknowledged) {
      const node = app.node.findAll().find(({ node }) => node.path === path);
      expect(CfnResource.isCfnResource(node)).toBe(true);
      expect(node?.node.children).toEqual([]);
    }
  });

  it('would find a queue without a dead-letter queue', () => {
    const app = new App();
    new Queue(new Stack(app, 'Stack'), 'Queue', { enforceSSL: true });
    const found = packs.flatMap((Pack) => new Pack(app).validateScope(app).violations);
    expect(found.map(({ ruleName }) => ruleName)).toEqual([
      'AwsSolutions-SQS3',
      'Serverless-SQSRedrivePolicy',
    ]);
  });
});

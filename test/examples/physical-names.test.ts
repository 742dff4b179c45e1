import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { retailer } from '../../examples/retailer/stacks';
import { ShopStack } from '../../examples/shop-stack';
import { OrderIngestion, Subscription } from '../../lib';
import { placed } from '../support/contracts';

/** The properties by which a resource takes a name that another stack's could take too. */
const naming: Readonly<Record<string, string>> = {
  'AWS::EventSchemas::Registry': 'RegistryName',
  'AWS::Events::Archive': 'ArchiveName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::EventBusPolicy': 'StatementId',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Pipes::Pipe': 'Name',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
};

function physicalNames(of: Stack): string[] {
  const resources: { Type: string; Properties: Record<string, string> }[] = Object.values(
    Template.fromStack(of).toJSON().Resources,
  );
  return resources.flatMap(({ Type, Properties }) => Properties[naming[Type] ?? ''] ?? []);
}

describe('the same app twice in one account', () => {
  it('shares no physical name, whatever the stacks are called', () => {
    const names = ['Green', 'Blue'].map((stackName) =>
      physicalNames(new ShopStack(new App(), 'Shop', { stackName })),
    );
    expect(names.flat()).toHaveLength(4);
    expect(new Set(names.flat()).size).toBe(4);
  });

  it('shares none with two ingestions in one stack', () => {
    const of = new Stack(new App(), 'Shop');
    for (const id of ['Orders', 'Returns']) {
      const from = new OrderIngestion(of, id, { contracts: [placed] });
      new Subscription(of, `${id}Seattle`, { from, events: [placed.all()] });
    }
    expect(new Set(physicalNames(of)).size).toBe(4);
  });
});

describe('the templates of the examples', () => {
  it('name no partition, account or region', () => {
    const app = new App();
    retailer(app);
    new ShopStack(app, 'Shop');
    const templates = app.node.children
      .filter(Stack.isStack)
      .map((of) => Template.fromStack(of).toJSON());
    expect(templates).toHaveLength(3);
    for (const template of templates) {
      expect(JSON.stringify(template.Resources)).not.toMatch(/arn:aws|\d{12}|us-east-1/);
    }
  });
});

import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LegacyWarehouseStack } from '../../examples/own-queue';

const arn = 'arn:aws:sqs:eu-west-1:111111111111:legacy';

describe('the legacy queue of the guide', () => {
  it('gets a rule, and its owner a statement to add', () => {
    const stack = new LegacyWarehouseStack(new App(), 'Legacy', arn);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Events::Rule', { Targets: [{ Arn: arn }] });
    expect(stack.seattle.requiredStatements().map(({ policyOf }) => policyOf)).toEqual([arn]);
    expect(JSON.stringify(template.findOutputs('*'))).toContain('sqs:SendMessage');
  });
});

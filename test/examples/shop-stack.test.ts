import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ShopStack } from '../../examples/shop-stack';
import { counts, resource } from '../support/stacks';

const shop = () => new ShopStack(new App(), 'Shop');

describe('the shop of the README', () => {
  it('is a bus that keeps everything, a subscription and two roles', () => {
    expect(counts(shop())).toEqual({
      'AWS::Events::Archive': 1,
      'AWS::Events::EventBus': 1,
      'AWS::Events::EventBusPolicy': 1,
      'AWS::Events::Rule': 1,
      'AWS::IAM::Policy': 2,
      'AWS::IAM::Role': 2,
      'AWS::SQS::Queue': 3,
      'AWS::SQS::QueuePolicy': 3,
    });
  });

  it('gives Seattle what ships to the US, and every cancellation', () => {
    expect(resource(shop(), 'AWS::Events::Rule').Properties.EventPattern).toEqual({
      source: ['shop.checkout'],
      $or: [
        {
          'detail-type': ['order.placed.v1'],
          detail: { data: { shipTo: { country: ['US'] } } },
        },
        { 'detail-type': ['order.cancelled.v1'] },
      ],
    });
  });

  it('lets checkout publish and the warehouse consume, and nobody do both', () => {
    const policies = Object.entries(Template.fromStack(shop()).findResources('AWS::IAM::Policy'));
    const actions = Object.fromEntries(
      policies.map(([id, { Properties }]) => [
        id.replace(/DefaultPolicy.*/, ''),
        Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: unknown }) => Action),
      ]),
    );
    expect(actions).toEqual({
      Checkout: ['events:PutEvents'],
      Warehouse: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
    });
  });
});

import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OrdersStack, WarehouseStack } from '../../examples/another-app';
import { Flow } from '../../lib/analysis';

const arn = 'arn:aws:sqs:eu-west-1:111111111111:Orders-OrdersDeadLetters-1';
const event = {
  source: 'shop.checkout',
  detailType: 'order.placed.v1',
  detail: { specversion: '1.0', id: '1', source: 'shop.checkout', type: 'order.placed.v1' },
};

describe('the two apps of the guide', () => {
  it('share a bus: what its owner publishes arrives at the consumer', () => {
    const owner = Template.fromStack(new OrdersStack(new App(), 'Orders')).toJSON();
    const consumer = Template.fromStack(new WarehouseStack(new App(), 'Warehouse', arn)).toJSON();
    const { hops } = Flow.of({ Orders: owner, Warehouse: consumer }).route(event);
    expect(hops.map(({ verdict }) => verdict)).toEqual(['delivered']);
    expect(hops[0]?.delivers).toEqual({ body: event.detail });
  });
});

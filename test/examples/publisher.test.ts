import { entryOf, messageOf, orderIn } from '../../examples/publisher';

describe('the publisher of the guide', () => {
  it('makes an entry of an order', () => {
    const order = { orderId: 'o-1', shipTo: { country: 'US' }, total: 12.5 };
    const at = new Date('2026-11-24T06:30:00Z');
    const { Detail, ...rest } = entryOf(order, at, 'orders');
    expect(rest).toEqual({
      EventBusName: 'orders',
      Source: 'shop.checkout',
      DetailType: 'order.placed.v1',
      Time: at,
    });
    expect(JSON.parse(Detail)).toEqual({
      specversion: '1.0',
      id: 'o-1',
      source: 'shop.checkout',
      type: 'order.placed.v1',
      time: '2026-11-24T06:30:00.000Z',
      data: order,
    });
  });

  it('makes a message for a topic, and reads it from a queue', () => {
    const event = {
      specversion: '1.0' as const,
      id: 'o-1',
      source: 'shop.checkout',
      type: 'order.placed.v1',
      data: { orderId: 'o-1', shipTo: { country: 'US' }, total: 12.5 },
    };
    const topicArn = 'arn:aws:sns:eu-west-1:111111111111:orders';
    const message = messageOf(event, topicArn);
    expect(message).toMatchObject({
      TopicArn: topicArn,
      MessageAttributes: {
        source: { DataType: 'String', StringValue: 'shop.checkout' },
        type: { DataType: 'String', StringValue: 'order.placed.v1' },
      },
    });
    expect(JSON.parse(message.Message)).toEqual(event);
    expect(orderIn({ Body: message.Message })).toEqual(event);
  });
});

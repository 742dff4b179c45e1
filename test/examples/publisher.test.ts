import { entryOf } from '../../examples/publisher';

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
});

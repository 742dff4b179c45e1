import {
  entryOf,
  orderCancelled,
  orderPlaced,
  orderShipped,
  piecesIn,
} from '../../examples/typed-contracts';

describe('the contracts of the guide', () => {
  const [placed] = orderPlaced.examples;
  const [cancelled] = orderCancelled.examples;

  it('have a schema each, and an example that it describes', () => {
    const contracts = [orderPlaced, orderCancelled, orderShipped];
    expect(contracts.map(({ examples }) => examples.length)).toEqual([1, 1, 1]);
    expect(contracts.map(({ schema }) => schema?.['required'])).toEqual([
      ['orderId', 'placedAt', 'shipTo', 'lines'],
      ['orderId'],
      ['orderId'],
    ]);
  });

  it('check what a producer emits and a consumer reads', () => {
    const entry = entryOf(placed as typeof orderPlaced.$data, 'orders');
    expect(entry).toMatchObject({ Source: 'shop.checkout', DetailType: 'order.placed.v1' });
    expect(piecesIn({ Body: entry.Detail })).toBe(2);
    const event = { ...JSON.parse(entry.Detail), type: 'order.cancelled.v1', data: cancelled };
    expect(piecesIn({ Body: JSON.stringify(event) })).toBe(0);
  });
});

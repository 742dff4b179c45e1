import { keysOf } from '../../../lib/analysis/report/asyncapi/keys';

describe('keysOf', () => {
  it('gives each name a key of its own, the later one of two alike a number', () => {
    expect([...keysOf(['shop orders', 'shop/orders', 'shop-orders', 'a.b_c', '注文'])]).toEqual([
      ['shop orders', 'shop-orders'],
      ['shop/orders', 'shop-orders-2'],
      ['shop-orders', 'shop-orders-3'],
      ['a.b_c', 'a.b_c'],
      ['注文', '-'],
    ]);
  });
});

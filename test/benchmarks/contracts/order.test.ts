import { order, ordersOf } from '../../../benchmarks/contracts/order';
import { TypedContract } from '../../../lib';
import { validatorOf } from '../../../lib/core/schemas/validation';

describe('ordersOf', () => {
  const orders = ordersOf(200);
  const contract = TypedContract.define({
    ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
    schema: order,
  });
  const problemsOf = validatorOf(contract.schema ?? {});

  it('makes orders of about 1.6 KB, no two alike', () => {
    const texts = orders.map((one) => JSON.stringify(one));
    const mean = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;
    expect(mean).toBeGreaterThan(1_550);
    expect(mean).toBeLessThan(1_700);
    expect(new Set(texts).size).toBe(200);
  });

  it('makes orders that both sides of the benchmark take', () => {
    expect(orders.filter((one) => !order.safeParse(one).success)).toEqual([]);
    expect(orders.flatMap((one) => problemsOf(one))).toEqual([]);
  });

  test.each([
    ['a day that is not there', { placedAt: '2026-02-30T12:00:00.000Z' }],
    ['an unknown channel', { channel: 'post' }],
    ['no lines', { lines: [] }],
    ['a payment of no kind', { payment: { method: 'cash' } }],
    ['no notes', { notes: undefined }],
  ])('have both sides refuse %s', (_name, change) => {
    const bad = { ...orders[0], ...change };
    expect([order.safeParse(bad).success, problemsOf(bad).length > 0]).toEqual([false, true]);
  });
});

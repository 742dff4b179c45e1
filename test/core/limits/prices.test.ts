import { prices, pricesOf } from '../../../lib/core/limits/prices';
import { dollarsOf, ways } from '../../../scripts/price-table';

describe('prices', () => {
  it('are those of one region on one date', () => {
    expect(pricesOf).toEqual({ region: 'us-east-1', date: 'November 2026' });
  });

  test.each(Object.entries(prices))('%s names its unit and its page', (_name, price) => {
    expect(price.dollars).toBeGreaterThan(0);
    expect(price.per).toMatch(/^(million|GB) /);
    expect(price.source).toMatch(/^https:\/\/aws\.amazon\.com\/[a-z-]+\/pricing\/$/);
  });
});

describe('dollarsOf', () => {
  it('multiplies each quantity by its unit price', () => {
    expect(dollarsOf({ topicRequest: 2, fifoQueueRequest: 3 })).toBeCloseTo(2.5, 10);
  });

  // 1M orders, 2 KB, 3 warehouses. A standard queue: 1.2 x 0.40 = 0.48; a FIFO queue: 1.2 x 0.50 = 0.60.
  test.each([
    ['`ClassicBus`, pulled', 2.44], // 1.00 + 3 x 0.48
    ['`StandardTopic`, body filters', 2.48], // 0.50 + 6 GB x 0.09 + 1.44
    ['`StandardTopic`, attribute filters', 1.94], // 0.50 + 1.44
    ['`FifoTopic`, body filters', 2.71], // 0.30 + 0.034 + 0.03 + 0.006 + 0.54 + 1.80
    ['`WorkQueue`: each order to one warehouse', 0.48],
    ['`WorkQueue`, fair', 0.6], // 0.48 + 0.12
    ['`WorkQueue`, FIFO', 0.6],
    ['`ClassicBus`, pushed', 2.5], // 2.44 + 3 x 0.1 x 0.20
    ['`ClassicBus`, one at a time', 7.6], // 1.00 + 3 x (3 x 0.40 + 0.40 + 0.60)
    ['`ClassicBus`, kept for 30 days', 2.69], // 2.44 + 0.20 + 0.046
    ['`IngestApi` before the `ClassicBus`', 5.94], // 2.44 + 3.50
  ])('%s costs %d dollars', (name, dollars) => {
    const [, used] = ways.find(([way]) => way === name) ?? [];
    expect(Number(dollarsOf(used ?? {}).toFixed(2))).toBe(dollars);
  });

  it('has no way that no value was written down for', () => {
    expect(ways).toHaveLength(11);
  });
});

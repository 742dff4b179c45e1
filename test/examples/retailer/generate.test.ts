import { createHash } from 'node:crypto';
import { generateCsv, generateInvoices } from '../../../examples/retailer/generate';
import type { Order } from '../../../examples/retailer/order';
import { ARTICLES } from '../../../examples/retailer/retail-day';
import { HEADER } from './invoice-text';

const badSeed = 'seed must be a whole number from 0 to 4294967295, but is';
const badCount = 'count must be a whole number from 0 to 100000, but is';

describe('generateCsv', () => {
  test('writes the same text for the same seed', () => {
    expect(generateCsv({ seed: 11, count: 20 })).toBe(generateCsv({ seed: 11, count: 20 }));
  });

  test('writes another text for another seed', () => {
    expect(generateCsv({ seed: 11, count: 20 })).not.toBe(generateCsv({ seed: 12, count: 20 }));
  });

  test('goes on writing the text that it once wrote for a seed', () => {
    const hash = createHash('sha256').update(generateCsv({ seed: 1, count: 143 }));
    expect(hash.digest('hex')).toBe(
      '6d9f8bcb71061483e0a13ed5178e71900e1a2d1e6bbb5e36ab1b5a8b27742bb7',
    );
  });

  test('writes a bare header for no orders', () => {
    expect(generateCsv({ seed: 1, count: 0 })).toBe(`${HEADER}\n`);
  });

  test.each([
    ['a count below 0', { seed: 1, count: -1 }, `${badCount} -1`],
    ['a count too large', { seed: 1, count: 100_001 }, `${badCount} 100001`],
    ['a broken count', { seed: 1, count: 1.5 }, `${badCount} 1.5`],
    ['a seed that is no number', { seed: Number.NaN, count: 1 }, `${badSeed} NaN`],
    ['a seed too large', { seed: 2 ** 32, count: 1 }, `${badSeed} 4294967296`],
  ])('refuses %s', (_fault, options, message) => {
    expect(() => generateCsv(options)).toThrow(new RangeError(message));
  });
});

const COUNT = 2000;
const day = generateInvoices({ seed: 1, count: COUNT });

function shareOf(matches: (order: Order) => boolean): number {
  return day.orders.filter(matches).length / COUNT;
}

function linesOf(orders: readonly Order[]): number {
  return orders.flatMap(({ lines }) => lines).length;
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

function expectBetween(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
}

describe('generateInvoices', () => {
  test('makes as many orders as it is asked for', () => {
    expect(day.orders).toHaveLength(COUNT);
    expect(generateInvoices({ seed: 5, count: 1 }).orders).toHaveLength(1);
  });

  test('cancels about one order in twenty', () => {
    expectBetween(
      shareOf(({ kind }) => kind === 'cancelled'),
      0.035,
      0.065,
    );
  });

  test('sends nine orders in ten to the United Kingdom and the others to many countries', () => {
    expectBetween(
      shareOf(({ country }) => country === 'United Kingdom'),
      0.88,
      0.92,
    );
    expect(new Set(day.orders.map(({ country }) => country)).size).toBeGreaterThan(10);
  });

  test('leaves about a third of the lines, in few orders, without a customer', () => {
    const guests = day.orders.filter(({ customerId }) => customerId === undefined);
    expectBetween(linesOf(guests) / linesOf(day.orders), 0.25, 0.45);
    expectBetween(guests.length / COUNT, 0.05, 0.08);
  });

  test('lets each customer live in one country', () => {
    const customers = day.orders.filter(({ customerId }) => customerId !== undefined);
    const ids = new Set(customers.map(({ customerId }) => customerId));
    const homes = new Set(customers.map(({ customerId, country }) => `${customerId} ${country}`));
    expect(homes.size).toBe(ids.size);
  });
});

describe('generateInvoices', () => {
  /** How many invoices of customers lie between one and the next of the same customer. */
  const gaps = (() => {
    const last = new Map<string, number>();
    const ids = day.orders.flatMap(({ customerId }) => customerId ?? []);
    return ids.flatMap((id, at) => {
      const before = last.get(id);
      last.set(id, at);
      return before === undefined ? [] : [at - before];
    });
  })();

  /** More of these 2,000 come back in the course of the day, as they would on many days. */
  const soon = gaps.filter((gap) => gap < 60);

  // Real days: 29 of 127 invoices of customers on one, 16 of 130 on the other.
  test('lets customers come back soon: for about every fifth of their invoices', () => {
    const ofCustomers = day.orders.filter(({ customerId }) => customerId !== undefined).length;
    expectBetween(soon.length / ofCustomers, 0.14, 0.23);
  });

  // Real days: 40 of these 45 within seven, and 21 of them at once.
  test('lets half of those come back at once, and most within seven', () => {
    expectBetween(soon.filter((gap) => gap <= 7).length / soon.length, 0.8, 0.97);
    expectBetween(soon.filter((gap) => gap === 1).length / soon.length, 0.3, 0.6);
  });

  test('makes a day of the shop, 150 orders, with customers of several orders', () => {
    const { orders } = generateInvoices({ seed: 1, count: 150 });
    const counts = new Map<string, number>();
    for (const { customerId } of orders) {
      if (customerId !== undefined) counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
    }
    const several = [...counts.values()].filter((count) => count > 1).length;
    expectBetween(several / counts.size, 0.1, 0.3);
  });

  test('makes most orders short and a few very long', () => {
    const lengths = sorted(day.orders.map(({ lines }) => lines.length));
    expect(lengths[0]).toBe(1);
    expectBetween(lengths[COUNT / 2], 7, 15);
    expectBetween(lengths[COUNT - 1], 500, 722);
  });

  test('makes most totals small and a few very large', () => {
    const totals = sorted(day.orders.map(({ total }) => total));
    expectBetween(totals[COUNT / 2], 100, 400);
    expectBetween(totals[COUNT - 20], 3000, 20_000);
  });

  test('refuses about three rows in a thousand, for many reasons', () => {
    expectBetween(day.refused.length / day.rows, 0.002, 0.004);
    const reasons = day.refused.map(({ reason }) => reason.replace(/ near .*| in .*/, ''));
    expect(new Set(reasons)).toEqual(
      new Set([
        '3 columns instead of 8',
        'a quotation mark is not closed',
        "date '2012-11-31 10:00:00' is no date and time as",
        "quantity 'a dozen' is not a finite number",
        'quantity -12 is not above 0, and the invoice is no cancellation',
        'the stock code is empty',
        'unit price 0 is not above 0',
      ]),
    );
  });

  test('spreads the orders over the day, from 8 to 20 hours', () => {
    const times = day.orders.map(({ time }) => time);
    expect(times).toEqual([...times].sort());
    expect(times[0]).toMatch(/^2012-11-05T08:0/);
    expect(times[COUNT - 1]).toMatch(/^2012-11-05T19:5/);
  });
});

describe('ARTICLES', () => {
  test('have different codes and descriptions, and a price', () => {
    expect(new Set(ARTICLES.map(({ stockCode }) => stockCode)).size).toBe(1200);
    expect(new Set(ARTICLES.map(({ description }) => description)).size).toBe(1200);
    expect(ARTICLES.filter(({ unitPrice }) => unitPrice < 0.1 || unitPrice > 60)).toEqual([]);
  });
});

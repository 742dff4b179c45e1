import * as z from 'zod';

const money = z.object({
  amount: z.number().min(0).max(1_000_000),
  currency: z.enum(['USD', 'EUR', 'CAD']),
});
const address = z.object({
  name: z.string().min(1).max(100),
  street: z.string().min(1).max(200),
  city: z.string().min(1).max(100),
  postcode: z.string().regex(/^[A-Z0-9 -]{3,10}$/),
  country: z.enum(['US', 'CA', 'GB', 'DE', 'FR', 'MX']),
  phone: z.string().max(30).optional(),
});

/** An order as shops have them. */
export const order = z.object({
  orderId: z.uuid(),
  placedAt: z.iso.datetime(),
  channel: z.enum(['web', 'app', 'store']),
  customer: z.object({
    id: z.string().min(1).max(40),
    email: z.email(),
    tier: z.enum(['basic', 'plus', 'gold']),
    since: z.iso.date().optional(),
  }),
  shipTo: address,
  billTo: address.optional(),
  lines: z
    .array(
      z.object({
        sku: z.string().regex(/^[A-Z]{3}-\d{5}$/),
        name: z.string().max(200),
        quantity: z.int().min(1).max(999),
        price: money,
        gift: z.boolean().optional(),
        tags: z.array(z.string().max(30)).max(10),
      }),
    )
    .min(1)
    .max(200),
  total: money,
  payment: z.union([
    z.object({ method: z.literal('card'), last4: z.string().regex(/^\d{4}$/) }),
    z.object({ method: z.literal('invoice'), due: z.iso.date() }),
  ]),
  notes: z.string().max(500).nullable(),
});

export type Order = z.input<typeof order>;

const two = (number: number) => String(number).padStart(2, '0');

function addressOf(at: number) {
  return {
    name: `Customer Number ${at}`,
    street: `${at} Pine Street, Apartment ${at % 50}`,
    ...{ city: 'Seattle', postcode: `98${two(at % 100)}1`, country: 'US' as const },
    phone: `+1 206 555 ${1000 + (at % 9000)}`,
  };
}

/** About 1.6 KB each; no two are one object, so that nothing is known of them beforehand. */
export function ordersOf(count: number): Order[] {
  return Array.from({ length: count }, (_, at): Order => {
    const price = { amount: 10 + (at % 90) + 0.99, currency: 'USD' as const };
    return {
      orderId: `123e4567-e89b-42d3-a456-4266${String(14_000_000 + at)}`,
      placedAt: `2026-11-${two(1 + (at % 28))}T12:${two(at % 60)}:00.000Z`,
      channel: at % 3 === 0 ? 'app' : 'web',
      customer: {
        id: `c-${at}`,
        email: `customer${at}@example.com`,
        tier: 'plus',
        since: '2021-04-01',
      },
      shipTo: addressOf(at),
      billTo: addressOf(at + 1),
      lines: Array.from({ length: 6 }, (_, line) => ({
        sku: `ABC-${10_000 + ((at + line) % 90_000)}`,
        name: `A thing that people buy, in blue, number ${line}`,
        ...{ quantity: 1 + (line % 3), price, gift: line === 0, tags: ['sale', 'autumn'] },
      })),
      total: { amount: 600 + (at % 100), currency: 'USD' },
      payment:
        at % 2 === 0 ? { method: 'card', last4: '4242' } : { method: 'invoice', due: '2026-12-24' },
      notes: at % 5 === 0 ? 'Please leave it at the door.' : null,
    };
  });
}

import type { Order } from '../../../examples/retailer/order';

// Written by hand, beside the example's own table: who gets an order is decided here by the order
// alone, without a filter, a template or a channel.

const shipsTo: Record<string, string> = {
  'United Kingdom': 'Daventry',
  EIRE: 'Daventry',
  'Channel Islands': 'Daventry',
  Netherlands: 'Rotterdam',
  Belgium: 'Rotterdam',
  Germany: 'Rotterdam',
  France: 'Rotterdam',
  Austria: 'Rotterdam',
  Switzerland: 'Rotterdam',
  Spain: 'Barcelona',
  Portugal: 'Barcelona',
  Italy: 'Barcelona',
  Greece: 'Barcelona',
  Cyprus: 'Barcelona',
  Malta: 'Barcelona',
  Sweden: 'Malmo',
  Norway: 'Malmo',
  Denmark: 'Malmo',
  Finland: 'Malmo',
  Iceland: 'Malmo',
  Poland: 'Malmo',
  Lithuania: 'Malmo',
};

/** The invoices that each subscriber gets, in the order of the day. */
export function expectedShares(orders: readonly Order[]): Record<string, string[]> {
  const numbers = (some: readonly Order[]) => some.map(({ invoiceNo }) => invoiceNo);
  const shippedFrom = (city: string) =>
    numbers(orders.filter(({ country }) => shipsTo[country] === city));
  return {
    FraudReview: numbers(orders.filter(({ kind, total }) => kind === 'placed' && total >= 1000)),
    Analytics: numbers(orders),
    Daventry: shippedFrom('Daventry'),
    Rotterdam: shippedFrom('Rotterdam'),
    Barcelona: shippedFrom('Barcelona'),
    Malmo: shippedFrom('Malmo'),
  };
}

/** The orders whose country no warehouse ships to. */
export function expectedNoWarehouse(orders: readonly Order[]): string[] {
  return orders.filter(({ country }) => !(country in shipsTo)).map(({ invoiceNo }) => invoiceNo);
}

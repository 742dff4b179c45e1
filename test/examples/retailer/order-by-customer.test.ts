import { generateInvoices } from '../../../examples/retailer/generate';
import type { Order } from '../../../examples/retailer/order';
import { routeDay } from '../../../examples/retailer/route-day';
import { Flow } from '../../../lib/analysis';
import { templates } from './retailer-templates';

// A publisher's mistake that the measure must show: a key an invoice, on a channel that keeps the
// order of each key. What is measured is the customer's order, not the key's.
jest.mock('../../../examples/retailer/events', () => {
  const { eventOf } = jest.requireActual('../../../examples/retailer/events');
  return {
    eventOf: (order: Order) => ({ ...eventOf(order), partitionkey: `invoice-${order.invoiceNo}` }),
  };
});

describe('routeDay', () => {
  it("measures the customers' order, whatever key the publisher gives (fifo)", () => {
    const invoices = generateInvoices({ seed: 1, count: 150 });
    const { subscribers } = routeDay(invoices, Flow.of(templates('fifo')), {
      warehouses: 'RetailerWarehouses',
    });
    expect(subscribers.Analytics?.outOfOrder).toBeGreaterThan(5);
    expect(subscribers.Daventry?.outOfOrder).toBeGreaterThan(5);
    expect(subscribers.Analytics?.keepsOrder).toBe(false);
    expect(subscribers.Daventry?.keepsOrder).toBe(false);
  });
});

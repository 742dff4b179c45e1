import type { CloudEvent } from '../../lib/runtime';
import { type OrderCancelled, type OrderPlaced, orderCancelled, orderPlaced } from './contracts';
import type { Order } from './order';

/**
 * What checkout publishes of an order, on whatever channel. The invoice number is the event's id:
 * publishing an order again says the same event again.
 */
export function eventOf(order: Order): CloudEvent<OrderPlaced | OrderCancelled> {
  const { source, eventType } = order.kind === 'placed' ? orderPlaced : orderCancelled;
  return {
    specversion: '1.0',
    id: order.invoiceNo,
    source,
    type: eventType,
    time: order.time,
    partitionkey: partitionKeyOf(order),
    data: dataOf(order),
  };
}

/**
 * Whose events a channel that keeps order keeps in order: a customer's, so that a cancellation comes
 * after its order. A guest has no number by which two orders could be told to be of one person, and
 * a cancellation doesn't name the order that it takes back: each invoice of a guest stands for
 * itself. The words before the numbers keep an invoice from having the key of a customer.
 */
export function partitionKeyOf({ customerId, invoiceNo }: Order): string {
  return customerId === undefined ? `invoice-${invoiceNo}` : `customer-${customerId}`;
}

function dataOf(order: Order): OrderPlaced | OrderCancelled {
  const { invoiceNo, customerId, country, lines, total } = order;
  const common = { invoiceNo, customerId, shipTo: { country }, lines };
  return order.kind === 'placed' ? { ...common, total } : { ...common, refund: total };
}

import type { CloudEvent } from '../../lib/runtime';
import { type OrderCancelled, type OrderPlaced, orderCancelled, orderPlaced } from './contracts';
import type { Order } from './order';

/**
 * What checkout publishes of an order. The invoice number is the event's id: publishing an order
 * again says the same event again.
 */
export function eventOf(order: Order): CloudEvent<OrderPlaced | OrderCancelled> {
  const { source, eventType } = order.kind === 'placed' ? orderPlaced : orderCancelled;
  return {
    specversion: '1.0',
    id: order.invoiceNo,
    source,
    type: eventType,
    time: order.time,
    data: dataOf(order),
  };
}

function dataOf(order: Order): OrderPlaced | OrderCancelled {
  const { invoiceNo, customerId, country, lines, total } = order;
  const common = { invoiceNo, customerId, shipTo: { country }, lines };
  return order.kind === 'placed' ? { ...common, total } : { ...common, refund: total };
}

import type { CloudEvent } from '../../../lib/runtime';

/** The shop's countries; the retailer's are others. */
const countries = ['US', 'CA', 'MX'] as const;

const fewKeys = 7;

/**
 * What the checkout of the examples' shop would publish of the retailer's orders: the same ids, times,
 * keys and types, the shop's source, its countries in turn, some of them express. Cancellations are
 * among them, of which most examples know nothing.
 */
export function shopOrders(events: readonly CloudEvent[]): CloudEvent[] {
  return events.map(({ id, data, ...event }, at) => ({
    ...event,
    id,
    source: 'shop.checkout',
    subject: `order-${id}`,
    data: {
      ...(data as object),
      orderId: id,
      shipTo: { country: countries[at % 3] },
      ...(at % 5 < 2 && { express: at % 5 === 0 }),
    },
  }));
}

/** The same as another event of the shop. */
export function ofType(type: string, events: readonly CloudEvent[]): CloudEvent[] {
  return events.map((event) => ({ ...event, type }));
}

/** The same under other ids: what was published before is not published again. */
export function named(prefix: string, events: readonly CloudEvent[]): CloudEvent[] {
  return events.map((event) => ({ ...event, id: `${prefix}-${event.id}` }));
}

/** The same with few keys, so that many of them have several events. */
export function ofFewKeys(events: readonly CloudEvent[]): CloudEvent[] {
  return events.map((event, at) => ({ ...event, partitionkey: `shop-${at % fewKeys}` }));
}

/** Each order placed, and some time later cancelled. */
export function thenCancelled(events: readonly CloudEvent[]): CloudEvent[] {
  const placed = ofType('order.placed.v1', events);
  const cancelled = ofType('order.cancelled.v1', events);
  return [...placed, ...cancelled.map((event) => ({ ...event, id: `${event.id}-cancelled` }))];
}

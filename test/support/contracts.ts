import { EventContract } from '../../lib';

const shop = { source: 'shop.checkout', owner: 'checkout' };

export const placed = EventContract.of({ ...shop, eventType: 'order.placed.v1' });
export const cancelled = EventContract.of({ ...shop, eventType: 'order.cancelled.v1' });
export const shipped = EventContract.of({
  source: 'shop.warehouse',
  eventType: 'order.shipped.v1',
  owner: 'warehouse',
});

import * as z from 'zod';
import { EventContract, TypedContract } from '../lib';
import {
  type EventOf,
  fromSqsMessage,
  type PutEventsEntry,
  type SqsMessage,
  toPutEventsEntry,
} from '../lib/runtime';

// #region define
export const orderPlaced = TypedContract.define({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
  summary: 'Somebody bought something, and paid.',
  schema: z.object({
    orderId: z.string().min(1),
    placedAt: z.iso.datetime(),
    shipTo: z.object({ country: z.string().length(2) }),
    lines: z.array(z.object({ sku: z.string(), quantity: z.int().min(1) })).nonempty(),
  }),
  examples: [
    {
      orderId: 'o-1',
      placedAt: '2026-11-24T06:30:00Z',
      shipTo: { country: 'US' },
      lines: [{ sku: 'MUG-1', quantity: 2 }],
    },
  ],
});
// #endregion

// #region json-schema
interface Cancellation {
  orderId: string;
  reason?: 'customer' | 'payment';
}

export const orderCancelled = TypedContract.define<
  Cancellation,
  'shop.checkout',
  'order.cancelled.v1'
>({
  source: 'shop.checkout',
  eventType: 'order.cancelled.v1',
  owner: 'checkout',
  schema: {
    type: 'object',
    properties: {
      orderId: { type: 'string', minLength: 1 },
      reason: { enum: ['customer', 'payment'] },
    },
    required: ['orderId'],
  },
  examples: [{ orderId: 'o-1', reason: 'customer' }],
});
// #endregion

// #region any-language
export const orderShipped = EventContract.of({
  source: 'shop.warehouse',
  eventType: 'order.shipped.v1',
  owner: 'warehouse',
  schema: {
    type: 'object',
    properties: { orderId: { type: 'string' }, parcels: { type: 'integer', minimum: 1 } },
    required: ['orderId'],
  },
  examples: [{ orderId: 'o-1', parcels: 2 }],
});
// #endregion

// #region events
type OrderPlaced = EventOf<typeof orderPlaced>;
type ShopEvent = EventOf<typeof orderPlaced | typeof orderCancelled>;

/** A producer: another source or type, or other data, does not compile. */
export function entryOf(data: OrderPlaced['data'], eventBusName: string): PutEventsEntry {
  const event: OrderPlaced = {
    specversion: '1.0',
    id: data.orderId,
    source: 'shop.checkout',
    type: 'order.placed.v1',
    data,
  };
  return toPutEventsEntry(event, { eventBusName });
}

/** A consumer: `type` tells the data. */
export function piecesIn(message: SqsMessage): number {
  const event = fromSqsMessage(message) as ShopEvent;
  switch (event.type) {
    case 'order.placed.v1':
      return event.data.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    case 'order.cancelled.v1':
      return 0;
  }
}
// #endregion

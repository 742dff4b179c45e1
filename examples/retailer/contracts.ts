import { TypedContract } from '../../lib';
import type { OrderLine } from './order';
import { orderCancelledSchema, orderPlacedSchema } from './schemas';

/** What both events tell of an order: whose it is, where it goes, what is in it. */
interface Purchase {
  readonly invoiceNo: string;
  /** Absent for a guest. */
  readonly customerId?: string;
  readonly shipTo: { readonly country: string };
  readonly lines: readonly OrderLine[];
}

export interface OrderPlaced extends Purchase {
  /** What it is worth. */
  readonly total: number;
}

/** What came back, or never went out. */
export interface OrderCancelled extends Purchase {
  readonly refund: number;
}

export const source = 'retailer.checkout';

export const orderPlaced = TypedContract.define<OrderPlaced>({
  source,
  eventType: 'order.placed.v1',
  owner: 'checkout',
  summary: 'A customer bought something.',
  schema: orderPlacedSchema,
});

export const orderCancelled = TypedContract.define<OrderCancelled>({
  source,
  eventType: 'order.cancelled.v1',
  owner: 'checkout',
  summary: 'A customer gave something back, or an order was withdrawn.',
  schema: orderCancelledSchema,
});

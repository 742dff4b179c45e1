import { TypedContract } from '../../lib';

/** A line of an order. */
export interface OrderLine {
  readonly stockCode: string;
  readonly description: string;
  readonly quantity: number;
  /** In the shop's currency. */
  readonly unitPrice: number;
}

/** What the checkout tells of an order: where it goes, what is in it, what it is worth. */
export interface OrderPlaced {
  readonly invoiceNo: string;
  /** Absent for a guest. */
  readonly customerId?: string;
  readonly shipTo: { readonly country: string };
  readonly lines: readonly OrderLine[];
  readonly total: number;
}

/** What came back, or never went out. */
export interface OrderCancelled {
  readonly invoiceNo: string;
  readonly customerId?: string;
  readonly shipTo: { readonly country: string };
  readonly lines: readonly OrderLine[];
  readonly refund: number;
}

export const source = 'retailer.checkout';

export const orderPlaced = TypedContract.define<OrderPlaced>({
  source,
  eventType: 'order.placed.v1',
  owner: 'checkout',
  summary: 'A customer bought something.',
});

export const orderCancelled = TypedContract.define<OrderCancelled>({
  source,
  eventType: 'order.cancelled.v1',
  owner: 'checkout',
  summary: 'A customer gave something back, or an order was withdrawn.',
});

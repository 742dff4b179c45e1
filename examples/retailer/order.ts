/** What a customer bought, or sent back: all accepted lines of one invoice. */
export interface Order {
  /** As the retailer writes it; a cancellation's starts with `C`. */
  readonly invoiceNo: string;
  readonly kind: 'placed' | 'cancelled';
  /** When the invoice was made: RFC 3339 in UTC, such as `2010-12-01T08:26:00Z`. */
  readonly time: string;
  readonly country: string;
  /** Digits such as `17850`; a guest has none. */
  readonly customerId?: string;
  /** At least one, in the order of the file. */
  readonly lines: readonly OrderLine[];
  /** The price of all pieces, or the refund of a cancellation: never negative, rounded to cents. */
  readonly total: number;
  /** Where each of `lines` begins in the file, whose header is line 1. */
  readonly fileLines: readonly number[];
}

/** One article of an order. */
export interface OrderLine {
  readonly stockCode: string;
  /** Often empty: the retailer's staff left it out. */
  readonly description: string;
  /** Pieces bought, or pieces sent back in a cancellation: never negative. */
  readonly quantity: number;
  /** Above 0, in the retailer's currency (pounds). */
  readonly unitPrice: number;
}

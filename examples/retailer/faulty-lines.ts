import { type Cells, csvLine } from './csv-line';
import type { Random } from './random';

/** What goes wrong in a shop's books, and how often. */
const FAULTS: readonly { readonly weight: number; readonly write: (cells: Cells) => string }[] = [
  // Pieces that are found or lost are booked as invoices without a price.
  { weight: 6, write: (cells) => csvLine({ ...cells, Description: '', UnitPrice: '0.0' }) },
  { weight: 2, write: (cells) => csvLine({ ...cells, Description: 'damaged', Quantity: '-12' }) },
  { weight: 1, write: (cells) => csvLine({ ...cells, Quantity: 'a dozen' }) },
  { weight: 1, write: (cells) => csvLine({ ...cells, StockCode: '' }) },
  { weight: 1, write: (cells) => csvLine({ ...cells, InvoiceDate: '2012-11-31 10:00:00' }) },
  { weight: 1, write: ({ InvoiceNo, StockCode }) => `${InvoiceNo},${StockCode},2` },
  { weight: 1, write: (cells) => csvLine({ ...cells, Description: '?' }).replace('?', '"TIN') },
];

/**
 * A line that is refused, written like `model` but for an invoice of its own: so no order misses a
 * line.
 */
export function faultyLine(random: Random, model: Cells, invoiceNo: string): string {
  const cells = { ...model, InvoiceNo: invoiceNo, CustomerID: '', Quantity: '2' };
  return random.pick(FAULTS).write(cells);
}

import { isDeepStrictEqual } from 'node:util';
import { type CsvRecord, csvRecords } from './csv-records';
import {
  COLUMNS,
  type InvoiceRow,
  isCancellation,
  isGoodLongRow,
  mayBeOneRow,
  readRow,
} from './invoice-row';
import type { Order, OrderLine } from './order';
import { shown } from './shown';

/** What a file of invoice lines holds. Every row is in exactly one order, or refused. */
export interface Invoices {
  /** Rows of the file, without its header. */
  readonly rows: number;
  /** In the order of the file. */
  readonly refused: readonly RefusedRow[];
  /** In the order of their first accepted row. */
  readonly orders: readonly Order[];
}

/** A row that is in no order. */
export interface RefusedRow {
  /** Where the row begins in the file, whose header is line 1. */
  readonly line: number;
  /** What is wrong, with the value, for people. */
  readonly reason: string;
}

/** The text is not a file of invoice lines: it begins in another way. Its message is one line. */
export class NotInvoicesError extends Error {
  override readonly name = 'NotInvoicesError';
}

/**
 * Reads orders from invoice lines: a CSV text with the header
 * `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country`.
 *
 * Rows of one invoice make one order, wherever they stand; where they disagree, date, country and
 * customer are those of the first accepted one. A bad row is refused alone. The time taken grows
 * with the length of the text, whatever it holds.
 *
 * @throws NotInvoicesError if the header is another one.
 */
export function readInvoices(text: string): Invoices {
  const records = csvRecords(text, { mayBeOne: mayBeOneRow, isSurelyOne: isGoodLongRow });
  const header = records.next();
  checkHeader(header.done ? undefined : header.value);

  const drafts = new Map<string, Draft>();
  const refused: RefusedRow[] = [];
  let rows = 0;
  for (const record of records) {
    rows += 1;
    const reason = takeIn(record, drafts);
    if (reason !== undefined) refused.push({ line: record.line, reason });
  }
  return { rows, refused, orders: [...drafts.values()].map(finished) };
}

function checkHeader(header: CsvRecord | undefined): void {
  if (header !== undefined && 'fields' in header && isDeepStrictEqual(header.fields, COLUMNS))
    return;
  throw new NotInvoicesError(
    `not a file of invoice lines: ${howItBegins(header)}, and not with ${COLUMNS.join(',')} ` +
      '(CSV with commas, in UTF-8)',
  );
}

function howItBegins(header: CsvRecord | undefined): string {
  if (header === undefined) return 'it is empty';
  if ('broken' in header) return `it begins with a line in which ${header.broken}`;
  const line = header.fields.join(',');
  if (line.includes('\0')) return 'it begins with zero bytes, as UTF-16 and binary files do';
  return `it begins with ${shown(line)}`;
}

/** An order to which rows are still added. */
interface Draft {
  readonly first: InvoiceRow;
  readonly lines: OrderLine[];
  readonly fileLines: number[];
  /** Not rounded. */
  total: number;
}

/** Adds a record to the order of its invoice; says why not if it is refused. */
function takeIn(record: CsvRecord, drafts: Map<string, Draft>): string | undefined {
  if ('broken' in record) return record.broken;
  const row = readRow(record.fields);
  if ('reason' in row) return row.reason;

  const draft = drafts.get(row.invoiceNo) ?? { first: row, lines: [], fileLines: [], total: 0 };
  const { stockCode, description, quantity, unitPrice } = row;
  const total = draft.total + quantity * unitPrice;
  if (!Number.isFinite(total)) {
    return `quantity ${quantity} x unit price ${unitPrice} makes the order's total infinite`;
  }
  draft.total = total;
  draft.lines.push({ stockCode, description, quantity, unitPrice });
  draft.fileLines.push(record.line);
  drafts.set(row.invoiceNo, draft);
  return undefined;
}

function finished({ first, lines, fileLines, total }: Draft): Order {
  const { invoiceNo, time, country, customerId } = first;
  return {
    invoiceNo,
    kind: isCancellation(invoiceNo) ? 'cancelled' : 'placed',
    time,
    country,
    ...(customerId !== undefined && { customerId }),
    lines,
    total: roundedToCents(total),
    fileLines,
  };
}

function roundedToCents(amount: number): number {
  const cents = Math.round(amount * 100);
  return Number.isSafeInteger(cents) ? cents / 100 : amount; // beyond, a number has no cents
}

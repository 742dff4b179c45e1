import { shown } from './shown';

/** The header of the file: one column a field. */
export const COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;

/** One line of an invoice that can be part of an order. */
export interface InvoiceRow {
  readonly invoiceNo: string;
  readonly stockCode: string;
  readonly description: string;
  /** Pieces; in a cancellation the pieces sent back. Never negative. */
  readonly quantity: number;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly unitPrice: number;
  /** A guest has none. */
  readonly customerId?: string;
  readonly country: string;
}

/** Why a row can't be part of an order. */
export interface Refusal {
  /** All that is wrong with the row, for people, with the values. */
  readonly reason: string;
}

// `Number` alone would take an empty field for 0, and read `0x10` and `Infinity`.
const DECIMAL = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const DATE = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
const WHOLE_DECIMAL = new RegExp(`^${DECIMAL}$`);
const WHOLE_DATE = new RegExp(`^${DATE}$`);
const ROW_WITHIN = new RegExp(
  String.raw`(?:^|,)\s*${DECIMAL}\s*,\s*${DATE}\s*,\s*${DECIMAL}\s*(?:,|$)`,
);

/** Whether an invoice is a cancellation of an earlier one. */
export function isCancellation(invoiceNo: string): boolean {
  return invoiceNo.startsWith('C');
}

/**
 * Whether the fields can be one row of the file, good or bad. They can't where a text goes on over
 * a line break and holds a quantity, a date and a price side by side: it has swallowed another row.
 */
export function mayBeOneRow(fields: readonly string[]): boolean {
  const swallows = (field: string) => field.includes('\n') && ROW_WITHIN.test(field);
  return fields.length === COLUMNS.length && !fields.some(swallows);
}

/** Whether the fields are a row for an order that goes over a line break in its description. */
export function isGoodLongRow(fields: readonly string[]): boolean {
  const firstLong = fields.findIndex((field) => field.includes('\n'));
  return (
    COLUMNS[firstLong] === 'Description' && mayBeOneRow(fields) && !('reason' in readRow(fields))
  );
}

/** Reads the fields of one row, or says all that is wrong with it. */
export function readRow(fields: readonly string[]): InvoiceRow | Refusal {
  if (fields.length !== COLUMNS.length) return { reason: wrongColumns(fields) };
  const [invoiceNo, stockCode, , quantity, date, price, customer, country] = fields.map((field) =>
    field.trim(),
  );
  const pieces = decimal(quantity);
  const unitPrice = decimal(price);
  const time = readTime(date);
  const reasons = [
    invoiceNo === '' && 'the invoice number is empty',
    stockCode === '' && 'the stock code is empty',
    country === '' && 'the country is empty',
    wrongQuantity(quantity, pieces, isCancellation(invoiceNo)),
    time === undefined && `date ${shown(date)} is no date and time as in 2010-12-31 23:59:59`,
    wrongPrice(price, unitPrice),
    wrongValue(pieces, unitPrice),
  ].filter((reason) => typeof reason === 'string');
  if (reasons.length > 0 || time === undefined) return { reason: reasons.join('; ') };
  return {
    invoiceNo,
    stockCode,
    description: fields[2],
    quantity: Math.abs(pieces),
    time,
    unitPrice,
    ...(customer !== '' && { customerId: readCustomer(customer) }),
    country,
  };
}

function wrongColumns(fields: readonly string[]): string {
  if (fields.length === 1 && fields[0] === '') return 'the line is empty';
  const columns = fields.length === 1 ? '1 column' : `${fields.length} columns`;
  return `${columns} instead of ${COLUMNS.length} in ${shown(fields.join(','))}`;
}

function wrongQuantity(text: string, quantity: number, cancels: boolean): string | false {
  if (!Number.isFinite(quantity)) return `quantity ${shown(text)} is not a finite number`;
  if (cancels) return quantity > 0 && `quantity ${quantity} is above 0 in a cancellation`;
  return quantity <= 0 && `quantity ${quantity} is not above 0, and the invoice is no cancellation`;
}

function wrongPrice(text: string, price: number): string | false {
  if (!Number.isFinite(price)) return `unit price ${shown(text)} is not a finite number`;
  return price <= 0 && `unit price ${price} is not above 0`;
}

function wrongValue(quantity: number, price: number): string | false {
  const factorsAreFinite = Number.isFinite(quantity) && Number.isFinite(price);
  const isWrong = factorsAreFinite && !Number.isFinite(quantity * price);
  return isWrong && `quantity ${quantity} x unit price ${price} is not a finite number`;
}

/** The number that a field holds in decimal notation; NaN if it holds none. */
function decimal(text: string): number {
  return WHOLE_DECIMAL.test(text) ? Number(text) : Number.NaN;
}

/**
 * The time as in RFC 3339, or undefined if the calendar has no such day or the day no such time.
 */
function readTime(text: string): string | undefined {
  if (!WHOLE_DATE.test(text)) return undefined;
  const local = text.replace(' ', 'T');
  const date = new Date(`${local}Z`);
  // `Date` makes March the 2nd of February the 30th: only a date that it gives back exists.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(local);
  return exists ? `${local}Z` : undefined;
}

/** The retailer's export wrote customer numbers with a fraction: `17850.0`. */
function readCustomer(text: string): string {
  return text.replace(/^(\d+)\.0+$/, '$1');
}

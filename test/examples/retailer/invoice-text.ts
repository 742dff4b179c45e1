/** Texts of invoice lines for the tests: all rows here are made up. */

export const HEADER =
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** The fields of a good row. */
export const GOOD = [
  '700001',
  '4711',
  'OAK BENCH',
  '3',
  '2020-02-29 09:15:30',
  '2.5',
  '991.0',
  'Norway',
] as const;

const COLUMN = {
  invoiceNo: 0,
  stockCode: 1,
  description: 2,
  quantity: 3,
  date: 4,
  price: 5,
  customer: 6,
  country: 7,
};

/** The fields of a good row but for those that are named. */
export function fieldsWith(changes: Partial<Record<keyof typeof COLUMN, string>> = {}): string[] {
  const fields: string[] = [...GOOD];
  for (const [name, value] of Object.entries(changes)) {
    fields[COLUMN[name as keyof typeof COLUMN]] = value;
  }
  return fields;
}

/** The line of a good row but for the fields that are named, written without quotation marks. */
export function rowWith(changes: Partial<Record<keyof typeof COLUMN, string>> = {}): string {
  return fieldsWith(changes).join(',');
}

/** A file of these lines, or records of several lines. */
export function fileOf(...records: readonly string[]): string {
  return [HEADER, ...records].map((record) => `${record}\n`).join('');
}

/** Writes a field as RFC 4180 wants it. */
export function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

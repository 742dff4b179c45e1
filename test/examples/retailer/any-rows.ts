// Every row of an invoice file, good and bad, in random texts; and lines with a stray quotation
// mark.

import fc from 'fast-check';
import { fieldsWith, quoted, rowWith } from './invoice-text';

/** Text as it may stand in a quoted field. */
export const anyText = fc.string({
  unit: fc.constantFrom('a', 'Z', ' ', ',', '"', '\n', '7', 'é', '_'),
});

/** Text that begins and ends like a name: elsewhere than in a description nobody writes others. */
const name = anyText.map((text) => `n${text}n`);

/** The fields of a row that belongs into an order. */
export const goodFields = fc
  .record({
    invoiceNo: fc.constantFrom('1', '2', '__proto__', 'C1'),
    stockCode: name,
    description: anyText,
    pieces: fc.integer({ min: 1, max: 99 }),
    price: fc.constantFrom('0.01', '2.55', '100', '1e3'),
    customer: fc.oneof(fc.constant(''), name),
    country: name,
  })
  .map(({ pieces, ...fields }) =>
    fieldsWith({ ...fields, quantity: fields.invoiceNo === 'C1' ? `-${pieces}` : `${pieces}` }),
  );

const fault = fc.constantFrom(
  { column: 0, value: '' },
  { column: 1, value: '\n' },
  { column: 3, value: '0x10' },
  { column: 3, value: 'Infinity' },
  { column: 4, value: '2021-02-30 00:00:00' },
  { column: 5, value: '0' },
  { column: 5, value: '' },
  { column: 7, value: ' ' },
);

/** The fields of a row that is refused. */
export const badFields = fc
  .tuple(goodFields, fault)
  .map(([fields, { column, value }]) => fields.with(column, value));

/** A line with one quotation mark too many, anywhere. */
export const strayQuote = fc
  .tuple(fc.nat(), fc.constantFrom(rowWith(), rowWith({ description: '"A, B"' }), '1,2', ''))
  .map(([place, line]) => {
    const at = place % (line.length + 1);
    return `${line.slice(0, at)}"${line.slice(at)}`;
  });

/** Writes fields as a record. */
export function written(fields: readonly string[]): string {
  return fields.map(quoted).join(',');
}

/** The line at which each record begins in a file of these. */
export function firstLines(records: readonly string[]): number[] {
  let next = 2;
  return records.map((record) => {
    const line = next;
    next += record.split('\n').length;
    return line;
  });
}

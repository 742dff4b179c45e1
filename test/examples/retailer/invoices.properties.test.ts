import fc from 'fast-check';
import { NotInvoicesError, readInvoices } from '../../../examples/retailer/invoices';
import { anyText, badFields, firstLines, goodFields, strayQuote, written } from './any-rows';
import { fileOf, HEADER } from './invoice-text';

const row = fc.oneof(
  { weight: 3, arbitrary: goodFields.map((fields) => ({ fields, isGood: true })) },
  { weight: 1, arbitrary: badFields.map((fields) => ({ fields, isGood: false })) },
);

const goodRows = fc.array(goodFields);
const shuffledRows = goodRows.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
);

describe('readInvoices', () => {
  test('for every set of rows, takes each good one into one order and refuses each bad one', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const records = rows.map(({ fields }) => written(fields));
        const begin = firstLines(records);
        const { rows: count, refused, orders } = readInvoices(fileOf(...records));
        const inOrders = orders.flatMap(({ fileLines }) => fileLines).sort((a, b) => a - b);
        expect(count).toBe(rows.length);
        expect(inOrders).toEqual(begin.filter((_, at) => rows[at].isGood));
        expect(refused.map(({ line }) => line)).toEqual(begin.filter((_, at) => !rows[at].isGood));
        expect(orders.map(({ lines }) => lines.length)).toEqual(
          orders.map(({ fileLines }) => fileLines.length),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('for every set of rows in any order, makes the same orders', () => {
    const contents = (rows: readonly (readonly string[])[]) =>
      readInvoices(fileOf(...rows.map(written)))
        .orders.map(({ invoiceNo, total, lines }) => [
          invoiceNo,
          total,
          lines.map((line) => JSON.stringify(line)).sort(),
        ])
        .sort();
    fc.assert(
      fc.property(shuffledRows, ([rows, shuffled]) => {
        expect(contents(shuffled)).toEqual(contents(rows));
      }),
    );
  });
});

describe('readInvoices', () => {
  test('for every good file, refuses an added line with a stray quotation mark, and no other', () => {
    fc.assert(
      fc.property(goodRows, goodRows, strayQuote, (before, after, stray) => {
        const above = before.map(written);
        const below = after.map(written);
        const strayLine = firstLines([...above, stray])[above.length];
        const alone = readInvoices(fileOf(...above, ...below));
        const together = readInvoices(fileOf(...above, stray, ...below));
        const moved = (line: number) => (line < strayLine ? line : line + 1);
        expect(together.refused.map(({ line }) => line)).toEqual([strayLine]);
        expect(together.orders).toEqual(
          alone.orders.map((order) => ({ ...order, fileLines: order.fileLines.map(moved) })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('for every text below the header, counts each row once', () => {
    const anyRest = fc.oneof(anyText, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anyRest, (rest) => {
        const { rows, refused, orders } = readInvoices(`${HEADER}\n${rest}`);
        expect(orders.flatMap(({ lines }) => lines).length + refused.length).toBe(rows);
      }),
    );
  });

  test('for every text without the header, says that it is another format', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readInvoices(text)).toThrow(NotInvoicesError);
      }),
    );
  });
});

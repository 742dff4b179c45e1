import { readFileSync } from 'node:fs';
import { NotInvoicesError, readInvoices } from '../../../examples/retailer/invoices';
import { describeWithShared, sharedPath } from '../../support/shared';
import { fieldsWith, fileOf, HEADER, quoted, rowWith } from './invoice-text';

const ONE_ORDER = {
  rows: 2,
  refused: [],
  orders: [
    {
      invoiceNo: '700001',
      kind: 'placed',
      time: '2020-02-29T09:15:30Z',
      country: 'Norway',
      customerId: '991',
      lines: [
        { stockCode: '4711', description: 'OAK BENCH', quantity: 3, unitPrice: 2.5 },
        { stockCode: '4712', description: '', quantity: 2, unitPrice: 0.35 },
      ],
      total: 8.2,
      fileLines: [2, 3],
    },
  ],
};

describe('readInvoices', () => {
  test('makes one order of the lines of an invoice', () => {
    const second = { stockCode: '4712', description: '', quantity: '2', price: '0.35' };
    expect(readInvoices(fileOf(rowWith(), rowWith(second)))).toEqual(ONE_ORDER);
  });

  test('makes a cancellation of an invoice that starts with C', () => {
    const [order] = readInvoices(fileOf(rowWith({ invoiceNo: 'C9', quantity: '-4' }))).orders;
    expect(order).toMatchObject({ kind: 'cancelled', total: 10, lines: [{ quantity: 4 }] });
  });

  test('makes an order of a guest', () => {
    const [order] = readInvoices(fileOf(rowWith({ customer: '' }))).orders;
    expect(order).not.toHaveProperty('customerId');
  });

  test('gathers an invoice from all over the file', () => {
    const rows = ['b', 'a', 'b'].map((invoiceNo) => rowWith({ invoiceNo }));
    const { orders } = readInvoices(fileOf(...rows));
    expect(orders.map(({ invoiceNo, fileLines }) => [invoiceNo, fileLines])).toEqual([
      ['b', [2, 4]],
      ['a', [3]],
    ]);
  });

  test('finds no rows below a bare header', () => {
    expect(readInvoices(HEADER)).toEqual({ rows: 0, refused: [], orders: [] });
  });
});

describe('readInvoices', () => {
  test('takes date, country and customer from the first accepted line of an invoice', () => {
    const [order] = readInvoices(
      fileOf(
        rowWith({ price: '0', country: 'Refused', customer: '1' }),
        rowWith({ date: '2020-03-01 00:00:00', country: 'First', customer: '2' }),
        rowWith({ date: '2020-01-01 00:00:00', country: 'Second', customer: '3' }),
      ),
    ).orders;
    expect(order).toMatchObject({
      time: '2020-03-01T00:00:00Z',
      country: 'First',
      customerId: '2',
      fileLines: [3, 4],
    });
  });

  test('takes names that objects inherit for ordinary ones', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const rows = names.map((name) => rowWith({ invoiceNo: name, stockCode: name, country: name }));
    const { orders } = readInvoices(fileOf(...rows));
    expect(orders.map(({ invoiceNo }) => invoiceNo)).toEqual(names);
    expect(orders.map(({ country }) => country)).toEqual(names);
    expect(orders.map(({ lines }) => lines[0].stockCode)).toEqual(names);
  });

  test('rounds a total to cents', () => {
    const row = rowWith({ quantity: '1', price: '0.1' });
    expect(readInvoices(fileOf(row, row, row)).orders[0].total).toBe(0.3);
  });

  test('keeps a total that is too large to have cents', () => {
    const [order] = readInvoices(fileOf(rowWith({ quantity: '1', price: '1e308' }))).orders;
    expect(order.total).toBe(1e308);
  });
});

describe('readInvoices', () => {
  test('refuses a bad row, and makes the order of the other rows of its invoice', () => {
    const rows = [rowWith(), rowWith({ price: '-1' }), rowWith({ stockCode: '4713' })];
    const { refused, orders } = readInvoices(fileOf(...rows));
    expect(refused).toEqual([{ line: 3, reason: 'unit price -1 is not above 0' }]);
    expect(orders.map(({ fileLines }) => fileLines)).toEqual([[2, 4]]);
  });

  test('refuses the row that would make the total of an order infinite', () => {
    const large = rowWith({ quantity: '1', price: '1e308' });
    const { refused, orders } = readInvoices(fileOf(large, large, rowWith()));
    expect(refused).toEqual([
      { line: 3, reason: "quantity 1 x unit price 1e+308 makes the order's total infinite" },
    ]);
    expect(orders.map(({ fileLines }) => fileLines)).toEqual([[2, 4]]);
  });

  test('refuses an empty line, and takes the line break at the end for none', () => {
    expect(readInvoices(`${HEADER}\n\n${rowWith()}\n`)).toMatchObject({
      rows: 2,
      refused: [{ line: 2, reason: 'the line is empty' }],
    });
  });
});

describe('readInvoices', () => {
  test('gives a row of several lines the number of its first one', () => {
    const good = fieldsWith({ description: 'OAK\nBENCH' }).map(quoted).join(',');
    const bad = fieldsWith({ description: 'a\n\nb', price: '0' }).map(quoted).join(',');
    const { rows, refused, orders } = readInvoices(fileOf(good, bad, rowWith()));
    expect(rows).toBe(3);
    expect(refused.map(({ line }) => line)).toEqual([4]);
    expect(orders[0].fileLines).toEqual([2, 7]);
    expect(orders[0].lines[0].description).toBe('OAK\nBENCH');
  });

  test('reads a file with a byte order mark, CRLF and quoted names of columns', () => {
    const header = HEADER.split(',').map((column) => `"${column}"`);
    expect(readInvoices(`\uFEFF${header.join(',')}\r\n${rowWith()}\r\n`)).toEqual(
      readInvoices(fileOf(rowWith())),
    );
  });

  test('reads the rows between a quotation mark without an end and one without a beginning', () => {
    const { refused, orders } = readInvoices(
      fileOf(
        rowWith({ description: '"OAK BENCH' }),
        rowWith({ invoiceNo: '700002' }),
        rowWith({ invoiceNo: '700003' }),
        rowWith({ description: 'OAK BENCH"' }),
        rowWith({ invoiceNo: '700004' }),
      ),
    );
    expect(refused.map(({ line }) => line)).toEqual([2, 5]);
    expect(orders.map(({ invoiceNo }) => invoiceNo)).toEqual(['700002', '700003', '700004']);
  });
});

const UTF_16 = Buffer.from(`\uFEFF${HEADER}`, 'utf16le').toString('utf8');

// biome-ignore format: a table
const formats: [string, string, string][] = [
  ['an empty file', '', 'it is empty'],
  ['a lone byte order mark', '\uFEFF', 'it is empty'],
  ['an empty first line', '\n', "it begins with ''"],
  ['other columns', 'id,name\n1,a', "it begins with 'id,name'"],
  ['other separators', HEADER.replaceAll(',', ';'), "it begins with 'InvoiceNo;StockCode;Description;Quantity…'"],
  ['a column too few', HEADER.replace(',Country', ''), "it begins with 'InvoiceNo,StockCode,Description,Quantity…'"],
  ['one column with all the names', `"${HEADER}"`, "it begins with 'InvoiceNo,StockCode,Description,Quantity…'"],
  ['no header', rowWith(), "it begins with '700001,4711,OAK BENCH,3,2020-02-29 09:15…'"],
  ['UTF-16', UTF_16, 'it begins with zero bytes, as UTF-16 and binary files do'],
  ['a picture', '\u0089PNG\r\n\u001a\n', String.raw`it begins with '\u{89}PNG'`],
  ['a broken header', '"InvoiceNo,StockCode', "it begins with a line in which a quotation mark is not closed near '\"InvoiceNo,StockCode'"],
];

describe('readInvoices', () => {
  test.each(formats)('refuses %s', (_format, text, begins) => {
    const message = `not a file of invoice lines: ${begins}, and not with ${HEADER} (CSV with commas, in UTF-8)`;
    expect(() => readInvoices(text)).toThrow(new NotInvoicesError(message));
    expect(() => readInvoices(text)).toThrow(NotInvoicesError);
  });
});

const days = [
  { day: '2010-12-01', rows: 3108, refused: 10, inOrders: 3098, placed: 127, cancelled: 6 },
  { day: '2011-12-05', rows: 5331, refused: 8, inOrders: 5323, placed: 127, cancelled: 16 },
];

describeWithShared('readInvoices', () => {
  test.each(days)('reads the orders of $day', ({ day, ...expected }) => {
    const text = readFileSync(sharedPath(`orders/${day}.csv`), 'utf8');
    const { rows, refused, orders } = readInvoices(text);
    expect({
      rows,
      refused: refused.length,
      inOrders: orders.flatMap(({ fileLines }) => fileLines).length,
      placed: orders.filter(({ kind }) => kind === 'placed').length,
      cancelled: orders.filter(({ kind }) => kind === 'cancelled').length,
    }).toEqual(expected);
  });
});

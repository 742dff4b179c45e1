import { isGoodLongRow, mayBeOneRow, readRow } from '../../../examples/retailer/invoice-row';
import { fieldsWith } from './invoice-text';

type Changes = Parameters<typeof fieldsWith>[0];

describe('readRow', () => {
  test('reads a row', () => {
    expect(readRow(fieldsWith())).toEqual({
      invoiceNo: '700001',
      stockCode: '4711',
      description: 'OAK BENCH',
      quantity: 3,
      time: '2020-02-29T09:15:30Z',
      unitPrice: 2.5,
      customerId: '991',
      country: 'Norway',
    });
  });

  test('leaves the customer of a guest out', () => {
    expect(readRow(fieldsWith({ customer: ' ' }))).not.toHaveProperty('customerId');
  });

  test('takes no notice of blanks around fields, but for the description', () => {
    const fields = fieldsWith().map((field) => ` ${field}\t`);
    expect(readRow(fields)).toEqual(readRow(fieldsWith({ description: ' OAK BENCH\t' })));
  });
});

const readings: [string, Changes, string, string | number][] = [
  ['pieces of a cancellation', { invoiceNo: 'C7', quantity: '-12' }, 'quantity', 12],
  ['a cancellation of no pieces', { invoiceNo: 'C7', quantity: '0' }, 'quantity', 0],
  ['a price with an exponent', { price: '25e-1' }, 'unitPrice', 2.5],
  ['a price with a sign', { price: '+2.5' }, 'unitPrice', 2.5],
  ['a price without an integer part', { price: '.5' }, 'unitPrice', 0.5],
  ['a price without a fraction', { price: '2.' }, 'unitPrice', 2],
  ['a customer with a fraction of zero', { customer: '17850.0' }, 'customerId', '17850'],
  ['a customer with a long fraction of zero', { customer: '17850.000' }, 'customerId', '17850'],
  ['a customer with another fraction', { customer: '17850.5' }, 'customerId', '17850.5'],
  ['a customer without a fraction', { customer: '100' }, 'customerId', '100'],
  ['a customer that is no number', { customer: 'ACME.0' }, 'customerId', 'ACME.0'],
  ['an empty description', { description: '' }, 'description', ''],
  ['blanks of a description', { description: ' OAK  BENCH ' }, 'description', ' OAK  BENCH '],
];

const notAboveZero = 'is not above 0, and the invoice is no cancellation';
const notFinite = 'is not a finite number';
const noDate = 'is no date and time as in 2010-12-31 23:59:59';

// biome-ignore format: a table
const refusals: [string, Changes, string][] = [
  ['an empty invoice number', { invoiceNo: '' }, 'the invoice number is empty'],
  ['a blank invoice number', { invoiceNo: '  ' }, 'the invoice number is empty'],
  ['an empty stock code', { stockCode: ' ' }, 'the stock code is empty'],
  ['an empty country', { country: '' }, 'the country is empty'],
  ['a quantity of 0', { quantity: '0' }, `quantity 0 ${notAboveZero}`],
  ['a quantity below 0', { quantity: '-10' }, `quantity -10 ${notAboveZero}`],
  ['a quantity above 0 in a cancellation', { invoiceNo: 'C7', quantity: '1' }, 'quantity 1 is above 0 in a cancellation'],
  ['an empty quantity', { quantity: '' }, `quantity '' ${notFinite}`],
  ['a hexadecimal quantity', { quantity: '0x10' }, `quantity '0x10' ${notFinite}`],
  ['a quantity with separators', { quantity: '1_000' }, `quantity '1_000' ${notFinite}`],
  ['a word for a quantity', { quantity: 'Infinity' }, `quantity 'Infinity' ${notFinite}`],
  ['a quantity beyond all numbers', { quantity: '1e400' }, `quantity '1e400' ${notFinite}`],
  ['a price of 0', { price: '0.0' }, 'unit price 0 is not above 0'],
  ['a price below 0', { price: '-71.06' }, 'unit price -71.06 is not above 0'],
  ['a price too small to tell from 0', { price: '1e-400' }, 'unit price 0 is not above 0'],
  ['an empty price', { price: '' }, `unit price '' ${notFinite}`],
  ['a price with a currency', { price: '£2' }, `unit price '£2' ${notFinite}`],
  ['a price beyond all numbers', { price: '1e400' }, `unit price '1e400' ${notFinite}`],
  ['a value beyond all numbers', { quantity: '1e200', price: '1e200' }, `quantity 1e+200 x unit price 1e+200 ${notFinite}`],
  ['a day that the month lacks', { date: '2021-02-29 09:15:30' }, `date '2021-02-29 09:15:30' ${noDate}`],
  ['a month that the year lacks', { date: '2021-13-01 09:15:30' }, `date '2021-13-01 09:15:30' ${noDate}`],
  ['an hour that the day lacks', { date: '2021-01-01 24:00:00' }, `date '2021-01-01 24:00:00' ${noDate}`],
  ['a second that the minute lacks', { date: '2021-01-01 00:00:60' }, `date '2021-01-01 00:00:60' ${noDate}`],
  ['a date in another format', { date: '12/1/2010 8:26' }, `date '12/1/2010 8:26' ${noDate}`],
  ['a date without seconds', { date: '2021-01-01 00:00' }, `date '2021-01-01 00:00' ${noDate}`],
  ['a date with a T', { date: '2021-01-01T00:00:00' }, `date '2021-01-01T00:00:00' ${noDate}`],
  ['an empty date', { date: '' }, `date '' ${noDate}`],
  ['all faults at once', { stockCode: '', quantity: '-1', price: '0' }, `the stock code is empty; quantity -1 ${notAboveZero}; unit price 0 is not above 0`],
];

const misshapen: [string, string[], string][] = [
  ['an empty line', [''], 'the line is empty'],
  ['a line without commas', ['total'], "1 column instead of 8 in 'total'"],
  ['a row that lacks columns', ['1', '2', '3'], "3 columns instead of 8 in '1,2,3'"],
  ['a row with a column more', [...'abcdefghi'], "9 columns instead of 8 in 'a,b,c,d,e,f,g,h,i'"],
];

describe('readRow', () => {
  test.each(readings)('reads %s', (_what, changes, property, value) => {
    expect(readRow(fieldsWith(changes))).toHaveProperty(property, value);
  });

  test.each(refusals)('refuses %s', (_fault, changes, reason) => {
    expect(readRow(fieldsWith(changes))).toEqual({ reason });
  });

  test.each(misshapen)('refuses %s', (_fault, fields, reason) => {
    expect(readRow(fields)).toEqual({ reason });
  });
});

const swallowed = [
  ['a row', 'x,6,2020-02-29 09:15:30,2.5,991.0,Norway\n700002,4712,y'],
  ['a row with blanks', 'x\n700002,4712,y , 6 , 2020-02-29 09:15:30 , 2.5 , 991.0,Norway'],
  ['the end of a row', '6,2020-02-29 09:15:30,2.5,991.0,Norway\n700002'],
];

describe('mayBeOneRow', () => {
  test('takes fields of which one goes over several lines, whether they are good or bad', () => {
    expect(mayBeOneRow(fieldsWith({ description: 'OAK\nBENCH, 6,50' }))).toBe(true);
    expect(mayBeOneRow(fieldsWith({ description: 'OAK\nBENCH', price: 'none' }))).toBe(true);
  });

  test('takes quantity, date and price within one line for a text', () => {
    const description = 'x,6,2020-02-29 09:15:30,2.5,991.0';
    expect(mayBeOneRow(fieldsWith({ description }))).toBe(true);
  });

  test('refuses another number of columns', () => {
    expect(mayBeOneRow(fieldsWith().slice(1))).toBe(false);
  });

  test.each(swallowed)('refuses a text over several lines that swallows %s', (_what, text) => {
    expect(mayBeOneRow(fieldsWith({ description: text }))).toBe(false);
  });
});

describe('isGoodLongRow', () => {
  test.each([
    ['takes a row with a long description', fieldsWith({ description: 'OAK\nBENCH' }), true],
    ['refuses a row on one line', fieldsWith(), false],
    ['refuses a row that is long elsewhere', fieldsWith({ country: 'Nor\nway' }), false],
    ['refuses a bad row', fieldsWith({ description: 'OAK\nBENCH', price: '0' }), false],
    ['refuses a text that swallows a row', fieldsWith({ description: swallowed[0][1] }), false],
  ])('%s', (_behaviour, fields, expected) => {
    expect(isGoodLongRow(fields)).toBe(expected);
  });
});

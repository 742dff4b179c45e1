import fc from 'fast-check';
import { type CsvRecord, csvRecords } from '../../../examples/retailer/csv-records';
import { quoted } from './invoice-text';

/** Three columns may make a record here; a good one says END in the third. */
function read(text: string): CsvRecord[] {
  const mayBeOne = (fields: readonly string[]) =>
    fields.length === 3 && !fields[2].includes('SWALLOWED');
  return [...csvRecords(text, { mayBeOne, isSurelyOne: (fields) => fields[2] === 'END' })];
}

/** The records in brief: line and fields, or line and `broken`. */
function brief(text: string): unknown[] {
  return read(text).map((record) =>
    'fields' in record ? [record.line, ...record.fields] : [record.line, 'broken'],
  );
}

// biome-ignore format: a table
const records: [string, string, unknown[]][] = [
  ['finds nothing in an empty text', '', []],
  ['reads a line', 'a,b,c', [[1, 'a', 'b', 'c']]],
  ['takes the line break at the end for no record', 'a,b,c\n', [[1, 'a', 'b', 'c']]],
  ['takes an empty line for a record of one empty field', 'a\n\n', [[1, 'a'], [2, '']]],
  ['skips a byte order mark', '\uFEFFa,b', [[1, 'a', 'b']]],
  ['keeps all fields of a line', 'a\nb,c,d,e', [[1, 'a'], [2, 'b', 'c', 'd', 'e']]],
  ['ends lines with CRLF, too', 'a,b\r\nc,"d"\r\n', [[1, 'a', 'b'], [2, 'c', 'd']]],
  ['reads quoted commas', '"a,b",c', [[1, 'a,b', 'c']]],
  ['reads doubled quotation marks', '"a ""b""",c', [[1, 'a "b"', 'c']]],
  ['reads empty quoted fields', '"","",""', [[1, '', '', '']]],
  ['reads a field over several lines', 'a,"b\n\nc",d\ne', [[1, 'a', 'b\n\nc', 'd'], [4, 'e']]],
  ['keeps CRLF within a field', 'a,"b\r\nc",d\r\n', [[1, 'a', 'b\r\nc', 'd']]],
  ['keeps carriage returns within a line', 'a\rb,c', [[1, 'a\rb', 'c']]],
  ['reads long records side by side', 'a,"\nb",c\nd,"\ne",f', [[1, 'a', '\nb', 'c'], [3, 'd', '\ne', 'f']]],
];

// biome-ignore format: a table
const brokenLines: [string, string, unknown[]][] = [
  ['a quotation mark that is not closed', 'a,"b,c\nd,e,f', [[1, 'broken'], [2, 'd', 'e', 'f']]],
  ['one in the last line', 'a,b,c\nd,e,"f', [[1, 'a', 'b', 'c'], [2, 'broken']]],
  ['one before a long record', 'a,"b,c\nd,"e\nf",g', [[1, 'broken'], [2, 'd', 'e\nf', 'g']]],
  ['one after a long record', 'd,"e\nf",g\na,"b,c', [[1, 'd', 'e\nf', 'g'], [3, 'broken']]],
  ['one that the next record seems to close', 'a,b,"c\nd,"\nf",END', [[1, 'broken'], [2, 'd', '\nf', 'END']]],
  ['a quotation mark within a bare field', 'a,6" nail,c\nd,e,f', [[1, 'broken'], [2, 'd', 'e', 'f']]],
  ['text behind a closed field', 'a,"b"x,c\nd,e,f', [[1, 'broken'], [2, 'd', 'e', 'f']]],
  ['each of several', '"\n"\nd,e,f\n"', [[1, 'broken'], [2, 'broken'], [3, 'd', 'e', 'f'], [4, 'broken']]],
  ['lines with too few fields together', '"a\nb",c\nd,e,f', [[1, 'broken'], [2, 'broken'], [3, 'd', 'e', 'f']]],
  ['a text that swallows lines', 'a,b,"c\nd,e,SWALLOWED\nf"', [[1, 'broken'], [2, 'd', 'e', 'SWALLOWED'], [3, 'broken']]],
];

describe('csvRecords', () => {
  test.each(records)('%s', (_behaviour, text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test.each(brokenLines)('gives up the line, and no other, of %s', (_cause, text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test('gives up as many lines as there are in little time', () => {
    expect(read('a,"b\n'.repeat(100_000))).toHaveLength(100_000);
    expect(read('a,"b"c\n'.repeat(10_000))).toHaveLength(10_000);
  });

  test.each([
    ['not closed', '7,4711,TABLE "ROUND,1\r\n', "'711,TABLE \"ROUND,1'"],
    ['misplaced', '7,a "b" c', '\'7,a "b" c\''],
  ])('says where a quotation mark is %s', (what, text, place) => {
    expect(read(text)).toEqual([{ line: 1, broken: `a quotation mark is ${what} near ${place}` }]);
  });
});

const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'é') });
const goodTable = fc.array(fc.tuple(field, field, fc.constant('END')), { minLength: 1 });
const anyText = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\0', '\uFEFF') });

describe('csvRecords', () => {
  test('for every table of good records, reads the fields that were written', () => {
    fc.assert(
      fc.property(goodTable, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map(quoted).join(',') + end).join('');
        expect(read(text).map((record) => 'fields' in record && record.fields)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test('for every text, goes from the first line on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = read(text).map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        expect(lines.slice(0, 1)).toEqual(lines.length > 0 ? [1] : []);
      }),
    );
  });
});

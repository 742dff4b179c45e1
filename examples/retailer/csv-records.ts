/*
 * A quotation mark that nobody closes makes a CSV parser read on to the next one, which may stand
 * thousands of lines away. Here it costs its own line. The text is cut at its line breaks, and only
 * a line with an odd number of quotation marks can open a record of several lines, which the next
 * such line closes. Every record is parsed alone. Where one of several lines turns out to be none,
 * its first line is given up and reading goes on at the second. A line is parsed three times at
 * most, so the time grows with the length of the text, however broken it is.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { shown } from './shown';

/** One record of a CSV text, or a line that belongs to none. */
export type CsvRecord = Fields | Broken;

interface Fields {
  /** Where the record begins; the first line of the text is 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

interface Broken {
  readonly line: number;
  /** Why the line can't be read, for people. */
  readonly broken: string;
}

/** Tells a record over several lines from lines between two stray quotation marks. */
export interface RecordJudge {
  /** Whether the fields, right or wrong, may be those of one record. */
  mayBeOne(fields: readonly string[]): boolean;
  /** Whether the fields are hardly by chance those of a good record. */
  isSurelyOne(fields: readonly string[]): boolean;
}

/**
 * Reads records one by one: RFC 4180, but lines may end with LF, too, and a byte order mark is
 * skipped. `judge` is asked about records over several lines.
 */
export function* csvRecords(text: string, judge: RecordJudge): Generator<CsvRecord, void> {
  const lines = linesOf(text);
  let at = 0;
  while (at < lines.length) {
    const line = at + 1;
    const end = endOfRecord(lines, at);
    const fields = end > line ? longRecord(lines, at, end, judge) : parseRecord(lines[at]);
    yield fields === undefined ? { line, broken: whyBroken(lines[at]) } : { line, fields };
    at = fields === undefined ? line : end;
  }
}

function linesOf(text: string): string[] {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  if (lines.at(-1) === '') lines.pop(); // the line break at the end of a text begins no line
  return lines;
}

/** The index after the last line of the record that begins at `at`. */
function endOfRecord(lines: readonly string[], at: number): number {
  if (!hasOpenQuote(lines[at])) return at + 1;
  let closing = at + 1;
  while (closing < lines.length && !hasOpenQuote(lines[closing])) closing += 1;
  return closing < lines.length ? closing + 1 : at + 1;
}

// What a line must hold to begin a long record, or to end one. To look is cheap; the parser, which
// finds the same, takes long to say no.
const OPENING = /(?:^|,)"/;
const CLOSING = /^[^"]*"(?:[",\r]|$)/;

/** The fields of the record from `at` to before `end`, which are several lines, if they are one. */
function longRecord(lines: readonly string[], at: number, end: number, judge: RecordJudge) {
  if (!OPENING.test(lines[at]) || !CLOSING.test(lines[end - 1])) return undefined;
  const fields = parseRecord(lines.slice(at, end).join('\n'));
  if (fields === undefined || !judge.mayBeOne(fields)) return undefined;
  // A stray quotation mark and the first one of a true record below it can look like a record: so
  // one that begins at the last line, and surely is one, comes first.
  const last = end - 1;
  const later = parseRecord(lines.slice(last, endOfRecord(lines, last)).join('\n'));
  return later !== undefined && judge.isSurelyOne(later) ? undefined : fields;
}

function hasOpenQuote(line: string): boolean {
  let open = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) open = !open;
  return open;
}

function parseRecord(record: string): readonly string[] | undefined {
  const bare = record.endsWith('\r') ? record.slice(0, -1) : record;
  // Most records hold no quotation mark: for these the parser would cost ten times the time.
  if (!bare.includes('"')) return bare.split(',');
  try {
    return parse(bare, { record_delimiter: '\n' })[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function whyBroken(line: string): string {
  const place = shown(line.slice(Math.max(0, line.indexOf('"') - 10)).trimEnd());
  return `a quotation mark is ${hasOpenQuote(line) ? 'not closed' : 'misplaced'} near ${place}`;
}

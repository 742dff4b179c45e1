import { type Cells, csvLine } from './csv-line';
import { faultyLine } from './faulty-lines';
import { COLUMNS } from './invoice-row';
import { type Invoices, readInvoices } from './invoices';
import { type Random, seededRandom } from './random';
import * as day from './retail-day';

/** Which day of orders to make up. */
export interface GenerateOptions {
  /** A whole number from 0 to 4,294,967,295. The same seed and count give the same text. */
  readonly seed: number;
  /** How many orders, from 0 to 100,000. They have about 28 lines each, of 83 characters. */
  readonly count: number;
}

const FIRST_INVOICE = 600_000;
const OPENING = Date.UTC(2012, 10, 5, 8);
const OPEN_SECONDS = 12 * 60 * 60;

/**
 * The orders of a made-up day: `count` of them, and some refused rows.
 *
 * @throws RangeError if the seed or the count is not a whole number within its range.
 */
export function generateInvoices(options: GenerateOptions): Invoices {
  return readInvoices(generateCsv(options));
}

/**
 * The invoice lines of a made-up day in the proportions of a real one, for `readInvoices`: `count`
 * orders, and about three refused rows in a thousand.
 *
 * @throws RangeError if the seed or the count is not a whole number within its range.
 */
export function generateCsv({ seed, count }: GenerateOptions): string {
  checkRange('seed', seed, 2 ** 32 - 1);
  checkRange('count', count, 100_000);
  const random = seededRandom(seed);
  const text = [COLUMNS.join(',')];
  const seen: Customer[] = [];
  let invoice = FIRST_INVOICE;
  for (let order = 0; order < count; order += 1) {
    const date = dateAt((order + random.share()) / count);
    for (const cells of invoiceLines(random, invoice++, date, seen)) {
      text.push(csvLine(cells));
      if (random.share() < day.REFUSED) text.push(faultyLine(random, cells, `${invoice++}`));
    }
  }
  return `${text.join('\n')}\n`;
}

function checkRange(name: string, value: number, highest: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= highest) return;
  throw new RangeError(`${name} must be a whole number from 0 to ${highest}, but is ${value}`);
}

function dateAt(shareOfDay: number): string {
  const seconds = Math.floor(shareOfDay * OPEN_SECONDS);
  return new Date(OPENING + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Who an invoice is for. A customer lives in one country. */
interface Customer {
  readonly id: number;
  readonly place: day.Place;
}

/** @param seen the customers of the invoices before, to which that of this one is added */
function invoiceLines(random: Random, number: number, date: string, seen: Customer[]): Cells[] {
  const isCancellation = random.share() < day.CANCELLED;
  const isGuest = random.share() < day.GUESTS;
  const { id, place } = returning(random, seen) ?? newcomer(random);
  if (!isGuest) seen.push({ id, place });
  const head = {
    InvoiceNo: isCancellation ? `C${number}` : `${number}`,
    InvoiceDate: date,
    CustomerID: isGuest ? '' : `${id}.0`,
    Country: place.country,
  };
  const kind = isCancellation ? 'cancelled' : isGuest ? 'guest' : 'customer';
  const sign = isCancellation ? '-' : '';
  const lines = Array.from({ length: Math.floor(random.spread(day.LINES[kind])) }, () => {
    const article = popularArticle(random);
    return { ...head, ...articleCells(article, `${sign}${pieces(random, article)}`) };
  });
  if (isCancellation || place.country === 'United Kingdom') return lines;
  return [...lines, { ...head, ...articleCells(day.POSTAGE, '1') }];
}

function articleCells({ stockCode, description, unitPrice }: day.Article, quantity: string) {
  return {
    StockCode: stockCode,
    Description: description,
    Quantity: quantity,
    UnitPrice: unitPrice.toFixed(2),
  };
}

/** A product of two even draws: a tenth of the articles make a third of the lines. */
function popularArticle(random: Random): day.Article {
  return day.ARTICLES[Math.floor(random.share() * random.share() * day.ARTICLES.length)];
}

/** The dearer an article, the fewer pieces people take of it. */
function pieces(random: Random, { unitPrice }: day.Article): number {
  const ofCheapArticles = random.spread(day.PIECES);
  return Math.max(1, Math.floor(ofCheapArticles * Math.min(1, 2 / unitPrice)));
}

/** One who was there before on this day. */
function returning(random: Random, seen: readonly Customer[]): Customer | undefined {
  const comesBack = random.share() < day.RETURNING;
  const ago = Math.floor(random.spread(day.AGO));
  return comesBack ? seen.at(-Math.min(ago, seen.length)) : undefined;
}

/** Each country has a range of numbers, as long as its share of orders. */
function newcomer(random: Random): Customer {
  const place = random.pick(day.COUNTRIES);
  const before = day.COUNTRIES.slice(0, day.COUNTRIES.indexOf(place));
  const first = before.reduce((sum, { weight }) => sum + weight * 5, 12_000);
  return { id: first + Math.floor(random.share() * place.weight * 5), place };
}

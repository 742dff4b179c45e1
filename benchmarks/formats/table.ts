import Table from 'cli-table3';
import { prices, pricesOf } from '../../lib/core/limits/prices';
import { places } from './dollars';
import type { Row } from './measure';

const style = { head: [], border: [] };
/** No line between one row and the next. */
const chars = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

export function tablesOf(rows: readonly Row[], events: number): string {
  return `${[sizesTable(rows), '', dollarsTable(rows), '', verdictOf(rows, events)].join('\n')}\n`;
}

function sizesTable(rows: readonly Row[]): string {
  const head = ['format', 'median', 'p99', 'total', 'of JSON', 'on the bus', 'of JSON'];
  const table = new Table({
    head: [...head, 'encode us', 'decode us', 'changed'],
    colAligns: ['left', ...head.map(() => 'right' as const), 'right', 'right'],
    style,
    chars,
  });
  const [json] = rows;
  for (const { format, bytes, wireBytes, encode, decode, changed } of rows) {
    const [share, wireShare] = [
      percent(bytes.total, json?.bytes.total),
      percent(wireBytes.total, json?.wireBytes.total),
    ];
    const own = [bytes.median, bytes.p99, bytes.total, share, wireBytes.total, wireShare];
    table.push([format, ...own, encode, decode, changed || '']);
  }
  return table.toString();
}

function dollarsTable(rows: readonly Row[]): string {
  const table = new Table({
    head: ['$ a million events', 'bus', 'one queue', 'archive, a month', 'FIFO topic'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style,
    chars,
  });
  for (const { format, dollars } of rows) {
    table.push([format, ...places.map((place) => dollars[place].toFixed(3))]);
  }
  return table.toString();
}

/** What is said plainly: whether anything is saved on the bus, and what the rest is worth. */
export function verdictOf(rows: readonly Row[], events: number): string {
  const [json, ...others] = rows;
  if (json === undefined) return 'There are no events.';
  const best = others.reduce(
    (one, other) => (savingOf(other, json) > savingOf(one, json) ? other : one),
    json,
  );
  const saved = savingOf(best, json);
  const bus = json.dollars.bus - best.dollars.bus;
  return [
    `${events} events. Prices: ${pricesOf.region}, ${pricesOf.date}; an event of up to 64 KB is billed as one.`,
    saved <= 0
      ? 'No format saves anything: JSON costs the least.'
      : `The most is saved by ${best.format}: $${saved.toFixed(3)} a million events, of it $${bus.toFixed(3)} on the bus (which takes $${prices.busEvent.dollars} for them).`,
    'What is in base64 can be filtered by its envelope only: no rule sees into it.',
  ].join('\n');
}

/** On the bus, through one queue and in the archive. */
function savingOf(row: Row, json: Row): number {
  const sum = ({ dollars }: Row) => dollars.bus + dollars.queue + dollars.archive;
  return sum(json) - sum(row);
}

const percent = (part: number, whole = 0): string =>
  whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`;

import Table from 'cli-table3';
import type { ErrorRate } from './error-rates';
import type { Row } from './rows';

const plain = { head: [], border: [] };

/** No line between one row and the next. */
const chars = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

export function tableOfRows(rows: readonly Row[]): string {
  const table = new Table({
    head: ['set', 'rules', 'engine', 'events/s', 'JSON.parse/s', 'ratio', 'wrong'],
    colAligns: ['left', 'right', 'left', 'right', 'right', 'right', 'right'],
    style: plain,
    chars,
  });
  for (const row of rows) {
    const { set, rules, engine, eventsPerSecond, jsonParsePerSecond, ratio, wrong } = row;
    const rates = [eventsPerSecond, jsonParsePerSecond].map((rate) => Math.round(rate));
    table.push([set, rules, engine, ...rates, ratio, wrong ? `${wrong.events}/${wrong.of}` : '']);
  }
  return table.toString();
}

export function tableOfErrors(rates: readonly ErrorRate[]): string {
  const table = new Table({
    head: ['engine', 'recorded, wrong', 'hand-written, wrong', 'generated, wrong', 'accepted'],
    style: plain,
    chars,
  });
  for (const { engine, recorded, handWritten, generated, invalid } of rates) {
    const shares = [recorded, handWritten, generated, invalid];
    table.push([engine, ...shares.map(({ wrong, of }) => `${wrong}/${of}`)]);
  }
  return table.toString();
}

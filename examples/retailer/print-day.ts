import Table from 'cli-table3';
import type { RefusedRow } from './invoices';
import type { Day } from './route-day';

const plain = { style: { head: [], border: [], compact: true } };

/** A day for programs. */
export function jsonOfDay(day: Day): string {
  const subscribers = Object.entries(day.subscribers).map(([name, { events, orders }]) => [
    name,
    { events, orders },
  ]);
  return JSON.stringify({ ...day, subscribers: Object.fromEntries(subscribers) });
}

/** A day for people. */
export function printDay(day: Day): string {
  return [
    `${day.rows} rows: ${day.rowsInOrders} in orders, ${day.rowsRefused} refused`,
    ...refusals(day.refused),
    '',
    `${day.events} events published, ${day.unmatched} that no subscription took`,
    '',
    subscribers(day),
    '',
    ...withoutWarehouse(day.noWarehouse),
  ].join('\n');
}

const shownRefusals = 20;

function refusals(refused: readonly RefusedRow[]): string[] {
  const shown = refused
    .slice(0, shownRefusals)
    .map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = refused.length - shown.length;
  return more > 0 ? [...shown, `  and ${more} more: --json lists them all`] : shown;
}

function subscribers({ subscribers: shares, events }: Day): string {
  const table = new Table({
    head: ['subscriber', 'delivered', 'undelivered', 'filtered out'],
    colAligns: ['left', 'right', 'right', 'right'],
    ...plain,
  });
  for (const [name, { events: delivered, undelivered }] of Object.entries(shares)) {
    table.push([name, delivered, undelivered, events - delivered - undelivered]);
  }
  return table.toString();
}

function withoutWarehouse(orders: readonly string[]): string[] {
  if (orders.length === 0) return ['Every order has a warehouse.'];
  const shown = orders.slice(0, shownRefusals).join(', ');
  const more = orders.length > shownRefusals ? `, and ${orders.length - shownRefusals} more` : '';
  return [`No warehouse took ${orders.length} of them: ${shown}${more}`];
}

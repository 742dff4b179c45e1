import Table from 'cli-table3';
import { channels } from './channels';
import type { RefusedRow } from './invoices';
import type { Day } from './route-day';

const plain = { style: { head: [], border: [], compact: true } };

/** A day for programs. */
export function jsonOfDay(day: Day): string {
  const subscribers = Object.entries(day.subscribers).map(
    ([name, { events, orders, outOfOrder, keepsOrder }]) => [
      name,
      { events, orders, outOfOrder, keepsOrder },
    ],
  );
  return JSON.stringify({ ...day, subscribers: Object.fromEntries(subscribers) });
}

/**
 * A day for people.
 *
 * @param columns how wide the terminal is; in one too narrow for the table each row is a few lines
 */
export function printDay(day: Day, columns = Number.POSITIVE_INFINITY): string {
  return [
    `${day.rows} rows: ${day.rowsInOrders} in orders, ${day.rowsRefused} refused`,
    ...refusals(day.refused),
    '',
    `${day.events} events published on ${channels[day.channel]}, ${day.unmatched} that no subscription took`,
    '',
    subscribers(day, columns),
    '',
    ...withoutWarehouse(day),
    ...order(day),
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

const counted = ['delivered', 'undelivered', 'filtered out', 'out of order'] as const;

function subscribers({ subscribers: shares, events: all }: Day, columns: number): string {
  const rows = Object.entries(shares).map(([name, { events, undelivered, outOfOrder }]) => ({
    name,
    counts: [events, undelivered, all - events - undelivered, outOfOrder],
  }));
  const table = new Table({
    head: ['subscriber', ...counted],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    ...plain,
  });
  for (const { name, counts } of rows) table.push([name, ...counts]);
  const drawn = table.toString();
  if (drawn.indexOf('\n') <= columns) return drawn;
  return rows.flatMap(({ name, counts }) => [name, ...said(counts)]).join('\n');
}

/** Two counts a line: no terminal is too narrow for that. */
function said(counts: readonly number[]): string[] {
  const texts = counts.map((count, at) => `${count} ${counted[at]}`);
  return [texts.slice(0, 2), texts.slice(2)].map((two) => `  ${two.join(', ')}`);
}

function withoutWarehouse({ events, noWarehouse: orders }: Day): string[] {
  if (events === 0) return ['No order was published.'];
  if (orders.length === 0) return ['Every order has a warehouse.'];
  const shown = orders.slice(0, shownRefusals).join(', ');
  const more = orders.length > shownRefusals ? `, and ${orders.length - shownRefusals} more` : '';
  return [`No warehouse took ${orders.length} of them: ${shown}${more}`];
}

const onePoisoned =
  "A consumer that sets an event aside breaks the order of that customer: what follows doesn't wait.";

function order({ subscribers: shares }: Day): string[] {
  const all = Object.values(shares);
  const disordered = all.reduce((sum, { outOfOrder }) => sum + outOfOrder, 0);
  if (all.every(({ followers }) => followers === 0)) {
    return ['No consumer got two orders of one customer: the day tells nothing of their order.'];
  }
  if (disordered > 0) {
    return [
      `${disordered} of the deliveries may come after a later one of the same customer: nothing keeps their order.`,
    ];
  }
  return all.some(({ keepsOrder }) => keepsOrder === false)
    ? ["Every consumer saw each customer's orders in order, by chance: nothing keeps it."]
    : ["Every consumer saw each customer's orders in order.", onePoisoned];
}

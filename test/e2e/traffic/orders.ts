import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventOf } from '../../../examples/retailer/events';
import { generateInvoices } from '../../../examples/retailer/generate';
import { type Invoices, readInvoices } from '../../../examples/retailer/invoices';
import { type CloudEvent, CloudEventError, toPutEventsEntry } from '../../../lib/runtime';

/** Real days of orders, kept beside the repository. */
const shared = resolve(__dirname, '../../../../shared/orders');

export interface OrdersOptions {
  /** CSV files of invoice lines. @default - those beside the repository, if any */
  readonly files?: readonly string[];
  readonly seed: number;
  readonly count: number;
}

/** A made-up day and the days of the files, each order as checkout publishes it. An order that can't be published is left out. */
export function dayOfEvents({ files = sharedFiles(), seed, count }: OrdersOptions): CloudEvent[] {
  const days = files.map((file) => readInvoices(readFileSync(file, 'utf8')));
  const events = [...days, generateInvoices({ seed, count })].flatMap(eventsOf);
  const ids = new Set(events.map(({ id }) => id));
  if (ids.size === events.length) return events;
  throw new Error('two orders have one id: take files of different days');
}

export function madeUpEvents(seed: number, count: number): CloudEvent[] {
  return eventsOf(generateInvoices({ seed, count }));
}

function sharedFiles(): string[] {
  if (!existsSync(shared)) return [];
  const names = readdirSync(shared).filter((name) => name.endsWith('.csv'));
  return names.sort().map((name) => resolve(shared, name));
}

function eventsOf({ orders }: Invoices): CloudEvent[] {
  return orders.map(eventOf).filter(canBePublished);
}

function canBePublished(event: CloudEvent): boolean {
  try {
    toPutEventsEntry(event);
    return true;
  } catch (error) {
    if (error instanceof CloudEventError) return false;
    throw error;
  }
}

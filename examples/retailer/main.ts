import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Flow } from '../../lib/analysis';
import { type ChannelName, channelNamed, defaultChannel } from './channels';
import { generateInvoices } from './generate';
import { type Invoices, NotInvoicesError, readInvoices } from './invoices';
import { jsonOfDay, printDay } from './print-day';
import { progressOn } from './progress';
import { routeDay } from './route-day';
import { synthesise } from './synthesise';

const help = `Synthesises the app of cdk.json and routes a day of orders through its templates.

  npm start                            a made-up day
  npm start -- --seed 7 --count 1000   another one, of 1,000 orders
  npm start -- --orders FILE.csv       a retailer's invoice lines
  npm start -- --channel fifo          over an SNS FIFO topic; standard: over a standard topic;
                                       classic: over a Classic bus, as without the option
  npm start --silent -- --json         one JSON object, for programs

Events out of order: what a consumer may see after a later event of the same customer, where the
channel and its queue promise no order. A shuffle with a fixed seed shows it. No consumer fails in
it: one that sets an event aside goes on with the later ones, on a channel that keeps order too.

Refused rows are a result: exit 0. What can't be done at all: exit 2.
`;

/** Something that the user has to mend: told in one line. */
class Unusable extends Error {}

interface Options {
  readonly orders?: string;
  readonly seed?: string;
  readonly count?: string;
  readonly channel?: string;
  readonly json?: boolean;
  readonly help?: boolean;
}

function main(): void {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(help);
    return;
  }
  const channel = channelOf(options);
  const invoices = takeIn(options);
  const flow = Flow.of(synthesise(channel));
  const progress = progressOn(process.stderr, 'routing');
  const day = routeDay(invoices, flow, { warehouses: 'RetailerWarehouses', progress });
  const width = process.stdout.columns;
  process.stdout.write(`${options.json ? jsonOfDay(day) : printDay(day, width)}\n`);
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        orders: { type: 'string' },
        seed: { type: 'string' },
        count: { type: 'string' },
        channel: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new Unusable(`${(error as Error).message.split('\n')[0]} (--help lists the options)`);
  }
}

function channelOf({ channel = defaultChannel }: Options): ChannelName {
  return mendable(() => channelNamed(channel, '--channel'));
}

function takeIn({ orders, seed, count }: Options): Invoices {
  if (orders === undefined) return generate(seed, count);
  if (seed !== undefined || count !== undefined) {
    throw new Unusable(
      '--seed and --count make up a day; with --orders they have no effect: leave them out',
    );
  }
  return read(orders);
}

function generate(seed = '1', count = '150'): Invoices {
  return mendable(() =>
    generateInvoices({ seed: whole('seed', seed), count: whole('count', count) }),
  );
}

/** A value out of its range is for the user to mend. */
function mendable<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new Unusable(error.message);
    throw error;
  }
}

/** A blank text is no zero, and 1e9 no way to write a count. */
function whole(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Unusable(`--${option}: "${text}" is no whole number`);
  return Number(text);
}

function read(file: string): Invoices {
  try {
    return readInvoices(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof NotInvoicesError) throw new Unusable(`${file}: ${error.message}`);
    if (isSystemError(error)) throw new Unusable(`${file} can't be read: ${error.message}`);
    throw error;
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error;

try {
  main();
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

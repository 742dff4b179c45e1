import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { eventOf } from '../../examples/retailer/events';
import { generateInvoices } from '../../examples/retailer/generate';
import { codecsFor } from './codecs';
import { measure } from './measure';
import { type Read, readLines, sampleOf } from './read-lines';
import { tablesOf } from './table';

/**
 * `npm run bench:formats -- ORDERS.jsonl`: what JSON, Avro and MessagePack, and gzip of each, make
 * of your own events, one a line: CloudEvents, or their data. How many bytes, how long it takes, and
 * what a million of them would cost. Without a file it takes 500 made-up orders of a retailer.
 *
 *   --json         as JSON, with the figures of every round
 *   --rounds N     11 if left out
 *
 * Exit 1: lines were left out. Exit 2: there are no events to measure.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '11' },
  },
});

const madeUp = { seed: 1, count: 500 };

function read(file: string | undefined): Read {
  // Relative to where npm was called.
  const folder = process.env['INIT_CWD'] ?? '.';
  if (file !== undefined) return readLines(readFileSync(resolve(folder, file), 'utf8'));
  // As they travel: what is undefined is left out.
  const events = generateInvoices(madeUp).orders.map((order) =>
    JSON.parse(JSON.stringify(eventOf(order))),
  );
  return { samples: events.map(sampleOf), refused: [] };
}

function main(): void {
  const rounds = Number(options.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds ${options.rounds} is no whole number of at least 1`);
  }
  const { samples, refused } = read(positionals[0]);
  for (const { line, problem } of refused) {
    process.stderr.write(`line ${line} is left out: ${problem}\n`);
  }
  if (samples.length === 0) throw new Error('there are no events to measure');
  const { codecs, left } = codecsFor(samples);
  for (const reason of left) process.stderr.write(`without ${reason}\n`);
  const rows = measure(codecs, samples, rounds);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ events: samples.length, refused, left, rows })}\n`
      : tablesOf(rows, samples.length),
  );
  process.exitCode = refused.length > 0 ? 1 : 0;
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

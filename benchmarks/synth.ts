import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import Table from 'cli-table3';
import { shopOf, stacksBySubscriptions } from './shop';
import { countsOf, type PerSubscription, perSubscription, type Side, synthesise } from './sides';

/**
 * `npm run bench`: how long a synth takes with this library, beside the same resources written with
 * CDK's own L2s. Both sides in one process, as JavaScript (as users get it), in turn, after a
 * warm-up; the median of five, with the figures behind it. Look at the ratio and at how it grows:
 * the times are those of one machine at one hour.
 */
process.env.CDK_VALIDATION = 'false'; // CDK's own WASM validation, off on both sides

const runs = 5;

/** What each side makes before the clock runs, so that neither pays for the JIT. */
const warmUp = { rounds: 8, subscriptions: 100 };

interface Row {
  readonly subscriptions: number;
  readonly spillwaySeconds: number;
  readonly rawSeconds: number;
  readonly ratio: number;
  readonly spillwayMegabytes: number;
  readonly rawMegabytes: number;
  /** Every run, in its order. */
  readonly seconds: { readonly spillway: readonly number[]; readonly raw: readonly number[] };
}

function rowOf(subscriptions: number): Row {
  const shop = shopOf(subscriptions);
  const [ours, theirs] = (['spillway', 'raw'] as const).map((side) =>
    countsOf(synthesise(side, shop)),
  );
  if (!isDeepStrictEqual(ours, theirs)) {
    throw new Error(`the sides differ: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`);
  }
  const seconds = { spillway: [] as number[], raw: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    seconds.spillway.push(secondsOf('spillway', subscriptions));
    seconds.raw.push(secondsOf('raw', subscriptions));
  }
  const [spillwaySeconds, rawSeconds] = [median(seconds.spillway), median(seconds.raw)];
  return {
    subscriptions,
    spillwaySeconds,
    rawSeconds,
    ratio: Number((spillwaySeconds / rawSeconds).toFixed(2)),
    spillwayMegabytes: peakMegabytes('spillway', subscriptions),
    rawMegabytes: peakMegabytes('raw', subscriptions),
    seconds,
  };
}

/** Of one synth. A small shop is made several times in a run: of 20 ms the timer tells little. */
function secondsOf(side: Side, subscriptions: number): number {
  const shop = shopOf(subscriptions);
  const times = Math.ceil(100 / subscriptions);
  let stacks = 0;
  const start = performance.now();
  for (let time = 0; time < times; time += 1) stacks += synthesise(side, shop).length;
  const seconds = (performance.now() - start) / 1000 / times;
  if (stacks !== times * shop.stacks.length) throw new Error('a stack is missing');
  return Number(seconds.toFixed(4));
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Of a process that does nothing else: what a synth leaves in ours would count for the next. */
function peakMegabytes(side: Side, subscriptions: number): number {
  const options = [resolve(__dirname, 'peak-memory.js'), side, String(subscriptions)];
  return Number(execFileSync(process.execPath, options, { encoding: 'utf8' }));
}

function tableOf(rows: readonly Row[], per: { readonly [side: string]: PerSubscription }): string {
  const times = new Table({
    head: [
      'subscriptions',
      'spillway s',
      'plain CDK s',
      'ratio',
      'spillway MB',
      'plain CDK MB',
      'spillway ms each',
    ],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const each = ((1000 * row.spillwaySeconds) / row.subscriptions).toFixed(2);
    times.push([
      row.subscriptions,
      row.spillwaySeconds,
      row.rawSeconds,
      row.ratio,
      row.spillwayMegabytes,
      row.rawMegabytes,
      each,
    ]);
  }
  const sizes = new Table({
    head: ['a subscription', 'resources', 'template bytes'],
    style: { head: [], border: [] },
  });
  for (const [side, { resources, bytes }] of Object.entries(per))
    sizes.push([side, resources, bytes]);
  return `${times.toString()}\n${sizes.toString()}`;
}

function main(): void {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, n: { type: 'string' } } });
  const sizes = values.n?.split(',').map(Number) ?? [...stacksBySubscriptions.keys()];
  for (let round = 0; round < warmUp.rounds; round += 1) {
    for (const side of ['spillway', 'raw'] as const) synthesise(side, shopOf(warmUp.subscriptions));
  }
  const rows = sizes.map(rowOf);
  const sides = ['spillway', 'raw', 'solutionsConstructs'] as const;
  const per = Object.fromEntries(sides.map((side) => [side, perSubscription(side)]));
  const text = values.json ? JSON.stringify({ rows, perSubscription: per }) : tableOf(rows, per);
  process.stdout.write(`${text}\n`);
}

main();

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { vectorsFolder } from '../../test/benchmarks/patterns/vectors';
import { contenderOf, jsonParse } from './contenders';
import { type Engine, interpreter, spillway } from './engines';
import { type ErrorRate, errorRates } from './error-rates';
import { type EventRuler, startEventRuler } from './event-ruler';
import { installLibraries } from './libraries';
import { lotsOf } from './lots';
import { type Bench, type Row, resultOf } from './rows';
import { ruleSets } from './rule-sets';
import { tableOfErrors, tableOfRows } from './table';

/**
 * `npm run bench:patterns`: how many events a second are matched from their JSON texts, by this
 * library, by other libraries and by AWS's own matcher, each as a ratio to Node's JSON.parse of the
 * same texts. Look at the ratios: the figures behind them are those of one machine at one hour.
 *
 *   --json            as JSON, with the figures of every round
 *   --quick           fewer events and shorter turns, for a look while working
 *   --sets a,b        only these rule sets
 *   --engines a,b     only these engines
 *
 * Exit 1: an engine that must be exact was not.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    sets: { type: 'string' },
    engines: { type: 'string' },
  },
});

const plan = options.quick
  ? { events: 5_000, rounds: 5, secondsPerTurn: 0.1, pairs: 5_000 }
  : { events: 50_000, rounds: 5, secondsPerTurn: 0.4, pairs: 30_000 };

const note = (text: string) => process.stderr.write(`${text}\n`);
const among = (list: string | undefined, name: string) => list?.split(',').includes(name) ?? true;
const wanted = (name: string) => among(options.engines, name);

interface Report {
  readonly rows: readonly Row[];
  readonly errorRates: readonly ErrorRate[];
  /** Of a process that matches all events against 10,000 rules, and of one that parses them. */
  readonly peakMegabytes: number | null;
  readonly jsonParseMegabytes: number | null;
  readonly events: { readonly count: number; readonly meanBytes: number };
  readonly failures: readonly string[];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-patterns-'));
  try {
    print(await reportOf(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportOf(folder: string): Promise<Report> {
  const events = lotsOf(plan.events);
  const libraries = await installLibraries(folder, wanted, note);
  const engines = [spillway, interpreter].filter(({ name }) => wanted(name)).concat(libraries);
  const ruler = await eventRuler(events, folder);
  const here = engines.map((engine) => contenderOf(engine, events));
  const contenders = ruler ? [...here, ruler] : here;
  const bench = { contenders, baseline: jsonParse(events), events, plan, pairs: plan.pairs };
  const { rows, failures } = await allSets(bench).finally(() => ruler?.stop());
  return {
    rows,
    errorRates: errorRatesOf(engines),
    peakMegabytes: megabytes(),
    jsonParseMegabytes: megabytes('without'),
    events: { count: events.length, meanBytes: Math.round(meanBytes(events)) },
    failures,
  };
}

async function eventRuler(
  events: readonly string[],
  into: string,
): Promise<EventRuler | undefined> {
  if (!wanted('event-ruler')) {
    return undefined;
  }
  try {
    return await startEventRuler(events, into);
  } catch (error) {
    note(`without event-ruler: ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

async function allSets(bench: Bench): Promise<{ rows: Row[]; failures: string[] }> {
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const set of ruleSets().filter(({ name }) => among(options.sets, name))) {
    note(`${set.name}, ${set.rules.size} rules`);
    const result = await resultOf(set, bench);
    result.refused.map(note);
    rows.push(...result.rows);
    failures.push(...result.failures);
  }
  return { rows, failures };
}

function errorRatesOf(engines: readonly Engine[]): ErrorRate[] {
  if (vectorsFolder === undefined) {
    note('without error rates: the vectors are not at hand');
    return [];
  }
  return errorRates(engines, vectorsFolder);
}

function megabytes(...without: readonly string[]): number | null {
  const program = join(__dirname, `peak-memory${extname(__filename)}`);
  const argv = [...process.execArgv, program, String(plan.events), ...without];
  try {
    const text = execFileSync(process.execPath, argv, { encoding: 'utf8', stdio: 'pipe' });
    return JSON.parse(text).megabytes;
  } catch (error) {
    note(`without the peak of memory: ${String(error).split('\n')[0]}`);
    return null;
  }
}

function print(report: Report): void {
  report.failures.map((failure) => note(`WRONG: ${failure}`));
  process.exitCode = report.failures.length > 0 ? 1 : 0;
  const { rows, errorRates: rates, peakMegabytes, jsonParseMegabytes, events } = report;
  const text = options.json
    ? JSON.stringify(report)
    : [
        tableOfRows(rows),
        tableOfErrors(rates),
        `${events.count} events of ${events.meanBytes} bytes; ${peakMegabytes} MB at most with 10,000 rules, ${jsonParseMegabytes} MB for JSON.parse`,
      ].join('\n');
  process.stdout.write(`${text}\n`);
}

const meanBytes = (events: readonly string[]) =>
  events.reduce((sum, event) => sum + Buffer.byteLength(event), 0) / events.length;

main().catch((error) => {
  note(String(error.stack ?? error));
  process.exitCode = 2;
});

/**
 * What contracts and filters add to a check by TypeScript 7: one app with them and one with the same
 * interfaces alone, each with the declarations of this library and of CDK, as an app has them.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleave, median, type Sides, secondsOf } from './rounds';

const shape = { contracts: 50, fields: 60, filters: 200 };

export interface Types {
  readonly contracts: number;
  readonly fields: number;
  readonly filters: number;
  readonly secondsWithout: number;
  readonly secondsWith: number;
  /** Medians of the differences, round by round. */
  readonly secondsAdded: number;
  /** With as many filters for each contract. */
  readonly secondsAddedWithFiltersEach: number;
  readonly rounds: Sides['rounds'];
}

export function benchTypes(folder: string, quick: boolean): Types {
  install(folder);
  project(folder, 'without', 0);
  project(folder, 'with', shape.filters);
  project(folder, 'each', shape.filters * shape.contracts);
  project(folder, 'wrong', shape.filters, "c0.where({ status1: ['x'] });");
  const turns = Object.fromEntries(
    ['without', 'with', 'each'].map((name) => [name, () => check(folder, name, 0)]),
  );
  // An app with one wrong filter is refused: so the others were looked at.
  check(folder, 'wrong', 1);
  const { medians, rounds } = interleave(turns, quick ? 3 : 9);
  const added = (name: string) =>
    Number(
      median((rounds[name] ?? []).map((one, at) => one - (rounds['without']?.[at] ?? 0))).toFixed(
        3,
      ),
    );
  return {
    ...shape,
    ...{ secondsWithout: medians['without'] ?? 0, secondsWith: medians['with'] ?? 0 },
    ...{ secondsAdded: added('with'), secondsAddedWithFiltersEach: added('each') },
    rounds,
  };
}

/** The library's declarations are made as a build makes them. */
function install(folder: string): void {
  const root = process.cwd();
  const own = join(folder, 'node_modules/cdk-spillway');
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  mkdirSync(own);
  const options = ['--outDir', own, '--emitDeclarationOnly', '--inlineSourceMap', 'false'];
  run(root, ['-p', 'tsconfig.json', ...options, '--inlineSources', 'false'], 0);
  copyFileSync(join(root, 'package.json'), join(own, 'package.json'));
  for (const name of ['aws-cdk-lib', 'constructs', '@types/node', 'undici-types']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
}

function project(folder: string, name: string, filters: number, last = ''): void {
  const at = join(folder, name);
  mkdirSync(at);
  const numbers = Array.from({ length: shape.contracts }, (_, contract) => contract);
  const events = numbers.map(interfaceOf).join('\n');
  writeFileSync(join(at, 'events.ts'), events);
  const imports = `import { TypedContract } from 'cdk-spillway';\nimport * as events from './events';\n`;
  const uses =
    filters === 0
      ? numbers.map((n) => `export type E${n} = events.Event${n};`)
      : [
          ...numbers.map(contractOf),
          ...Array.from({ length: filters }, (_, filter) => filterOf(filter)),
        ];
  writeFileSync(
    join(at, 'app.ts'),
    `${imports}export const define = TypedContract.define;\n${uses.join('\n')}\n${last}\n`,
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2023',
    module: 'node20',
    types: ['node'],
  };
  writeFileSync(join(at, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
}

/** Sixty fields: 45 at the top, of five kinds, and 15 in three objects. */
function interfaceOf(contract: number): string {
  const fields = Array.from({ length: 45 }, (_, at) => `  readonly ${fieldOf(at)}`);
  const nested = [0, 1, 2].map(
    (at) =>
      `  readonly part${at}: { readonly city: string; readonly country: 'US' | 'CA' | 'MX'; readonly zip?: string; readonly inner: { readonly level: number } };`,
  );
  return `export interface Event${contract} {\n${[...fields, ...nested].join('\n')}\n}`;
}

function fieldOf(at: number): string {
  const kinds = [
    `text${at}: string;`,
    `status${at}: 'open' | 'paid' | 'sent';`,
    `count${at}: number;`,
    `flag${at}?: boolean;`,
    `list${at}: readonly string[];`,
  ];
  return kinds[at % kinds.length] ?? '';
}

const contractOf = (n: number) =>
  `export const c${n} = TypedContract.define<events.Event${n}>({ source: 'shop.bench', eventType: 'event${n}.v1', owner: 'bench' });`;

function filterOf(filter: number): string {
  const contract = `c${filter % shape.contracts}`;
  const patterns = [
    "{ part0: { country: ['US', 'CA'], inner: { level: [{ numeric: ['>', 3] }] } } }",
    "{ status1: ['open', { 'anything-but': 'paid' }], count2: [{ numeric: ['>=', 1, '<', 9] }] }",
    "{ text0: [{ prefix: 'a' }, { suffix: 'z' }], flag3: [true, { exists: false }] }",
    "{ $or: [{ list4: ['x'] }, { part1: { city: [{ wildcard: 'S*e' }] } }] }",
  ];
  return `export const f${filter} = ${contract}.where(${patterns[Math.floor(filter / shape.contracts) % patterns.length]});`;
}

function check(folder: string, name: string, exitCode: number): number {
  return secondsOf(() => run(folder, ['-p', name], exitCode));
}

function run(folder: string, args: readonly string[], exitCode: number): void {
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const isRight = exitCode === 0 ? status === 0 : status !== 0;
  if (!isRight)
    throw new Error(`tsc ${args.join(' ')} ended with ${status}: ${stdout.slice(0, 1000)}`);
}

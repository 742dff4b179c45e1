/**
 * The data of orders, validated by the module that `spillway contracts validators` writes and by the
 * zod schema that it comes from.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TypedContract } from '../../lib';
import { standaloneValidator } from '../../lib/core/schemas/validation';
import { order, ordersOf } from './order';
import { interleave, median, ratioOf, type Sides, secondsOf } from './rounds';

const contract = TypedContract.define({
  ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
  schema: order,
});

export interface Validation {
  readonly meanBytes: number;
  /** Orders a second. */
  readonly standalone: number;
  readonly standaloneAllProblems: number;
  readonly zod: number;
  /** Of the standalone module to zod, round by round. */
  readonly ratio: number;
  readonly rounds: Sides['rounds'];
  readonly modules: Readonly<Record<'standalone' | 'zod', Module>>;
}

export interface Module {
  /** As bundled and minified for a Lambda function. */
  readonly bytes: number;
  /** To load it in a Node that has loaded nothing else, and judge an order. */
  readonly firstMilliseconds: number;
}

interface Judge {
  readonly validate: (data: unknown) => boolean;
}

export function benchValidation(folder: string, quick: boolean): Validation {
  const orders = ordersOf(quick ? 200 : 1_000);
  const judges = {
    standalone: judgeOf(folder, false),
    standaloneAllProblems: judgeOf(folder, true),
  };
  refuseWrong([judges.standalone, judges.standaloneAllProblems]);
  const seconds = quick ? 0.2 : 1;
  const turn = (validate: (data: unknown) => boolean) => () => rateOf(validate, orders, seconds);
  const turns = {
    standalone: turn(judges.standalone.validate),
    zod: turn((data) => order.safeParse(data).success),
    standaloneAllProblems: turn(judges.standaloneAllProblems.validate),
  };
  interleave(turns, 1);
  const sides = interleave(turns, quick ? 3 : 9);
  const { standalone = 0, standaloneAllProblems = 0, zod = 0 } = sides.medians;
  return {
    meanBytes: Math.round(Buffer.byteLength(JSON.stringify(orders)) / orders.length),
    ...{ standalone, standaloneAllProblems, zod },
    ratio: Number(ratioOf(sides, 'standalone', 'zod').toPrecision(3)),
    rounds: sides.rounds,
    modules: modulesOf(folder, quick ? 3 : 11),
  };
}

const fileOf = (folder: string, allProblems: boolean) =>
  join(folder, allProblems ? 'all-problems.cjs' : 'standalone.cjs');

function judgeOf(folder: string, allProblems: boolean): Judge {
  const { code } = standaloneValidator(contract.schema ?? {}, { allProblems });
  writeFileSync(fileOf(folder, allProblems), code);
  return createRequire(__filename)(fileOf(folder, allProblems));
}

/** Both have to know the same: what is measured is worth nothing otherwise. */
function refuseWrong(judges: readonly Judge[]): void {
  const [good] = ordersOf(1);
  const lines = [{ ...good?.lines[0], quantity: 0 }];
  const bad = [
    { ...good, channel: 'post' },
    { ...good, placedAt: 'soon' },
    { ...good, lines },
  ];
  for (const { validate } of [
    ...judges,
    { validate: (data: unknown) => order.safeParse(data).success },
  ]) {
    const isRight = validate(good) && bad.every((one) => !validate(one));
    if (!isRight) throw new Error('a side takes a wrong order, or refuses a right one');
  }
}

function rateOf(validate: (data: unknown) => boolean, orders: unknown[], seconds: number): number {
  let [judged, right, spent] = [0, 0, 0];
  while (spent < seconds) {
    spent += secondsOf(() => {
      for (const one of orders) if (validate(one)) right++;
    });
    judged += orders.length;
  }
  if (right !== judged) throw new Error('a right order was refused');
  return judged / spent;
}

function modulesOf(folder: string, runs: number): Validation['modules'] {
  const root = process.cwd();
  const asZod = join(folder, 'zod.mjs');
  const source = join(root, 'benchmarks/contracts/order.ts');
  writeFileSync(
    asZod,
    `import { order } from ${JSON.stringify(source)};
    export const validate = (data) => order.safeParse(data).success;`,
  );
  const [standalone, zod] = [fileOf(folder, false), asZod].map((file) => bundled(file));
  if (standalone === undefined || zod === undefined) throw new Error('no bundle');
  const data = join(folder, 'order.json');
  writeFileSync(data, JSON.stringify(ordersOf(1)[0]));
  const loads = { standalone: [] as number[], zod: [] as number[] };
  for (let run = 0; run < runs; run++) {
    loads.standalone.push(firstOf(standalone.file, data));
    loads.zod.push(firstOf(zod.file, data));
  }
  return {
    standalone: { bytes: standalone.bytes, firstMilliseconds: median(loads.standalone) },
    zod: { bytes: zod.bytes, firstMilliseconds: median(loads.zod) },
  };
}

/** As NodejsFunction of CDK bundles: of zod only what is used. */
function bundled(file: string): { readonly file: string; readonly bytes: number } {
  const { buildSync } = createRequire(__filename)('esbuild');
  const outfile = file.replace(/\.\wjs$/, '.bundle.cjs');
  const options = { entryPoints: [file], outfile, bundle: true, minify: true, metafile: true };
  const { metafile } = buildSync({
    ...options,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs) as { bytes: number }[];
  return { file: outfile, bytes: output?.bytes ?? 0 };
}

function firstOf(file: string, data: string): number {
  const program = `
    const data = JSON.parse(require('node:fs').readFileSync(${JSON.stringify(data)}, 'utf8'));
    const start = performance.now();
    if (!require(${JSON.stringify(file)}).validate(data)) throw new Error('refused');
    console.log(performance.now() - start);`;
  const text = execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
  return Number(Number(text).toPrecision(3));
}

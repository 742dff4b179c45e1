import * as recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { type Case, cases, synthesise } from './cases';
import { allowedAmong, differences, listedBy } from './compare';
import { cellsOf } from './matrix';

/**
 * The permission matrix: every principal, action, resource and context of five apps, without feature
 * flags and with those that CDK recommends, compared with a table that is written by hand. Exit 0
 * where they agree, 1 where a cell differs.
 */

const flags: readonly (readonly [string, Record<string, unknown>])[] = [
  ['no feature flags', {}],
  ['the recommended feature flags', { ...recommended, default: undefined }],
];

async function check(one: Case, [flagged, context]: (typeof flags)[number]): Promise<string[]> {
  const started = performance.now();
  const cells = await cellsOf(synthesise(one, context), one.batches);
  const allowed = await allowedAmong(cells);
  const wrong = differences(listedBy(one.rows, cells), allowed, cells);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const name = `${one.name}, ${flagged}`;
  console.log(
    `${name}: ${cells.length} cells, ${allowed.size} allowed, ${wrong.length} differ (${seconds} s)`,
  );
  return wrong.map((line) => `${name}: ${line}`);
}

async function main(): Promise<void> {
  const wrong: string[] = [];
  for (const flagged of flags) {
    for (const one of cases) wrong.push(...(await check(one, flagged)));
  }
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchGate, type Gate } from './gate';
import { benchTypes, type Types } from './types';
import { benchValidation, type Validation } from './validation';

/**
 * `npm run bench:contracts`: what contracts cost. A check by TypeScript with and without them, the
 * validation of an order beside zod, and the gate over the versions of many contracts.
 *
 *   --json       as JSON, with the figures of every round
 *   --quick      fewer and shorter rounds, for a look while working
 *   --only a,b   of: types, validation, gate
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

interface Report {
  readonly types?: Types;
  readonly validation?: Validation;
  readonly gate?: Gate;
}

const wanted = (name: string) => options.only?.split(',').includes(name) ?? true;

function reportOf(folder: string): Report {
  const { quick } = options;
  return {
    ...(wanted('gate') && { gate: benchGate(quick) }),
    ...(wanted('validation') && { validation: benchValidation(folder, quick) }),
    ...(wanted('types') && { types: benchTypes(folder, quick) }),
  };
}

const thousands = (rate: number) => `${Math.round(rate / 1000)},000`;

function linesOf({ types, validation, gate }: Report): string[] {
  return [
    ...(types
      ? [
          `types: ${types.contracts} contracts of ${types.fields} fields and ${types.filters} filters add ${types.secondsAdded} s to ${types.secondsWithout} s; with ${types.filters} filters each ${types.secondsAddedWithFiltersEach} s`,
        ]
      : []),
    ...(validation
      ? [
          `validation: an order of ${validation.meanBytes} bytes: ${thousands(validation.standalone)} a second, zod ${thousands(validation.zod)}: ${validation.ratio} times; telling all problems ${thousands(validation.standaloneAllProblems)}`,
          `module: ${validation.modules.standalone.bytes} bytes, ${validation.modules.standalone.firstMilliseconds} ms to the first verdict; zod ${validation.modules.zod.bytes} bytes, ${validation.modules.zod.firstMilliseconds} ms`,
        ]
      : []),
    ...(gate
      ? [
          `gate: ${gate.contracts} contracts of ${gate.meanFields} fields against ${gate.versions} versions each: ${gate.seconds} s; ${gate.secondsBreaking} s where each breaks`,
        ]
      : []),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'bench-contracts-'));
try {
  const report = reportOf(folder);
  process.stdout.write(`${options.json ? JSON.stringify(report) : linesOf(report).join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

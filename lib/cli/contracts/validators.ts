import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Io, write } from '../io';
import { nearest } from '../nearest';
import { CommandError, exitCodes, type Values, type Verb } from '../verb';
import { appOptions, contractsOf } from './app-options';
import { validatorFiles } from './validator-files';
import { writeText } from './write-file';

export const validators: Verb = {
  summary: 'Writes a module for each contract of an app that validates the data',
  options: {
    out: { value: 'DIR', required: true, help: 'the folder that they are written into' },
    app: appOptions.app,
    event: appOptions.event,
    module: {
      value: 'KIND',
      help: [
        'cjs if left out',
        'cjs  CommonJS (.cjs, .d.cts): import takes it, too',
        'esm  ECMAScript (.mjs, .d.mts)',
      ].join('\n'),
    },
    'all-problems': {
      help: 'tell everything that is wrong, not the first:\nfor data of people you trust',
    },
    json: { help: 'the files as data' },
  },
  notes: `A module needs no package, neither this one nor a schema library. It exports
validate(data), true or false, and problemsOf(data), a list. Files are written
only where they change, as DIR/<source>/<event type>.cjs; a contract without a
schema has none.

  npx cdk synth && npx spillway contracts validators --out lambda/validators

Exit code: 0 written, 2 could not be done.`,
  run,
};

async function run(values: Values, io: Io): Promise<number> {
  const module = kindOf(values.get('module') ?? 'cjs');
  const contracts = contractsOf(values);
  const files = validatorFiles(contracts, { module, allProblems: values.has('all-problems') });
  if (files.length === 0) {
    throw new CommandError('no contract of the app has a schema: without one nothing is validated');
  }
  const written: Written[] = [];
  for (const { source, eventType, module, types } of files) {
    for (const { path, text } of [module, types]) {
      const file = join(values.get('out') ?? '', path);
      written.push({ source, eventType, file, changed: await keep(file, text) });
    }
  }
  const lines = written.map(
    ({ file, changed }) => `${changed ? 'written  ' : 'unchanged'}  ${file}`,
  );
  const text = values.has('json') ? JSON.stringify(written, undefined, 2) : lines.join('\n');
  await write(io.output, `${text}\n`);
  return exitCodes.fine;
}

interface Written {
  readonly source: string;
  readonly eventType: string;
  readonly file: string;
  readonly changed: boolean;
}

function kindOf(given: string): 'cjs' | 'esm' {
  if (given === 'cjs' || given === 'esm') return given;
  const hint = nearest(given, ['cjs', 'esm']);
  throw new CommandError(`there is no kind of module ${JSON.stringify(given)}${hint}`);
}

/** Whether the file is another one now: build tools look at when it was written. */
async function keep(file: string, text: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return false;
  await writeText(file, text);
  return true;
}

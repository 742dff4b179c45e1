import { existsSync } from 'node:fs';
import { writeVersion } from '../../core/contracts';
import type { JsonObject } from '../../core/schemas';
import { type Io, write } from '../io';
import { CommandError, exitCodes, type Values, type Verb } from '../verb';
import { appOptions } from './app-options';
import { type JudgedContract, judgedContracts } from './judged-contracts';

export const accept: Verb = {
  summary: "Writes the versions of an app's contracts that are not accepted yet",
  options: { ...appOptions, json: { help: 'what was written and refused, as data' } },
  notes: `Run npx cdk synth first, and commit what is written: an accepted version is a
promise. A version that is new or compatible becomes the next file,
DIR/SOURCE/TYPE/1.json, 2.json ... One that is only reworded takes the place of
the last file: no consumer can tell the two apart. A breaking one is refused and
the others are written; npx spillway contracts check says why.

  spillway contracts accept --event order.placed.v1

Exit code: 0 all is accepted now, 1 something was refused, 2 wrongly asked, or
nothing could be written.`,
  run,
};

interface Written {
  readonly source: string;
  readonly eventType: string;
  readonly version: number;
  readonly file: string;
}

async function run(values: Values, io: Io): Promise<number> {
  const judged = judgedContracts(values, 'write');
  const given = values.get('directory');
  const isNew = given !== undefined && !existsSync(given);
  const refused = judged.filter(({ judgement }) => judgement.state === 'breaking');
  const written = acceptAll(judged);
  if (isNew && written.length > 0) {
    await write(io.errors, `spillway: ${given} is a new directory\n`);
  }
  const names = refused.map(({ contract: { source, eventType } }) => ({ source, eventType }));
  if (values.has('json')) {
    await write(io.output, `${JSON.stringify({ written, refused: names }, undefined, 2)}\n`);
  } else {
    const lines = written.map(({ file }) => `wrote ${file}\n`);
    const nothing = written.length + refused.length === 0 ? ['Nothing to accept.\n'] : [];
    await write(io.output, [...lines, ...nothing].join(''));
  }
  for (const { source, eventType } of names) {
    await write(
      io.errors,
      `spillway: ${source} ${eventType} breaks accepted versions: npx spillway contracts check\n`,
    );
  }
  return refused.length > 0 ? exitCodes.findings : exitCodes.fine;
}

/** What fails half-way says what is written already: it stands in the repository, and is kept. */
function acceptAll(judged: readonly JudgedContract[]): readonly Written[] {
  const done: Written[] = [];
  try {
    for (const one of judged) done.push(...acceptOne(one));
    return done;
  } catch (error) {
    if (!(error instanceof CommandError) || done.length === 0) throw error;
    const files = done.map(({ file }) => file).join(', ');
    throw new CommandError(`${error.message}; written before: ${files}`);
  }
}

function acceptOne({ contract, directory, judgement }: JudgedContract): Written[] {
  const { source, eventType, schema } = contract;
  const version = versionToWrite(judgement);
  if (version === undefined || schema === undefined) return [];
  const file = written(directory, contract, version, schema);
  return [{ source, eventType, version, file }];
}

function versionToWrite({ state, last }: JudgedContract['judgement']): number | undefined {
  if (state === 'reworded') return last?.version;
  return state === 'new' || state === 'compatible' ? (last?.version ?? 0) + 1 : undefined;
}

function written(
  directory: string,
  contract: JudgedContract['contract'],
  version: number,
  schema: JsonObject,
): string {
  try {
    return writeVersion(directory, contract, version, schema);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(`${directory} can't be written to: ${message}`);
  }
}

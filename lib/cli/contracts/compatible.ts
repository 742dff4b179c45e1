import { SchemaError } from '../../core/schemas';
import {
  type Break,
  type CompareOptions,
  checkSchema,
  compareSchemas,
  compatibilityModes,
} from '../../core/schemas/compatibility';
import { type Io, write } from '../io';
import { nearest } from '../nearest';
import { readText } from '../read-file';
import { CommandError, exitCodes, type Values, type Verb } from '../verb';
import { describeBreaks } from './describe-breaks';
import { readSchemaText, type SchemaText } from './schema-text';

export const compatible: Verb = {
  summary: 'Says whether two versions of a JSON Schema live together, or what breaks',
  options: {
    mode: {
      value: 'MODE',
      help: [
        'FULL if left out',
        'BACKWARD  a new reader takes old events (a replay)',
        'FORWARD   an old consumer takes new events',
        'FULL      both; with _TRANSITIVE, the same for a pair',
      ].join('\n'),
    },
    policy: {
      value: 'POLICY',
      help: [
        'what a writer emits by an open schema; lenient if left out',
        'lenient   only properties that it declares',
        'strict    anything that its schema lets through',
      ].join('\n'),
    },
    json: { help: 'the breaks as data' },
  },
  operands: ['OLD.json', 'NEW.json'],
  notes: `Each file holds a JSON Schema, of the draft that "$schema" names, else 2020-12;
- is standard input. What is not understood counts as breaking.

  spillway contracts compatible --mode BACKWARD order-v1.json order-v2.json

Exit code: 0 compatible, 1 breaking, 2 no schema, or wrongly asked.`,
  run,
};

async function run(values: Values, io: Io): Promise<number> {
  const options = optionsOf(values);
  const files = ['OLD.json', 'NEW.json'].map((operand) => values.get(operand) ?? '');
  const [older = '', newer = ''] = files;
  if (older === '-' && newer === '-') {
    throw new CommandError('only one of OLD.json and NEW.json can be standard input');
  }
  const old = await readSchema(older, io);
  const latest = await readSchema(newer, io);
  const breaks = [
    ...longNumberBreaks(old, latest, options),
    ...compareSchemas(old.schema, latest.schema, options),
  ];
  const answer = { compatible: breaks.length === 0, ...options, breaks };
  const text = values.has('json')
    ? JSON.stringify(answer, undefined, 2)
    : describeBreaks(breaks, options);
  await write(io.output, `${text}\n`);
  return breaks.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function optionsOf(values: Values): Required<CompareOptions> {
  const mode = (values.get('mode') ?? 'FULL').toUpperCase();
  const policy = (values.get('policy') ?? 'lenient').toLowerCase();
  return {
    mode: pick('mode', mode, compatibilityModes),
    policy: pick('policy', policy, ['lenient', 'strict']),
  };
}

function pick<T extends string>(kind: string, given: string, names: readonly T[]): T {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  throw new CommandError(`there is no ${kind} ${JSON.stringify(given)}${nearest(given, names)}`);
}

/** What is wrong with a schema is said with the file that it stands in. */
async function readSchema(file: string, io: Io): Promise<SchemaText> {
  const name = file === '-' ? 'standard input' : file;
  const read = readSchemaText(await readText(file, io), name);
  try {
    checkSchema(read.schema);
    return read;
  } catch (error) {
    if (error instanceof SchemaError) throw new CommandError(`${name}: ${error.message}`);
    throw error;
  }
}

/** A number that doubles can't hold is the same only as it is spelt, and where it stood. */
function longNumberBreaks(old: SchemaText, latest: SchemaText, { mode }: CompareOptions): Break[] {
  const isSame = (pointer: string): boolean =>
    old.longNumbers.get(pointer) === latest.longNumbers.get(pointer);
  return [...new Set([...old.longNumbers.keys(), ...latest.longNumbers.keys()])]
    .filter((pointer) => !isSame(pointer))
    .map((pointer) => ({
      ...{ path: '', schemaPath: pointer, keyword: pointer.split('/').at(-1) ?? '' },
      reason: `${latest.longNumbers.get(pointer) ?? old.longNumbers.get(pointer)} has more digits than are compared`,
      breaks: mode?.startsWith('FORWARD') ? 'an old consumer' : 'a replayed old event',
    }));
}

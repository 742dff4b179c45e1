import { join } from 'node:path';
import { type Catalogue, readCatalogue } from '../../analysis/catalogue';
import { toAsyncApi, toPage } from '../../analysis/report';
import { ContractsDirectoryError, readAcceptedVersions } from '../../core/contracts';
import { SchemaError } from '../../core/schemas';
import { type Io, write } from '../io';
import { CommandError, exitCodes, type Values, type Verb } from '../verb';
import { appOptions, contractsOf, readApp } from './app-options';
import { versionsDirectory } from './versions-directory';
import { writeText } from './write-file';

export const docs: Verb = {
  summary: 'Writes what is known of every event: a page for people, and AsyncAPI',
  options: {
    out: { value: 'DIR', help: 'the folder for index.html and asyncapi.json' },
    app: appOptions.app,
    directory: appOptions.directory,
    json: { help: 'everything as data, on standard output; --out may be left out' },
  },
  notes: `The page is one file that loads nothing else: owner, fields, versions, who may
produce the event, who consumes it with which filter, an example, and how to
subscribe. It says what the templates say: npx cdk synth comes first.

  spillway contracts docs --out events

Exit code: 0 done, 2 it could not be done.`,
  run,
};

async function run(values: Values, io: Io): Promise<number> {
  const out = values.get('out');
  if (out === undefined && !values.has('json')) {
    throw new CommandError('--out must be given, or --json');
  }
  const { catalogue, files } = telling(() => {
    const read = readAll(values);
    return { catalogue: read, files: out === undefined ? [] : filesOf(read, out) };
  });
  for (const { path, text } of files) await writeText(path, text);
  const lines = files.map(({ path }) => path).join('\n');
  const text = values.has('json') ? JSON.stringify(catalogue, undefined, 2) : lines;
  await write(io.output, `${text}\n`);
  return exitCodes.fine;
}

/** The versions of a contract stand where its app says, or where the option does. */
function readAll(values: Values): Catalogue {
  const { stacks } = readApp(values);
  return readCatalogue({ stacks, contracts: contractsOf(values) }, (contract) => {
    const folder = versionsDirectory(contract, values, 'read');
    return folder === undefined ? [] : readAcceptedVersions(folder, contract);
  });
}

interface File {
  readonly path: string;
  readonly text: string;
}

function filesOf(catalogue: Catalogue, folder: string): File[] {
  return [
    { path: join(folder, 'index.html'), text: toPage(catalogue) },
    {
      path: join(folder, 'asyncapi.json'),
      text: `${JSON.stringify(toAsyncApi(catalogue), undefined, 2)}\n`,
    },
  ];
}

/** What is wrong with what was read is said in a line. */
function telling<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ContractsDirectoryError || error instanceof SchemaError) {
      throw new CommandError(error.message);
    }
    throw error;
  }
}

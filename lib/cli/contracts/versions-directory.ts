import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DeclaredContract } from '../../analysis/assembly';
import { CommandError, type Values } from '../verb';
import { appOf } from './app-options';

/**
 * Where the accepted versions of a contract are kept, by the option or by its app: undefined where
 * nobody says. Who only reads is refused an option's directory that doesn't exist; the first
 * version that is written makes it.
 *
 * @throws CommandError where versions would seem to be missing, or be written into a wrong place.
 */
export function versionsDirectory(
  { directory }: DeclaredContract,
  values: Values,
  use: 'read' | 'write',
): string | undefined {
  const given = values.get('directory');
  if (given === undefined) {
    return directory === undefined ? undefined : fromHere(directory, appOf(values), use);
  }
  if (use === 'write' || existsSync(given)) return given;
  throw new CommandError(
    `--directory ${given} does not exist: give the one where accepted versions are kept; npx spillway contracts accept makes a new one`,
  );
}

/**
 * An app says its directory as seen from where it ran, mostly beside its `cdk.out`. Asked from
 * elsewhere, as for the second app of a repository, its versions would seem to be missing, and the
 * first one would be written below the folder that happens to be the current one.
 */
function fromHere(directory: string, app: string, use: 'read' | 'write'): string {
  const besideApp = join(dirname(app), directory);
  if (resolve(besideApp) === resolve(directory)) return directory;
  const isThere = existsSync(besideApp);
  if (use === 'read' && !isThere) return directory;
  const found = isThere
    ? `there is ${besideApp}`
    : `${app} does not tell where that was: here it would be ${directory}`;
  throw new CommandError(
    `contractsDirectory ${directory} is seen from where the app ran, and ${found}: run this where the app runs, or give --directory ${besideApp}`,
  );
}

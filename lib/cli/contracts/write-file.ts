import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../../core/contracts';
import { CommandError } from '../verb';

/**
 * Writes a file, with the folders that it stands in.
 *
 * @throws CommandError that names the file and the code of the system's error.
 */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    makeFolder(dirname(file));
    await writeFile(file, text);
  } catch (error) {
    throw new CommandError(`${file} can't be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}

import { readFile } from 'node:fs/promises';
import type { Io } from './io';
import { CommandError } from './verb';

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder',
  EACCES: 'permission denied',
};

/** The text of a file, or of standard input for `-`; a byte order mark is left out. */
export async function readText(file: string, { input }: Io): Promise<string> {
  try {
    const bytes: Uint8Array[] = [];
    for await (const piece of file === '-' ? input : [await readFile(file)]) {
      bytes.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    }
    return Buffer.concat(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new CommandError(`${file} can't be read: ${problems[code] ?? code}`);
  }
}

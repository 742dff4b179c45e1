import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../schemas/json';
import { type ContractName, folderOf } from './accepted-versions';
import { canonicalText } from './canonical-text';
import { makeFolder } from './make-folder';

/**
 * Writes a version of a contract's schema and answers the file. It is there as a whole or not at
 * all: written beside its place first, then moved.
 */
export function writeVersion(
  directory: string,
  contract: ContractName,
  version: number,
  schema: JsonObject,
): string {
  const folder = folderOf(directory, contract);
  const file = join(folder, `${version}.json`);
  // Not `.json` at its end: whoever reads meanwhile passes it over.
  const draft = `${file}.${process.pid}.tmp`;
  makeFolder(folder);
  try {
    writeFileSync(draft, canonicalText(schema), { flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return file;
}

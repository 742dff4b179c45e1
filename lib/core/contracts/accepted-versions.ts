import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, JsonValue } from '../schemas/json';
import { readSchema } from '../schemas/read-schema';
import { SchemaError } from '../schemas/schema-error';
import { ContractsDirectoryError } from './contracts-directory-error';
import { nameOfSegment, versionFolder } from './version-folder';

/** A version of a contract's schema that was accepted. */
export interface AcceptedVersion {
  /** 1, 2, 3 ...; some may be missing. */
  readonly version: number;
  readonly file: string;
  readonly schema: JsonObject;
}

/** What tells contracts apart. */
export interface ContractName {
  readonly source: string;
  readonly eventType: string;
}

/** In which folder of a contracts directory a contract has its versions. */
export function folderOf(directory: string, { source, eventType }: ContractName): string {
  return join(directory, ...versionFolder(source, eventType).split('/'));
}

/**
 * The accepted versions of a contract, the oldest first: none where it has no folder yet.
 *
 * @throws ContractsDirectoryError for a file where a folder belongs, a name that is no version, and
 *   what holds no JSON object.
 */
export function readAcceptedVersions(directory: string, contract: ContractName): AcceptedVersion[] {
  entriesOf(directory);
  const folder = folderOf(directory, contract);
  return entriesOf(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readVersion(folder, name))
    .sort((one, other) => one.version - other.version);
}

/**
 * How many accepted versions a contract has, by the names of their files. What can't be read counts
 * as none: `readAcceptedVersions` tells why.
 */
export function countVersions(directory: string, contract: ContractName): number {
  return listOf(folderOf(directory, contract)).filter((name) => versionName.test(name)).length;
}

const versionName = /^([1-9]\d{0,8})\.json$/;

function readVersion(folder: string, name: string): AcceptedVersion {
  const file = join(folder, name);
  const [, digits] = versionName.exec(name) ?? [];
  if (digits === undefined) {
    throw new ContractsDirectoryError(file, 'no version: name it 1.json, 2.json, or move it away');
  }
  return { version: Number(digits), file, schema: schemaIn(file) };
}

/** As far as it is JSON of a size that can be walked; the rest is told when it is compared. */
function schemaIn(file: string): JsonObject {
  const value = parse(file);
  try {
    return readSchema(value);
  } catch (error) {
    if (error instanceof SchemaError) throw new ContractsDirectoryError(file, error.message);
    throw error;
  }
}

function parse(file: string): JsonValue {
  const text = reading(file, () => readFileSync(file, 'utf8'));
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const { message } = error as Error;
    throw new ContractsDirectoryError(
      file,
      /^<{7} /m.test(text)
        ? 'a merge left its conflict there. Keep the version of the branch that is shipped, then synthesise and accept: the other change becomes the next version'
        : `no JSON: ${message}. Restore it from git`,
    );
  }
}

/** The contracts that have accepted versions, whether an app still declares them or not. */
export function acceptedContracts(
  directory: string,
): (ContractName & { readonly folder: string })[] {
  return entriesOf(directory)
    .sort()
    .filter((source) => !source.startsWith('.'))
    .flatMap((source) =>
      foldersOf(join(directory, source)).map((eventType) => ({
        folder: join(directory, source, eventType),
        source: nameOfSegment(source),
        eventType: nameOfSegment(eventType),
      })),
    );
}

/** Folders that hold versions; a contracts directory may hold other things, such as a README. */
function foldersOf(path: string): string[] {
  return listOf(path)
    .sort()
    .filter((name) => listOf(join(path, name)).some((file) => /^\d+\.json$/.test(file)));
}

function listOf(path: string): string[] {
  try {
    return entriesOf(path);
  } catch (error) {
    if (error instanceof ContractsDirectoryError) return [];
    throw error;
  }
}

function entriesOf(folder: string): string[] {
  return reading(folder, () => readdirSync(folder), []);
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a file where a folder of contracts belongs',
  EISDIR: 'a folder where the file of a version belongs',
  EACCES: 'permission denied',
};

function reading<T>(path: string, read: () => T, missing?: T): T {
  try {
    return read();
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code === 'ENOENT' && missing !== undefined) return missing;
    throw new ContractsDirectoryError(path, problems[code] ?? code);
  }
}

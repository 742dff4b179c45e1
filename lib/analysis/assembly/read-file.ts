import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyError } from './assembly';

/** A JSON object, looked into without trust. */
export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const membersOf = (value: unknown): Members => (isMembers(value) ? value : {});

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** @throws AssemblyError that names the file, if it isn't there or holds no JSON object. */
export function readMembers(directory: string, name: string): Members {
  const file = join(directory, name);
  const value = parse(textOfFile(file), file);
  if (isMembers(value)) return value;
  throw new AssemblyError(`${file} holds no JSON object: run npx cdk synth again`);
}

function textOfFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    const problem = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : code;
    throw new AssemblyError(
      `${file} can't be read: ${problem}. npx cdk synth writes it; name its folder if that isn't cdk.out`,
    );
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AssemblyError(
      `${file} is no JSON: ${(error as Error).message}. Run npx cdk synth again`,
    );
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateCode, type LanguageName } from '../../../lib/analysis/codegen';
import { namesOf } from '../../../lib/analysis/codegen/event-names';
import type { ContractDescription } from '../../../lib/core/contracts';
import { contracts, examples } from './contracts';

/** A folder of its own with code in it. */
export interface CodeFolder {
  readonly path: string;
  write(file: string, text: string): string;
  remove(): void;
}

export async function codeFolder(
  language: LanguageName,
  of: readonly ContractDescription[] = contracts,
): Promise<CodeFolder> {
  const path = mkdtempSync(join(tmpdir(), 'spillway-codegen-'));
  const write = (file: string, text: string): string => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
    return join(path, file);
  };
  for (const [file, text] of await generateCode(of, { language })) write(file, text);
  return { path, write, remove: () => rmSync(path, { recursive: true }) };
}

/** What the code has to read and write again: the data of an example, or its event. */
export interface Passage {
  readonly title: string;
  /** As `namesOf` gives them. */
  readonly names: ReturnType<typeof namesOf>;
  /** The type that reads it. */
  readonly type: string;
  readonly value: unknown;
}

export const passages: readonly Passage[] = examples.flatMap(({ name, eventType, data, event }) => {
  const names = namesOf(eventType);
  return [
    { title: `the data of ${name}`, names, type: names.type, value: data },
    { title: `the event of ${name}`, names, type: `${names.type}Event`, value: event },
  ];
});

import { join } from 'node:path';
import type { ContractDescription } from '../../core/contracts';
import { SchemaError } from '../../core/schemas';
import { standaloneValidator } from '../../core/schemas/validation';
import { CommandError } from '../verb';

export interface ValidatorOptions {
  readonly module: 'cjs' | 'esm';
  readonly allProblems: boolean;
}

/** What is written for a contract, by path below the folder that was asked for. */
export interface ValidatorFiles {
  readonly source: string;
  readonly eventType: string;
  readonly module: { readonly path: string; readonly text: string };
  readonly types: { readonly path: string; readonly text: string };
}

// Of these endings Node and TypeScript know the kind of module wherever the files are put.
const endings = { cjs: ['.cjs', '.d.cts'], esm: ['.mjs', '.d.mts'] } as const;

/** @throws CommandError for a schema that can't be compiled, and two contracts with one path. */
export function validatorFiles(
  contracts: readonly ContractDescription[],
  options: ValidatorOptions,
): ValidatorFiles[] {
  const taken = new Map<string, string>();
  return contracts.flatMap((contract) => {
    if (contract.schema === undefined) return [];
    const { source, eventType } = contract;
    const base = join(safeName(source), safeName(eventType));
    const title = `${eventType} of ${source}`;
    // File systems that don't tell cases apart would keep one of the two.
    const other = taken.get(base.toLowerCase());
    if (other !== undefined) {
      throw new CommandError(
        `${title} and ${other} would be one file, ${base}: rename one of them`,
      );
    }
    taken.set(base.toLowerCase(), title);
    const { code, types } = generate(contract, title, options);
    const [ofModule, ofTypes] = endings[options.module];
    return [
      {
        ...{ source, eventType },
        module: { path: base + ofModule, text: code },
        types: { path: base + ofTypes, text: types },
      },
    ];
  });
}

function generate(
  { schema = {} }: ContractDescription,
  title: string,
  { module, allProblems }: ValidatorOptions,
): { readonly code: string; readonly types: string } {
  try {
    return standaloneValidator(schema, { module, allProblems, title });
  } catch (error) {
    if (error instanceof SchemaError) throw new CommandError(`${title}: ${error.message}`);
    throw error;
  }
}

/** An import takes a path for a URL: what means something in one is left out. */
function safeName(text: string): string {
  return text.replace(/[^\w.-]+/g, '_').replace(/^\./, '_');
}

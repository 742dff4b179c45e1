import type { JsonObject } from '../json';
import { compile } from './compile';
import type { DataProblem } from './problem';

/**
 * What a schema has against data: nothing if it is valid. Draft by `$schema`, 2020-12 without;
 * formats are checked, unknown keywords and formats are not; `nullable` means what OpenAPI says. At
 * most 100 problems are told.
 *
 * @throws SchemaError for what is no schema of its draft, and for a reference that leads nowhere.
 */
export function validatorOf(schema: JsonObject): (data: unknown) => readonly DataProblem[] {
  const code = compile(schema, { allProblems: true });
  // The very code that is written into modules, so that both say the same.
  return new Function(`'use strict';\n${code}\nreturn problemsOf;`)();
}

import type { DataProblem } from '../../../../lib/core/schemas/validation';

export interface Loaded {
  readonly validate: (data: unknown) => boolean;
  readonly problemsOf: (data: unknown) => readonly DataProblem[];
}

/** Runs a CommonJS module that has nothing to require. */
export function loadedFrom(code: string): Loaded {
  const exported = {};
  new Function('exports', code)(exported);
  return exported as Loaded;
}

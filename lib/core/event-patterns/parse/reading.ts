import type { Dialect } from '../dialects/table';
import type { Placed } from '../errors';

/** Ends the reading of a pattern, naming the field, what is wrong and what belongs there. */
export type Fail = (path: string, problem: string, expected: string, at?: Placed) => never;

export interface Reading {
  readonly dialect: Dialect;
  readonly fail: Fail;
  /** False: `$or` is a field like any other. */
  readonly or: boolean;
}

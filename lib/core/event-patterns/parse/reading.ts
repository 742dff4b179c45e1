import type { Dialect } from '../dialects/table';

/** A place in the text that a pattern was read from. */
interface Placed {
  readonly at?: number;
}

/** Ends the reading of a pattern; the caller knows the path and what was expected. */
export type Refuse = (problem: string, at?: Placed) => never;

/** Ends the reading of a pattern, naming the field, what is wrong and what belongs there. */
export type Fail = (path: string, problem: string, expected: string, at?: Placed) => never;

export interface Reading {
  readonly dialect: Dialect;
  readonly fail: Fail;
  /** False: `$or` is a field like any other. */
  readonly or: boolean;
}

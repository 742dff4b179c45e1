/** What a schema has against data. It names no values: data can be personal, and problems are logged. */
export interface DataProblem {
  /** JSON pointer into the data; empty if it is the data as a whole. */
  readonly path: string;
  /** What belongs there: `must be a string`. */
  readonly problem: string;
}

/** An event pattern that AWS refuses. */
export class PatternError extends Error {
  /** The field, as in `detail.data.shipTo.country`; empty where the whole pattern is meant. */
  readonly path: string;
  /** What is wrong with the value that was given. */
  readonly problem: string;
  /** What AWS takes there. */
  readonly expected: string;

  constructor(path: string, problem: string, expected: string) {
    super(`Event pattern${path === '' ? '' : `, ${path}`}: ${problem}. Expected ${expected}.`);
    this.name = 'PatternError';
    this.path = path;
    this.problem = problem;
    this.expected = expected;
  }
}

/** An event that no pattern can be asked about: not JSON, not an object, or beyond a limit. */
export class EventError extends Error {
  /** What is wrong with the event. */
  readonly problem: string;

  constructor(problem: string, expected: string) {
    super(`Event: ${problem}. Expected ${expected}.`);
    this.name = 'EventError';
    this.problem = problem;
  }
}

/** Ends the reading of a pattern; the caller knows the path and what was expected. */
export type Refuse = (problem: string) => never;

import type { TextPosition } from './json/position';

/** An event pattern that AWS refuses. */
export class PatternError extends Error {
  /** The field, as in `detail.data.shipTo.country`; empty where the whole pattern is meant. */
  readonly path: string;
  /** What is wrong with the value that was given. */
  readonly problem: string;
  /** What AWS takes there. */
  readonly expected: string;
  /** Where it stands in a pattern that was given as a text. */
  readonly at: TextPosition | undefined;

  constructor(path: string, problem: string, expected: string, at?: TextPosition) {
    const field = path === '' ? '' : `, ${path}`;
    const place = at === undefined ? '' : ` (line ${at.line}, column ${at.column})`;
    super(`Event pattern${field}${place}: ${problem}. Expected ${expected}.`);
    this.name = 'PatternError';
    this.path = path;
    this.problem = problem;
    this.expected = expected;
    this.at = at;
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

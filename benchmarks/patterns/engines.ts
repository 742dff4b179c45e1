import { matches, parsePattern } from '../../lib/core/event-patterns';
import { compile } from '../../lib/core/event-patterns/compile/compile';
import type { Rules } from './rule-sets';

/** How many of the rules take an event, given as a JSON text. */
export type Count = (event: string) => number;

/** What matches events against rules in this process: ours, or another library. */
export interface Engine {
  readonly name: string;
  /** Whether a wrong count fails the run; else it is reported beside the speed. */
  readonly exact: boolean;
  /**
   * Done once a rule set, and not timed.
   *
   * @throws Error for a rule that the engine refuses
   */
  prepare(rules: Rules): Count;
}

/** Ours: all rules in one matcher. */
export const spillway: Engine = {
  name: 'spillway',
  exact: true,
  prepare(rules) {
    const patterns = [...rules].map(([name, text]) => [name, parsePattern(text)] as const);
    const compiled = compile(patterns);
    return (event) => compiled.matches(event).length;
  },
};

/** The definition of what is right: one rule after the other, from the text each time. */
export const interpreter: Engine = {
  name: 'spillway-interpreter',
  exact: true,
  prepare(rules) {
    const patterns = [...rules.values()].map((text) => parsePattern(text));
    return (event) => patterns.reduce((sum, pattern) => sum + Number(matches(pattern, event)), 0);
  },
};

import type { Problem } from '../../core/diagnostics';
import { hasToken, show } from './show';

/**
 * A row of a construct's table. A row whose value is absent or known only when deployed passes: a
 * token can't be judged before CloudFormation has made it a value.
 */
export interface PropRule extends Omit<Problem, 'given'> {
  readonly value: unknown;
  readonly wrong: (value: never) => boolean;
  /** How the value is told. @default - as `show` tells it */
  readonly given?: string;
}

/** What is wrong by a construct's table. */
export function problemsOfRules(rules: readonly PropRule[]): Problem[] {
  return rules
    .filter(({ value, wrong }) => value !== undefined && !hasToken(value) && wrong(value as never))
    .map(({ id, prop, value, expected, fix, given = `${show(value)} given` }) => ({
      id,
      prop,
      given,
      expected,
      fix,
    }));
}

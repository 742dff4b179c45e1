import type { Problem } from '../../core/diagnostics';
import { PatternError, parsePattern } from '../../core/event-patterns';
import { hasToken } from '../validation';

/**
 * What AWS would refuse of a pattern. One with tokens can be judged only when CloudFormation has
 * made them values.
 */
export function problemsOfPattern(prop: string, pattern: object): Problem[] {
  if (hasToken(pattern)) return [];
  try {
    parsePattern(pattern);
    return [];
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return [problemOf(prop, error)];
  }
}

function problemOf(prop: string, { path, problem, expected }: PatternError): Problem {
  return {
    id: 'spillway:filter',
    prop,
    given: path === '' ? problem : `at ${path}, ${problem}`,
    expected: `AWS takes ${expected}`,
    fix: 'Correct the filter, or use all() for every event of the contract.',
  };
}

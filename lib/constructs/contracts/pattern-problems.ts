import type { Problem } from '../../core/diagnostics';
import { type EventPattern, PatternError, parsePattern } from '../../core/event-patterns';
import { hasToken } from '../validation';

/**
 * What AWS would refuse of a pattern. One with tokens can be judged only when CloudFormation has
 * made them values.
 */
export function problemsOfPattern(
  prop: string,
  pattern: object,
  dialect?: EventPattern['dialect'],
): Problem[] {
  if (hasToken(pattern)) return [];
  try {
    const parsed = parsePattern(pattern, dialect);
    return [...problemsOfShadowed(prop, parsed), ...problemsOfDropped(prop, parsed)];
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return [problemOf(prop, error, dialect)];
  }
}

/** Whether a rendered pattern holds what only CloudFormation makes a value: it can't be judged here. */
export function hasIntrinsic(pattern: object): boolean {
  return /"(Ref|Fn::\w+)":/.test(JSON.stringify(pattern));
}

function problemOf(
  prop: string,
  { path, problem, expected }: PatternError,
  dialect?: EventPattern['dialect'],
): Problem {
  const whoCan = dialect?.startsWith('sns')
    ? ', or subscribe to a ClassicBus, whose filters hold more'
    : '';
  return {
    id: 'spillway:filter',
    prop,
    given: path === '' ? problem : `at ${path}, ${problem}`,
    expected: `AWS takes ${expected}`,
    fix: `Correct the filter, or use all() for every event of the contract${whoCan}.`,
  };
}

/** Nobody would be told: the events of the second alternative would not be delivered, that is all. */
function problemsOfShadowed(prop: string, { shadowed }: EventPattern): Problem[] {
  return shadowed.slice(0, 1).map(({ fields }) => ({
    id: 'spillway:filter-overlap',
    prop,
    given: `an alternative on ${fields.map(({ path }) => path).join(', ')} that overlaps an earlier one`,
    expected:
      'of two alternatives of $or with the same fields, and at each of them a value in common, AWS keeps the first only',
    fix: 'Join the two into one, or give one of them a field that the other lacks.',
  }));
}

/** CDK leaves a field of that name out of the template: the filter would take more than it says. */
function problemsOfDropped(prop: string, { paths }: EventPattern): Problem[] {
  const dropped = paths.find((path) => path.split('.').includes('__proto__'));
  if (dropped === undefined) return [];
  return [
    {
      id: 'spillway:filter',
      prop,
      given: `the field ${dropped} given`,
      expected: 'CDK writes no field named __proto__ into a template',
      fix: 'Filter on another field, or use all() for every event of the contract.',
    },
  ];
}

import type { NumberMatcher, RangeMatcher } from '../ast';
import { show } from '../json/node';
import type { JsonNode } from '../json/read';
import { comparableNumber, inexact } from '../values/numbers';
import type { Refuse } from './reading';

interface Comparison {
  readonly operator: string;
  readonly spelling: string;
  readonly value: number;
}

const comparisons: ReadonlySet<string> = new Set(['=', '<', '<=', '>', '>=']);

/** The list of a `numeric`: one comparison, or a lower and then an upper bound. */
export function readRange(list: JsonNode, refuse: Refuse): NumberMatcher | RangeMatcher {
  if (list.kind !== 'array') {
    return refuse(`numeric must be a list, not ${show(list)}`, list);
  }
  const [operator, operand, ...rest] = list.items;
  const first = readFirst(operator, operand, refuse);
  if (rest.length > 0 && first.operator[0] !== '>') {
    return refuse(`${show(list)} has too many elements behind ${first.operator}`, rest[0]);
  }
  if (first.operator === '=') {
    return { kind: 'number', text: first.spelling, value: first.value };
  }
  const second = rest.length > 0 ? readSecond(rest, refuse) : undefined;
  const range = rangeOf(first, second);
  const { low, high } = range;
  return low.value < high.value
    ? range
    : refuse(`bottom must be less than top, but ${low.value} is not less than ${high.value}`, list);
}

function readFirst(
  operator: JsonNode | undefined,
  operand: JsonNode | undefined,
  refuse: Refuse,
): Comparison {
  if (operator?.kind !== 'string') {
    const problem = `${given(operator)} is an invalid member of numeric: it begins with an operator`;
    return refuse(problem, operator);
  }
  return comparisons.has(operator.text)
    ? readComparison(operator.text, operand, refuse)
    : refuse(`${show(operator)} is an unrecognized operator of a numeric range`, operator);
}

function readSecond(terms: readonly JsonNode[], refuse: Refuse): Comparison {
  const [operator, operand, excess] = terms;
  if (operator?.kind !== 'string') {
    const problem = `${given(operator)} is a bad value in a numeric range, where < or <= belongs`;
    return refuse(problem, operator);
  }
  if (operator.text !== '<' && operator.text !== '<=') {
    return refuse(`${show(operator)} is a bad operator for the upper end of a range`, operator);
  }
  const comparison = readComparison(operator.text, operand, refuse);
  return excess === undefined
    ? comparison
    : refuse(`${show(excess)} is one of too many terms for a numeric range`, excess);
}

function readComparison(
  operator: string,
  operand: JsonNode | undefined,
  refuse: Refuse,
): Comparison {
  if (operand?.kind !== 'number') {
    return refuse(`the value of ${operator} must be a number, not ${given(operand)}`, operand);
  }
  const value = comparableNumber(operand.text);
  return value === undefined
    ? refuse(inexact(operand.text), operand)
    : { operator, spelling: operand.text, value };
}

function rangeOf(first: Comparison, second?: Comparison): RangeMatcher {
  const lower = first.operator[0] === '>' ? first : undefined;
  const upper = lower === undefined ? first : second;
  return {
    kind: 'range',
    low: { value: lower?.value ?? -Number.MAX_VALUE, open: lower?.operator === '>' },
    high: { value: upper?.value ?? Number.MAX_VALUE, open: upper?.operator === '<' },
  };
}

function given(node: JsonNode | undefined): string {
  return node === undefined ? 'nothing' : show(node);
}

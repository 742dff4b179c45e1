import type { NumberMatcher, RangeMatcher } from '../ast';
import type { Refuse } from '../errors';
import { show } from '../json/node';
import type { JsonNode } from '../json/read';
import { comparableNumber, inexact } from '../values/numbers';

interface Comparison {
  readonly operator: string;
  readonly spelling: string;
  readonly value: number;
}

/** The list of a `numeric`: one comparison, or a lower and then an upper bound. */
export function readRange(list: JsonNode, refuse: Refuse): NumberMatcher | RangeMatcher {
  const items = list.kind === 'array' ? list.items : refuse(`${show(list)} is not a list`);
  const first = readComparison(items.slice(0, 2), refuse);
  const second = items.length > 2 ? readComparison(items.slice(2), refuse) : undefined;
  if (second !== undefined && !(first.operator[0] === '>' && second.operator[0] === '<')) {
    return refuse(`${show(list)} is not a lower bound and then an upper one`);
  }
  if (first.operator === '=') {
    return { kind: 'number', text: first.spelling, value: first.value };
  }
  const lower = first.operator[0] === '>' ? first : undefined;
  const upper = lower === undefined ? first : second;
  const low = { value: lower?.value ?? -Number.MAX_VALUE, open: lower?.operator === '>' };
  const high = { value: upper?.value ?? Number.MAX_VALUE, open: upper?.operator === '<' };
  return low.value < high.value
    ? { kind: 'range', low, high }
    : refuse(`bottom must be less than top, but ${low.value} is not less than ${high.value}`);
}

function readComparison(items: readonly JsonNode[], refuse: Refuse): Comparison {
  const [operator, operand, excess] = items;
  if (operator?.kind !== 'string' || !/^(=|[<>]=?)$/.test(operator.text)) {
    return refuse(`${operator === undefined ? 'nothing' : show(operator)} is not a comparison`);
  }
  if (operand?.kind !== 'number') {
    const what = operand === undefined ? 'nothing' : show(operand);
    return refuse(`${what} after ${operator.text} is not a number`);
  }
  if (excess !== undefined) {
    return refuse(`${show(excess)} is too much`);
  }
  const value = comparableNumber(operand.text);
  return value === undefined
    ? refuse(inexact(operand.text))
    : { operator: operator.text, spelling: operand.text, value };
}

import { type Answer, allOf, anyOf, negate, no, unknown, yes } from '../answer';
import { arnLike, like, same, type Truth } from '../resolution/compare';
import { hasHole } from '../resolution/symbolic-text';
import { isFields, listOf, scalarText } from '../resolution/template';

/**
 * The condition block of a statement. Operators are rows of a table; a key has values only if it is
 * certain that the request carries it, and an empty list if it is certain that it doesn't. Anything
 * else, an operator or a key, is unknown: a key may be absent from a request, and IfExists, Null and
 * the negated operators then turn round.
 */
export type Context = ReadonlyMap<string, readonly string[]>;

type Match = (wanted: string, actual: string) => Truth;

const ignoringCase: Match = (wanted, actual) => {
  if (hasHole(wanted) || hasHole(actual)) return wanted === actual ? 'yes' : 'unknown';
  return same(wanted.toLowerCase(), actual.toLowerCase());
};

const operators = new Map<string, Match>([
  ['StringEquals', same],
  ['StringEqualsIgnoreCase', ignoringCase],
  ['StringLike', like],
  ['ArnEquals', arnLike],
  ['ArnLike', arnLike],
  ['Bool', ignoringCase],
]);

const negated = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
]);

/** `${aws:username}` is replaced per request; what by isn't known here. */
function holdsVariable(text: string): boolean {
  return text.includes('${');
}

function compare(match: Match, wanted: string, actual: string): Truth {
  return holdsVariable(wanted) ? 'unknown' : match(wanted, actual);
}

function isNull(wanted: readonly string[], actual: readonly string[]): Truth {
  const absent = String(actual.length === 0);
  return anyOf(wanted.map((value) => compare(ignoringCase, value, absent)));
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly wanted: readonly string[];
}

function holds({ operator, wanted }: Test, actual: readonly string[]): Truth | undefined {
  const [, quantifier, name = '', ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  if (operator === 'Null') return isNull(wanted, actual);
  const positive = negated.get(name);
  const match = operators.get(positive ?? name);
  if (!match) return undefined;
  if (actual.length === 0 && ifExists) return 'yes';
  if (actual.length === 0 && positive && !quantifier) return 'yes';
  const each = actual.map((value) => {
    const found = anyOf(wanted.map((text) => compare(match, text, value)));
    return positive ? negate(found) : found;
  });
  return quantifier === 'ForAllValues:' ? allOf(each) : anyOf(each);
}

function judge(test: Test, context: Context): Answer {
  const actual = context.get(test.key.toLowerCase());
  if (!actual) return unknown(`whether the request carries ${test.key} is not known`);
  const truth = holds(test, actual);
  if (truth === undefined) return unknown(`the operator ${test.operator} is not known`);
  const why = `${test.operator} ${test.key} wants ${test.wanted.join(' or ')}, the request has ${actual.join(', ') || 'none'}`;
  return { yes, no, unknown }[truth](why);
}

function testsOf(operator: string, block: unknown): Test[] | undefined {
  if (!isFields(block)) return undefined;
  const tests = Object.entries(block).map(([key, values]) => ({
    operator,
    key,
    wanted: listOf(values).map(scalarText),
  }));
  const readable = tests.every(({ wanted }) => !wanted.includes(undefined));
  return readable ? (tests as Test[]) : undefined;
}

/** An answer a key of the block; all of them must hold. */
export function judgeConditions(block: unknown, context: Context): Answer[] {
  if (block === undefined) return [];
  if (!isFields(block)) return [unknown(`the condition ${String(scalarText(block))} is not known`)];
  return Object.entries(block).flatMap(([operator, keys]) => {
    const tests = testsOf(operator, keys);
    if (!tests) return [unknown(`the values of ${operator} are not known`)];
    return tests.map((test) => judge(test, context));
  });
}

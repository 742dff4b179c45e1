import type { Problem } from '../../../core/diagnostics';
import { sns } from '../../../core/limits';
import { type EventFilter, problemsOfPattern } from '../../contracts';
import { hasToken, show } from '../../validation';
import { countWays, type FlatPattern, fieldsOf, flattened, namedTwice } from './attribute-pattern';
import { topicPattern } from './topic-pattern';

/** What SNS would refuse of the filters, or would not find among the attributes of a message. */
export function problemsOfTopicFilters(
  events: readonly EventFilter[],
  filterAttributes?: readonly string[],
): Problem[] {
  if (!filterAttributes) return problemsOfPattern('events', topicPattern(events), 'sns-body');
  const problems = events.flatMap((filter) => problemsOfFilter(filter, filterAttributes));
  if (problems.length > 0) return problems;
  const pattern = topicPattern(events, filterAttributes);
  return hasToken(pattern)
    ? problemsOfUnknown(pattern)
    : problemsOfPattern('events', pattern, 'sns-attributes');
}

function problemsOfFilter(
  { contract: { source, eventType }, pattern = {} }: EventFilter,
  filterAttributes: readonly string[],
): Problem[] {
  const flat = flattened(pattern);
  const known = ['source', 'type', ...filterAttributes];
  const foreign = fieldsOf(flat).find(([path]) => !filterAttributes.includes(path));
  if (foreign) {
    const given = `at ${nameOf(foreign[0])}, a field that this topic does not have as an attribute`;
    const first = 'Name the field in filterAttributes, and in dataAttributes of the producers';
    return [wrong(given, `its subscriptions filter on ${known.join(', ')}`, first)];
  }
  return [
    ...problemsOfChoices(flat),
    ...[['source', source] as const, ['type', eventType] as const, ...fieldsOf(flat)].flatMap(
      ([path, matchers]) => [
        ...problemsOfTexts(path, matchers),
        ...problemsOfNumbers(path, matchers),
      ],
    ),
  ];
}

const nameOf = (path: string): string => (hasToken(path) ? show(path) : path);

/** The most that AWS takes; without tokens a contract has refused what has more. */
const mostWays = 1000;

function problemsOfChoices(flat: FlatPattern): Problem[] {
  const twice = namedTwice(flat);
  if (twice !== undefined) {
    const expected = 'in every way through the alternatives of $or a field is named once';
    return [wrong(`at ${twice}, a field that is named twice`, expected)];
  }
  const ways = countWays(flat);
  if (ways <= mostWays) return [];
  return [wrong(`alternatives that combine in ${ways} ways`, `AWS takes at most ${mostWays}`)];
}

/**
 * SNS wants these escaped twice on attributes, in the filter and in the message: no filter with them
 * could mean the same in both of its scopes.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
const escapedTwice = /["\\\p{Cc}]/u;

function problemsOfTexts(path: string, matchers: unknown): Problem[] {
  const found = textsOf(matchers).find((text) => !hasToken(text) && escapedTwice.test(text));
  if (found === undefined) return [];
  const expected =
    'a text without quotation marks, backslashes and controls: in a filter on attributes SNS takes them for something else';
  return [wrong(`at ${path}, ${show(found)}`, expected)];
}

/** Producers are refused what is longer, since SNS compares no more: the filter would never match. */
function problemsOfNumbers(path: string, matchers: unknown): Problem[] {
  const found = leavesOf(matchers).find((leaf) => typeof leaf === 'number' && !isCompared(leaf));
  if (found === undefined) return [];
  const { number, numberFraction } = sns;
  const expected = `a number from ${number.min} to ${number.max} with at most ${numberFraction.max} digits after the decimal point, which is all that SNS compares`;
  return [wrong(`at ${path}, ${show(found)}`, expected)];
}

function isCompared(value: number): boolean {
  const { number, numberFraction } = sns;
  return (
    value >= number.min &&
    value <= number.max &&
    Number(value.toFixed(numberFraction.max)) === value
  );
}

function textsOf(value: unknown): string[] {
  return leavesOf(value).filter((leaf) => typeof leaf === 'string');
}

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return hasToken(value) ? [] : Object.values(value).flatMap(leavesOf);
}

/**
 * What a token stands for is not known, so that it may be the same value as whatever stands at the
 * same field of another alternative, or another one. On the body alternatives are set apart by
 * attributes that every event has; a message always has only source and type as attributes, and
 * every alternative names these already.
 */
function problemsOfUnknown(pattern: object): Problem[] {
  const unknown = new Set<string>();
  eachField(pattern, (path, matchers) => {
    if (hasToken(matchers)) unknown.add(path);
    return matchers;
  });
  let count = 0;
  const stoodIn = eachField(pattern, (path, matchers) => {
    count += 1;
    return unknown.has(path) ? ['known when deployed', `known when deployed: ${count}`] : matchers;
  });
  return problemsOfPattern('events', stoodIn, 'sns-attributes').filter(
    ({ id }) => id === 'spillway:filter-overlap',
  );
}

/** A filter policy on attributes with something else at its fields. */
function eachField(pattern: object, change: (path: string, matchers: unknown) => unknown): object {
  return Object.fromEntries(
    Object.entries(pattern).map(([path, value]) =>
      path === '$or' && Array.isArray(value)
        ? [path, value.map((one) => eachField(one, change))]
        : [path, change(path, value)],
    ),
  );
}

const onBody = 'leave filterAttributes out, so that subscriptions filter on the body.';

function wrong(given: string, expected: string, first = 'Change the filter'): Problem {
  return {
    id: 'spillway:filter-attributes',
    prop: 'events',
    given,
    expected,
    fix: `${first}, or ${onBody}`,
  };
}

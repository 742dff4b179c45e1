/**
 * What each dialect takes, as data: parsing reads it, and so do the constructs that write patterns.
 * A limit stands here only where AWS refuses what goes beyond it, on every account.
 */
import type { Limit } from '../../limits';
import type { DialectName } from './dialect';

export interface Dialect {
  /** What the pattern is part of, for messages. */
  readonly place: string;
  readonly looksAt: string;
  /** What may stand in a field's list as `{"operator": value}`. */
  readonly operators: readonly string[];
  /** What may stand inside an operator. */
  readonly nested: {
    readonly prefix: readonly string[];
    readonly suffix: readonly string[];
    readonly 'anything-but': readonly string[];
  };
  /** Whether a field may hold fields. */
  readonly objects: boolean;
  readonly limits: DialectLimits;
  /** The pages that state what the row says. */
  readonly sources: readonly string[];
}

export interface DialectLimits {
  /** Of the pattern as a text: as it is given, or as `JSON.stringify` writes the object. */
  readonly length: Limit;
  /** The ways in which the objects of all `$or` combine. */
  readonly alternatives: Limit;
  /** Different fields, however deep they stand. */
  readonly fields?: Limit;
  /** The product of the numbers of values of an alternative's fields; the sum over alternatives. */
  readonly combinations?: Limit & { readonly timesDepth: boolean };
  /** How much the wildcards of one field's list may ask of a matcher: see `parse/complexity.ts`. */
  readonly wildcardPositions?: Limit;
  readonly wildcardPoints?: Limit & { readonly asterisks: number };
}

const userGuide = 'https://docs.aws.amazon.com/eventbridge/latest/userguide';
const snsGuide = 'https://docs.aws.amazon.com/sns/latest/dg';
const operatorsPage = `${userGuide}/eb-create-pattern-operators.html`;
const constraintsPage = `${snsGuide}/subscription-filter-policy-constraints.html`;
const subscriberPage = `${userGuide}/eb-custom-bus-filtering.html`;
const pipesPage = `${userGuide}/eb-pipes-event-filtering.html`;
const lambdaPage = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html';

const withoutWildcard = [
  ...['exactly', 'prefix', 'suffix', 'equals-ignore-case', 'numeric', 'cidr', 'exists'],
  'anything-but',
];
const all = [...withoutWildcard, 'wildcard'];
const anyCase = ['equals-ignore-case'];
const nestedInRules = {
  prefix: anyCase,
  suffix: anyCase,
  'anything-but': ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'],
};
const alternatives: Limit = { max: 1000, unit: 'combinations', source: operatorsPage };

function upTo4096(source: string): Limit {
  return { max: 4096, unit: 'characters', source };
}

const sns = {
  operators: all,
  // Recorded against AWS: it refuses suffix there. Beside prefix it has announced wildcard.
  nested: { prefix: [], suffix: [], 'anything-but': ['prefix', 'wildcard'] },
  sources: [constraintsPage, `${snsGuide}/string-value-matching.html`],
};

const snsLimits = {
  length: { max: 256 * 1024, unit: 'bytes', source: constraintsPage },
  alternatives,
  fields: { max: 5, unit: 'keys', source: constraintsPage },
  // Of a field: 1 for the only asterisk of a text and 3 for each of more, times its texts.
  wildcardPoints: {
    max: 100,
    unit: 'points',
    asterisks: 3,
    source: `${snsGuide}/string-value-matching.html`,
  },
};

const snsCombinations = { max: 150, unit: 'combinations of values', source: constraintsPage };

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  eventbridge: {
    place: 'a rule on a Classic bus',
    looksAt: 'the event',
    operators: all,
    nested: nestedInRules,
    objects: true,
    limits: {
      // The quota of an account is half of this, and can be raised to it.
      length: upTo4096(
        'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
      ),
      alternatives,
      // The page names no number. Rules of 9 positions are known to be taken and of 11 refused.
      wildcardPositions: {
        max: 10,
        unit: 'positions',
        source: `${operatorsPage}#eb-filtering-wildcard-matching-complexity`,
      },
    },
    sources: [operatorsPage],
  },
  'eventbridge-v2': {
    place: 'a filter of scope DATA of a subscriber',
    looksAt: 'the payload; of an event put by PutEvents, the envelope with its detail',
    operators: withoutWildcard,
    nested: {
      prefix: anyCase,
      suffix: anyCase,
      'anything-but': ['prefix', 'suffix', 'equals-ignore-case'],
    },
    objects: true,
    limits: {
      length: upTo4096(
        'https://docs.aws.amazon.com/eventbridgev2/latest/APIReference/API_Filter.html',
      ),
      alternatives,
    },
    sources: [subscriberPage],
  },
  'sns-attributes': {
    place: 'a filter policy on message attributes',
    looksAt: 'the message attributes of type String, Number and String.Array',
    ...sns,
    objects: false,
    limits: { ...snsLimits, combinations: { ...snsCombinations, timesDepth: false } },
  },
  'sns-body': {
    place: 'a filter policy on the message body',
    looksAt: 'the message body, where it is a JSON object',
    ...sns,
    objects: true,
    limits: { ...snsLimits, combinations: { ...snsCombinations, timesDepth: true } },
  },
  pipes: {
    place: 'a filter of a pipe',
    looksAt: 'the record, and what its body, data, key or value holds as JSON',
    operators: withoutWildcard,
    nested: { prefix: anyCase, suffix: anyCase, 'anything-but': [] },
    objects: true,
    limits: {
      length: upTo4096(
        'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_Filter.html',
      ),
      alternatives,
    },
    sources: [pipesPage, operatorsPage],
  },
  // Its page says: the syntax and rules of EventBridge. Its summary of operators is shorter, but no
  // page says that the others are refused.
  lambda: {
    place: 'a filter of a Lambda event source',
    looksAt: 'the record, and what its body, data, key or value holds as JSON',
    operators: all,
    nested: nestedInRules,
    objects: true,
    limits: {
      length: upTo4096('https://docs.aws.amazon.com/lambda/latest/api/API_Filter.html'),
      alternatives,
    },
    sources: [lambdaPage],
  },
};

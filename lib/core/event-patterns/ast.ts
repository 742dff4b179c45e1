import type { DialectName } from './dialects/dialect';

/**
 * An event pattern, read and checked: what parsing makes, and all that matching needs. It is frozen
 * data in disjunctive form: an event matches when any one alternative does, and an alternative does
 * when each of its fields does.
 */
export interface EventPattern {
  /** Where the pattern stands: it decides what of an event is looked at. */
  readonly dialect: DialectName;
  /** At least one, at most 1,000; more than one only through `$or`. */
  readonly alternatives: readonly Alternative[];
  /**
   * Alternatives of `$or` that AWS drops, without a word, although they match more than those it
   * keeps: an earlier one has the same paths and at each of them a value or an operator in common.
   */
  readonly shadowed: readonly Alternative[];
  /** Every path that some alternative names, each once, sorted. */
  readonly paths: readonly string[];
}

export interface Alternative {
  /** At least one, sorted by path in UTF-16 order: absence inside arrays depends on this order. */
  readonly fields: readonly PatternField[];
}

export interface PatternField {
  /** Names joined with dots, as in `detail.data.shipTo.country`. A name may itself hold dots. */
  readonly path: string;
  /** At least one; the field holds when any of them does. */
  readonly matchers: readonly Matcher[];
}

/** What one value of a pattern's list asks of a leaf: a string, number, boolean or null. */
export type Matcher =
  | TextMatcher
  | { readonly kind: 'keyword'; readonly value: 'true' | 'false' | 'null' }
  | NumberMatcher
  | RangeMatcher
  | IpMatcher
  | { readonly kind: 'exists' }
  | { readonly kind: 'absent' }
  /** Any leaf that none of `not` matches: all texts, all numbers or all of one text operator. */
  | { readonly kind: 'anything-but'; readonly not: readonly (TextMatcher | NumberMatcher)[] };

export type TextMatcher =
  | { readonly kind: TextOperator; readonly value: string }
  | {
      readonly kind: 'wildcard';
      readonly value: string;
      /** The literal texts between the asterisks, escapes resolved: one more than asterisks. */
      readonly parts: readonly string[];
    };

export type TextOperator =
  | 'exactly'
  | 'prefix'
  | 'suffix'
  | 'equals-ignore-case'
  | 'prefix-ignore-case'
  | 'suffix-ignore-case';

export interface NumberMatcher {
  readonly kind: 'number';
  /** As the pattern spells it. */
  readonly text: string;
  /** Absent where a double can't hold the text exactly: then only the same spelling equals it. */
  readonly value?: number;
}

export interface RangeMatcher {
  readonly kind: 'range';
  readonly low: Bound;
  readonly high: Bound;
}

export interface Bound {
  readonly value: number;
  /** True where the bound itself is outside. */
  readonly open: boolean;
}

/** An address or a block; both ends are inside, in the form of `ip.ts`. */
export interface IpMatcher {
  readonly kind: 'ip';
  readonly text: string;
  readonly low: string;
  readonly high: string;
}

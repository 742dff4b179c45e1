import type { JsonValue } from '../json';
import type { Tokens } from '../pointer';
import type { Alternative, Opaque, SchemaNode, Term } from './form';

export type Verdict = 'yes' | 'no' | 'unknown';

/**
 * What a writer emits where its schema is open: with `lenient` only properties that it declares,
 * with `strict` anything that its schema lets through.
 */
export type Policy = 'lenient' | 'strict';

/** Something that a writer may emit and the reader refuses. */
export interface Finding {
  /** From the value that was judged to the one that is refused; `*` is any element or name. */
  readonly path: Tokens;
  /** The reader's schema that refuses, and its keyword. */
  readonly node: SchemaNode;
  readonly keyword: string;
  /** What the reader wants, as in "wants at least 5 characters". */
  readonly wants: string;
  /** What the writer may emit, as in "may emit 3 characters". */
  readonly emits: string;
}

/** One comparison: the functions that need each other, and what they found out so far. */
export interface Session {
  readonly policy: Policy;
  readonly writer: string;
  /** Whether "and none of the others" of `oneOf` is looked at: it can take long, and seldom counts. */
  readonly isExact: boolean;
  /** Everything that satisfies the term, and at most as much more as isn't understood. */
  alternativesOf(term: Term): readonly Alternative[];
  /** The values that satisfy both; more where something isn't understood. */
  intersect(some: readonly Alternative[], term: Term): readonly Alternative[];
  /** Whether nothing satisfies it, as far as that can be proved. */
  isEmpty(term: Term): boolean;
  isNothing(alternative: Alternative): boolean;
  /** Whether a value satisfies a schema. */
  satisfies(value: JsonValue, node: SchemaNode): Verdict;
  admits(alternative: Alternative, value: JsonValue): Verdict;
  /** What a writer may emit by this term and the reader's schema refuses. */
  compare(term: Term, reader: SchemaNode): readonly Finding[];
  /** Whether two schemas say the same, word by word. */
  isSame(one: SchemaNode, other: SchemaNode): boolean;
  isSameOpaque(one: Opaque, other: Opaque): boolean;
  /** Does something a level further down, or something else where that is too deep for the stack. */
  deeper<T>(task: () => T, otherwise: () => T): T;
  /** A key for a claim that is made up on the way. */
  freshKey(): string;
  /** @throws TooMuchWork where a comparison would take too long. */
  spend(steps: number): void;
}

/** A schema has more alternatives than are compared: there, it counts as breaking. */
export class TooManyAlternatives extends Error {}

/** The comparison as a whole takes too long: it counts as breaking. */
export class TooMuchWork extends Error {}

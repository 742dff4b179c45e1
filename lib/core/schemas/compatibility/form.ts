/**
 * The form in which a writer's schema is judged: what it lets through, as a list of alternatives.
 * Each alternative is about values of one type and says everything about them in one record, so
 * that a reader's keyword asks one record. Schemas of parts (a property, an element) stay terms,
 * which are opened only when someone asks: a schema may contain itself.
 */
import type { Dialect } from '../dialects';
import type { JsonObject, JsonValue } from '../json';
import type { Tokens } from '../pointer';

/** A schema in its place. */
export interface SchemaNode {
  /** Tells it from all others, also from those of the other side. */
  readonly key: string;
  readonly pointer: string;
  readonly schema: JsonObject | boolean;
  readonly file: SchemaFile;
}

/** A schema as a whole. */
export interface SchemaFile {
  /** Which of the two it is, or which version. */
  readonly label: string;
  readonly dialect: Dialect;
  readonly root: SchemaNode;
  /** In characters, as JSON. */
  readonly size: number;
  /** The whole as canonical JSON: what depends on other places is the same only if all is. */
  readonly text: string;
  /** Whether `unevaluatedProperties` or `unevaluatedItems` stand anywhere in it. */
  readonly asksForUnevaluated: boolean;
  /** The schema that stands there, seen from an outer one. */
  child(outer: SchemaNode, tokens: Tokens, schema: JsonValue): SchemaNode;
  /** What a reference in that schema leads to; undefined if it isn't in here. */
  target(from: SchemaNode, reference: string): SchemaNode | undefined;
}

/** That a value satisfies a schema, or doesn't, or is one of some alternatives. */
export type Claim = SchemaClaim | GivenClaim;

export interface SchemaClaim {
  readonly key: string;
  readonly node: SchemaNode;
  readonly holds: boolean;
}

export interface GivenClaim {
  readonly key: string;
  readonly alternatives: readonly Alternative[];
}

/** Claims that hold at once; none is anything at all. */
export type Term = readonly Claim[];

/** Something that isn't understood, or not in its place: it proves only itself. */
export interface Opaque {
  readonly keyword: string;
  readonly holds: boolean;
  readonly node: SchemaNode;
  /** What it says; absent where that depends on the schemas around it. */
  readonly text?: string;
}

export interface Bound {
  readonly value: number;
  readonly isInclusive: boolean;
}

/** By canonical text. */
export type ValueSet = ReadonlyMap<string, JsonValue>;

export type Alternative = Values | Numbers | Strings | Arrays | Objects;

/** Some values of any types. */
export interface Values {
  readonly kind: 'values';
  readonly values: ValueSet;
  readonly opaque: readonly Opaque[];
}

export interface Numbers {
  readonly kind: 'number';
  readonly min?: Bound;
  readonly max?: Bound;
  readonly multiples: readonly number[];
  readonly notMultiples: readonly number[];
  readonly excluded: ValueSet;
  readonly opaque: readonly Opaque[];
}

export interface Strings {
  readonly kind: 'string';
  readonly minLength: number;
  readonly maxLength: number;
  readonly patterns: readonly string[];
  readonly notPatterns: readonly string[];
  readonly excluded: ValueSet;
  readonly opaque: readonly Opaque[];
}

export interface Arrays {
  readonly kind: 'array';
  readonly minItems: number;
  readonly maxItems: number;
  readonly isUnique: boolean;
  readonly tuples: readonly Tuple[];
  readonly contains: readonly Contains[];
  readonly excluded: ValueSet;
  readonly opaque: readonly Opaque[];
  /** So many elements, from the first one, have been judged by schemas of their own. */
  readonly evaluated: number;
}

export interface Tuple {
  readonly prefix: readonly Term[];
  readonly rest: Term;
}

/** That from `min` to `max` elements satisfy a term. */
export interface Contains {
  readonly term: Term;
  readonly min: number;
  readonly max: number;
}

export interface Objects {
  readonly kind: 'object';
  readonly minProperties: number;
  readonly maxProperties: number;
  readonly required: ReadonlySet<string>;
  readonly groups: readonly Group[];
  /** What every name satisfies. */
  readonly names: Term;
  readonly dependents: readonly Dependent[];
  readonly excluded: ValueSet;
  readonly opaque: readonly Opaque[];
  readonly evaluated: EvaluatedNames;
}

/** `properties`, `patternProperties` and `additionalProperties` of one schema. */
export interface Group {
  readonly names: ReadonlyMap<string, Term>;
  readonly patterns: readonly (readonly [pattern: string, term: Term])[];
  readonly rest: Term;
}

/** Where the one property is, the others are, too. */
export interface Dependent {
  readonly name: string;
  readonly others: readonly string[];
}

/** The properties that have been judged by schemas of their own. */
export interface EvaluatedNames {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly all: boolean;
}

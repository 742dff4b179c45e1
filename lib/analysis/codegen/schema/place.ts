import type { JsonObject, JsonValue } from '../../../core/schemas';
import { isObject } from '../../../core/schemas/json';
import type { Tokens } from '../../../core/schemas/pointer';
import type { SchemaDocument } from '../../../core/schemas/schema-document';

/** A schema on the way down, with what its place means for it. */
export interface Place {
  readonly document: SchemaDocument;
  readonly schema: JsonObject;
  readonly pointer: string;
  /** Whether other schemas speak of the same value: what is left unsaid may be said there. */
  readonly shared: boolean;
  /** What stands below, where it is about another value; undefined where nothing may stand. */
  readonly lower: (child: JsonValue | undefined, tokens: Tokens) => Lowered;
  /** What stands below, where it is about the same value. */
  readonly lowerShared: (child: JsonValue | undefined, tokens: Tokens) => Lowered;
  /** What a reference leads to. */
  readonly refer: (reference: string) => Lowered;
}

/** A schema that quicktype reads as it is meant; undefined for one that lets nothing through. */
export type Lowered = JsonObject | undefined;

/** One of several; those that let nothing through are none. */
export function anyOf(branches: readonly Lowered[]): Lowered {
  const known = new Map<string, JsonObject>();
  for (const branch of branches) {
    if (branch !== undefined) known.set(JSON.stringify(branch), branch);
  }
  const [first, ...others] = known.values();
  if (first === undefined || others.length === 0) return first;
  // Where one branch says nothing, the choice says nothing.
  return [first, ...others].some(saysNothing) ? {} : { anyOf: [first, ...others] };
}

/** Whether it gives a value no type: `required` alone only tells branches apart. */
export function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((name) => ['title', 'description', 'required'].includes(name));
}

/** Members from a list, also those that are named `__proto__`. */
export function membersOf(value: JsonValue | undefined): [string, JsonValue][] {
  return isObject(value) ? Object.entries(value) : [];
}

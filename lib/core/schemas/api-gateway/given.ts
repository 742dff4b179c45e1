import type { Dialect } from '../dialects';
import { isObject, type JsonObject, type JsonValue } from '../json';
import { below, type Tokens } from '../pointer';
import { SchemaError, show } from '../schema-error';

/** Something that the given schema checks and the lowered one lets through. */
export interface LostKeyword {
  /** JSON pointer in the given schema, to the value of the keyword or to a part of it. */
  readonly path: string;
  readonly keyword: string;
  /** Why API Gateway can't check it, as the end of "is not checked: ...". */
  readonly reason: string;
}

/** One schema on its way down: what it says, where it stands and what it may ask and report. */
export interface Given {
  readonly schema: JsonObject;
  readonly pointer: string;
  readonly dialect: Dialect;

  /** Lowers a schema within, which judges a part of the data or, `inPlace`, the same value. */
  lower(child: JsonValue, tokens: Tokens, inPlace?: 'inPlace'): JsonObject;

  /** Lowers what a reference leads to; undefined if it leads out of the document. */
  refer(reference: string): JsonObject | undefined;

  /** Where something is lost in a schema within; undefined if it says exactly what was given. */
  lossIn(tokens: Tokens): string | undefined;

  /** Reports that what stands there is let through. The first token is the keyword. */
  lose(tokens: Tokens, reason: string): void;

  /** Reports that what stands there may be let through: nothing may depend on its refusals. */
  doubt(tokens: Tokens): void;
}

/** What some keywords of a schema become: members of draft-04 that belong together. */
export type Lower = (given: Given) => readonly JsonObject[];

/** Refuses what a schema of its draft can't hold there. */
export function refuse(given: Given, tokens: Tokens, value: JsonValue, expected: string): never {
  throw new SchemaError(below(given.pointer, tokens), `${show(value)} is no valid value`, expected);
}

export function numberAt(given: Given, keyword: string): number | undefined {
  const value = given.schema[keyword];
  if (value === undefined || typeof value === 'number') return value;
  return refuse(given, [keyword], value, `a number, ${asDrafted(given)}`);
}

function asDrafted({ dialect }: Given): string {
  return `as ${dialect} has it; or, in "$schema", the draft that the schema was written for`;
}

/** The largest length or count that the validator takes: it holds them as a Java int. */
const maxCount = 2_147_483_647;

/** A length or a count, as large as matters: no request reaches 2 GB. */
export function countAt(given: Given, keyword: string): number | undefined {
  const value = numberAt(given, keyword);
  if (value === undefined || (Number.isInteger(value) && value >= 0)) {
    return value === undefined ? undefined : Math.min(value, maxCount);
  }
  return refuse(given, [keyword], value, 'a whole number from 0 on');
}

export function flagAt(given: Given, keyword: string): boolean | undefined {
  const value = given.schema[keyword];
  if (value === undefined || typeof value === 'boolean') return value;
  return refuse(given, [keyword], value, `true or false, ${asDrafted(given)}`);
}

export function textAt(given: Given, keyword: string): string | undefined {
  const value = given.schema[keyword];
  if (value === undefined || typeof value === 'string') return value;
  return refuse(given, [keyword], value, 'a string');
}

export function listAt(given: Given, keyword: string): readonly JsonValue[] | undefined {
  const value = given.schema[keyword];
  if (value === undefined || Array.isArray(value)) return value;
  return refuse(given, [keyword], value, 'a list');
}

/** The members of a map, none if it is absent. */
export function membersAt(given: Given, keyword: string): [string, JsonValue][] {
  const value = given.schema[keyword];
  if (value === undefined) return [];
  return isObject(value) ? Object.entries(value) : refuse(given, [keyword], value, 'an object');
}

/** A list of property names, each once. */
export function namesIn(given: Given, tokens: Tokens, value: JsonValue): string[] {
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) {
    return [...new Set<string>(value)];
  }
  return refuse(given, tokens, value, 'a list of property names');
}

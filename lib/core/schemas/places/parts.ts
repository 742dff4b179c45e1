import { type Dialect, upTo } from '../dialects';
import type { JsonObject } from '../json';
import { below } from '../pointer';

/** One of the schemas that speak of a place in the data. */
export interface Part {
  /** Where it stands. */
  readonly pointer: string;
  /** Without what has no effect: see `ownOf`. */
  readonly schema: JsonObject;
}

const besideReference = ['$ref', 'title', 'description', 'deprecated'];

/**
 * What counts of a schema. Up to draft-07 nothing beside `$ref` does, though people describe there
 * what they refer to.
 *
 * Source: https://json-schema.org/draft-07/draft-handrews-json-schema-01 section 8.3
 */
export function ownOf(schema: JsonObject, dialect: Dialect): JsonObject {
  const isAlone = typeof schema['$ref'] === 'string' && upTo('draft-07').includes(dialect);
  if (!isAlone) return schema;
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => besideReference.includes(keyword)),
  );
}

/** The places of a list of schemas. */
export function branchesAt({ pointer, schema }: Part, keyword: string): string[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list.map((_, at) => below(pointer, [keyword, at])) : [];
}

/** The names that the data must have; also those of which no more is said. */
export function requiredOf({ parts }: { readonly parts: readonly Part[] }): ReadonlySet<string> {
  const names = parts.flatMap(({ schema: { required } }) =>
    Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [],
  );
  return new Set(names);
}

/** What a schema tells people: kept, since what is emitted is read more than run. */
import type { JsonObject, JsonValue } from '../json';

export function draft4Annotations(schema: JsonObject): JsonObject {
  return {
    ...textAt(schema, 'title'),
    ...textAt(schema, 'description'),
    ...textAt(schema, 'format'),
    ...valueAt(schema, 'default'),
    ...extensionsOf(schema),
  };
}

export function openApiAnnotations(schema: JsonObject): JsonObject {
  const { deprecated, example, examples } = schema;
  const shown = example ?? (Array.isArray(examples) ? examples[0] : undefined);
  return {
    ...draft4Annotations(schema),
    ...(deprecated === true && { deprecated }),
    ...(shown !== undefined && { example: shown }),
  };
}

/** Beside a reference both languages would ignore them. */
export function annotate(schema: JsonObject, annotations: JsonObject): JsonObject {
  if (Object.keys(annotations).length === 0) return schema;
  const bare = Object.hasOwn(schema, '$ref') ? { allOf: [schema] } : schema;
  return { ...bare, ...annotations };
}

function textAt(schema: JsonObject, keyword: string): JsonObject {
  const value = schema[keyword];
  return typeof value === 'string' ? { [keyword]: value } : {};
}

function valueAt(schema: JsonObject, keyword: string): JsonObject {
  const value: JsonValue | undefined = schema[keyword];
  return value === undefined ? {} : { [keyword]: value };
}

const extensionsOf = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key.startsWith('x-')));

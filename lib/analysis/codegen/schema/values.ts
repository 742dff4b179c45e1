import type { JsonObject, JsonValue } from '../../../core/schemas';
import { isObject } from '../../../core/schemas/json';
import { anyOf, type Lowered, type Place } from './place';

/** Keywords that only mean something for values of one type. */
const typesByKeyword: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  object: [
    ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames'],
    ...['minProperties', 'maxProperties', 'then', 'else', 'dependentSchemas'],
  ],
};

/**
 * The types that are given, or meant: a schema that bounds texts and names no type lets all others
 * through, which nobody has in mind. Undefined where the schema is about any value.
 */
export function typesOf({ schema, shared }: Place): readonly string[] | undefined {
  const { type } = schema;
  const given = typeof type === 'string' ? [type] : Array.isArray(type) ? type.map(String) : [];
  if (given.length > 0) return schema['nullable'] === true ? [...given, 'null'] : given;
  const meant = Object.keys(typesByKeyword).filter((name) =>
    typesByKeyword[name]?.some((keyword) => schema[keyword] !== undefined),
  );
  const sure = shared ? meant.filter((name) => name === 'object' || name === 'array') : meant;
  return sure.length > 0 ? sure : undefined;
}

/** The values that are listed, by `enum` or `const`; undefined where none are. */
export function listedValues({ schema }: Place): readonly JsonValue[] | undefined {
  if (schema['const'] !== undefined) return [schema['const']];
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined;
}

/**
 * quicktype reads `enum` for texts, and takes other values for any of their type; `const` it reads
 * without `null`, lists and objects.
 */
export function lowerListed(values: readonly JsonValue[], types?: readonly string[]): Lowered {
  const fitting = values.filter((value) => types === undefined || isOneOf(value, types));
  const texts = fitting.filter((value) => typeof value === 'string');
  const others = fitting.filter((value) => typeof value !== 'string').map(describe);
  return anyOf([texts.length > 0 ? { type: 'string', enum: texts } : undefined, ...others]);
}

/** A schema for a value: its type, in it the types of its parts. */
function describe(value: JsonValue): JsonObject {
  if (Array.isArray(value)) return { type: 'array', items: anyOf(value.map(describe)) ?? {} };
  if (!isObject(value)) {
    return typeof value === 'string' ? { type: 'string', enum: [value] } : { type: typeOf(value) };
  }
  const properties = Object.entries(value).map(([name, part]) => [name, describe(part)]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: Object.keys(value),
  };
}

const isOneOf = (value: JsonValue, types: readonly string[]): boolean =>
  types.includes(typeOf(value)) || (typeof value === 'number' && types.includes('number'));

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

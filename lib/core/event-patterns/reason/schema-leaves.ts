/** The keywords of a schema that judge a value by itself; those with schemas in them: `schema-valid`. */
import { canonical, isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { finds } from './pattern-machine';
import type { Truth } from './truth';

/** Whether a value is what a keyword asks for that has no schemas in it. */
type LeafAssertion = (value: JsonValue, content: JsonValue, schema: JsonObject) => Truth;

/** By keyword; a keyword that speaks of another type holds. */
export const leafAssertions: Readonly<Record<string, LeafAssertion>> = {
  format: () => true,
  type: (value, content) => [content].flat().some((type) => isOfType(value, type)),
  enum: (value, content) =>
    Array.isArray(content) && content.some((one) => canonical(one) === canonical(value)),
  const: (value, content) => canonical(content) === canonical(value),
  minimum: ofNumber((value, bound, schema) =>
    schema['exclusiveMinimum'] === true ? value > bound : value >= bound,
  ),
  maximum: ofNumber((value, bound, schema) =>
    schema['exclusiveMaximum'] === true ? value < bound : value <= bound,
  ),
  exclusiveMinimum: ofNumber((value, bound) => value > bound),
  exclusiveMaximum: ofNumber((value, bound) => value < bound),
  // Divided as doubles: what is whole there is taken as a multiple by other validators too.
  multipleOf: ofNumber((value, part) => Number.isInteger(value / part) || inexactMultiple(part)),
  minLength: ofText((length, bound) => length >= bound),
  maxLength: ofText((length, bound) => length <= bound),
  pattern: (value, content) => {
    const isText = typeof value === 'string' && typeof content === 'string';
    return isText ? (finds(content, value) ?? 'pattern') : true;
  },
  minItems: ofSize((value) => (Array.isArray(value) ? value.length : undefined), atLeast),
  maxItems: ofSize((value) => (Array.isArray(value) ? value.length : undefined), atMost),
  uniqueItems: (value, content) =>
    content !== true ||
    !Array.isArray(value) ||
    new Set(value.map(canonical)).size === value.length,
  minProperties: ofSize(membersIn, atLeast),
  maxProperties: ofSize(membersIn, atMost),
  required: (value, content) =>
    !isObject(value) ||
    [content].flat().every((name) => typeof name === 'string' && Object.hasOwn(value, name)),
};

function isOfType(value: JsonValue, type: JsonValue): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function inexactMultiple(part: number): Truth {
  return Number.isInteger(part) ? false : 'multipleOf';
}

function ofNumber(
  holds: (value: number, bound: number, schema: JsonObject) => Truth,
): LeafAssertion {
  return (value, bound, schema) =>
    typeof value === 'number' && typeof bound === 'number' ? holds(value, bound, schema) : true;
}

function ofText(holds: (length: number, bound: number) => boolean): LeafAssertion {
  return (value, bound) =>
    typeof value === 'string' && typeof bound === 'number' ? holds([...value].length, bound) : true;
}

function ofSize(
  sizeOf: (value: JsonValue) => number | undefined,
  holds: (size: number, bound: number) => boolean,
): LeafAssertion {
  return (value, bound) => {
    const size = sizeOf(value);
    return size === undefined || typeof bound !== 'number' || holds(size, bound);
  };
}

function membersIn(value: JsonValue): number | undefined {
  return isObject(value) ? Object.keys(value).length : undefined;
}

function atLeast(size: number, bound: number): boolean {
  return size >= bound;
}

function atMost(size: number, bound: number): boolean {
  return size <= bound;
}

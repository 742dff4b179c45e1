import { type Dialect, dialects, since, upTo } from './dialects';
import { isObject, type JsonObject, type JsonValue } from './json';
import type { Tokens } from './pointer';

/**
 * Every keyword that can make a schema refuse something, with the drafts in which it does; none
 * where only draft-03 knew it. What stands in no row is an annotation, or unknown: validators
 * ignore it.
 *
 * Sources: https://json-schema.org/specification-links and the release notes linked there.
 */
const assertions: ReadonlyMap<string, readonly Dialect[]> = new Map([
  ...[
    ['$ref', 'type', 'enum', 'allOf', 'anyOf', 'oneOf', 'not', 'format'],
    ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
    ['minLength', 'maxLength', 'pattern'],
    ['items', 'minItems', 'maxItems', 'uniqueItems'],
    ['properties', 'patternProperties', 'additionalProperties'],
    ['required', 'minProperties', 'maxProperties'],
  ].flatMap((names) => names.map((name): [string, readonly Dialect[]] => [name, dialects])),
  ['const', since('draft-06')],
  ['contains', since('draft-06')],
  ['propertyNames', since('draft-06')],
  ['if', since('draft-07')],
  ['then', since('draft-07')],
  ['else', since('draft-07')],
  ['dependentRequired', since('2019-09')],
  ['dependentSchemas', since('2019-09')],
  ['minContains', since('2019-09')],
  ['maxContains', since('2019-09')],
  ['unevaluatedItems', since('2019-09')],
  ['unevaluatedProperties', since('2019-09')],
  ['$recursiveRef', ['2019-09']],
  ['$dynamicRef', since('2020-12')],
  ['prefixItems', since('2020-12')],
  ['additionalItems', upTo('2019-09')],
  ['dependencies', upTo('draft-07')],
  ['extends', []],
  ['disallow', []],
  ['divisibleBy', []],
]);

/** Keywords whose value is a schema or a list of schemas, in any draft. */
const schemas = [
  ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  ['items', 'prefixItems', 'additionalItems', 'contains', 'unevaluatedItems'],
  ['additionalProperties', 'propertyNames', 'unevaluatedProperties', 'contentSchema'],
].flat();

/** Keywords whose value is a map to schemas, in any draft. */
const maps = [
  ['$defs', 'definitions', 'properties', 'patternProperties'],
  ['dependencies', 'dependentSchemas'],
].flat();

/** Every keyword that can refuse something in some draft. */
export const assertionKeywords: readonly string[] = [...assertions.keys()];

/** Whether the keyword can refuse something in any draft. */
export function isAssertion(keyword: string): boolean {
  return assertions.has(keyword);
}

/** Whether the keyword can refuse something in this draft. */
export function assertsIn(dialect: Dialect, keyword: string): boolean {
  return assertions.get(keyword)?.includes(dialect) ?? false;
}

/** Everything directly below a schema that is an object where a schema is expected. */
export function subschemasOf(schema: JsonObject): [JsonObject, Tokens][] {
  return [
    ...schemas.flatMap((keyword) => objectsIn(keyword, schema[keyword])),
    ...maps.flatMap((keyword) => {
      const map = schema[keyword];
      return isObject(map)
        ? Object.entries(map).flatMap(([name, member]) => objectsAt([keyword, name], member))
        : [];
    }),
  ];
}

function objectsIn(keyword: string, value: JsonValue | undefined): [JsonObject, Tokens][] {
  return Array.isArray(value)
    ? value.flatMap((element: JsonValue, index) => objectsAt([keyword, index], element))
    : objectsAt([keyword], value);
}

function objectsAt(tokens: Tokens, value: JsonValue | undefined): [JsonObject, Tokens][] {
  return isObject(value) ? [[value, tokens]] : [];
}

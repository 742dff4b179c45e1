/**
 * Whether a schema can be said in another language word for word. `oneOf` and `not` may only stay
 * where it can: what lets more through below them refuses more as a whole. Asked of everything that
 * a schema asks, also through references.
 */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { assertsIn, isAssertion, subschemasOf } from '../keywords';
import { below } from '../pointer';
import type { SchemaDocument } from '../schema-document';

/** Draft-04 has none of these. */
export const beyondDraft4: readonly string[] = [
  ...['if', 'then', 'else', 'contains', 'minContains', 'maxContains', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties', '$recursiveRef', '$dynamicRef'],
];

/** Neither has OpenAPI 3.0, nor these; a list of `items` is looked at on its own. */
export const beyondOpenApi: readonly string[] = [
  ...beyondDraft4,
  ...['patternProperties', 'dependencies', 'dependentRequired', 'dependentSchemas'],
  ...['prefixItems', 'additionalItems'],
];

/** The first place below where something gets lost; undefined if nothing does. */
export function lossBelow(
  document: SchemaDocument,
  start: string,
  beyond: readonly string[],
): string | undefined {
  const open = [start];
  const met = new Set(open);
  for (const pointer of open) {
    const schema = document.at(pointer);
    if (!isObject(schema)) continue;
    const lost = Object.keys(schema).find((key) => isLost(document, schema, key, beyond));
    if (lost !== undefined) return below(pointer, [lost]);
    for (const place of askedBy(document, schema, pointer)) {
      if (place === undefined) return below(pointer, ['$ref']);
      if (!met.has(place)) open.push(place);
      met.add(place);
    }
  }
  return undefined;
}

/** Undefined is a reference that leads nowhere. */
function askedBy(document: SchemaDocument, schema: JsonObject, pointer: string) {
  const reference = schema['$ref'];
  return [
    ...(typeof reference === 'string' ? [document.resolve(reference, pointer)] : []),
    ...subschemasOf(schema).map(([, tokens]) => below(pointer, tokens)),
  ];
}

/** Also what a draft ignores but validators may not, and the `nullable` of OpenAPI. */
function isLost(
  { dialect }: SchemaDocument,
  schema: JsonObject,
  keyword: string,
  beyond: readonly string[],
): boolean {
  if (keyword === 'nullable') return schema[keyword] === true;
  if (!isAssertion(keyword)) return false;
  const ignored = schema['$ref'] !== undefined && /^draft/.test(dialect) && keyword !== '$ref';
  return (
    ignored ||
    !assertsIn(dialect, keyword) ||
    beyond.includes(keyword) ||
    (keyword === 'items' && isTuple(schema[keyword]) && beyond.includes('prefixItems'))
  );
}

const isTuple = (items: JsonValue | undefined): boolean => Array.isArray(items);

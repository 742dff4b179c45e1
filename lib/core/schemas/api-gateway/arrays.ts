/** What lists may hold: the first elements one by one, the others all alike. */
import type { JsonObject, JsonValue } from '../json';
import type { Tokens } from '../pointer';
import { never } from './assemble';
import { countAt, flagAt, type Given, type Lower, listAt, refuse } from './given';

interface Elements {
  readonly first: { readonly keyword: string; readonly schemas: readonly JsonValue[] };
  readonly others?: { readonly tokens: Tokens; readonly schema: JsonValue };
}

export const lowerArrays: Lower = (given) => {
  const minItems = countAt(given, 'minItems') ?? 0;
  const maxItems = countAt(given, 'maxItems');
  return [
    {
      ...(minItems > 0 && { minItems }),
      ...(maxItems !== undefined && { maxItems }),
      ...(flagAt(given, 'uniqueItems') && { uniqueItems: true }),
    },
    lowerElements(given, elementsOf(given)),
  ];
};

function lowerElements(given: Given, { first, others }: Elements): JsonObject {
  const items = first.schemas.map((schema, index) => given.lower(schema, [first.keyword, index]));
  const additional = others === undefined ? {} : lowerOthers(given, others.schema, others.tokens);
  const isFree = additional !== false && Object.keys(additional).length === 0;
  if (items.length === 0) return isFree ? {} : { items: additional === false ? never : additional };
  return { items, ...(!isFree && { additionalItems: additional }) };
}

/** `false` is one of the two places where draft-04 has a boolean schema. */
function lowerOthers(given: Given, schema: JsonValue, tokens: Tokens): JsonObject | false {
  return schema === false ? false : schema === true ? {} : given.lower(schema, tokens);
}

function elementsOf(given: Given): Elements {
  const { items, additionalItems } = given.schema;
  if (given.dialect === '2020-12') {
    const schemas = listAt(given, 'prefixItems') ?? [];
    if (Array.isArray(items)) {
      refuse(
        given,
        ['items'],
        items,
        'a schema, and the list in "prefixItems"; or, in "$schema", the older draft it was written for',
      );
    }
    return { first: { keyword: 'prefixItems', schemas }, ...othersOf('items', items) };
  }
  return Array.isArray(items)
    ? {
        first: { keyword: 'items', schemas: items },
        ...othersOf('additionalItems', additionalItems),
      }
    : { first: { keyword: 'items', schemas: [] }, ...othersOf('items', items) };
}

function othersOf(keyword: string, schema: JsonValue | undefined): Pick<Elements, 'others'> {
  return schema === undefined ? {} : { others: { tokens: [keyword], schema } };
}

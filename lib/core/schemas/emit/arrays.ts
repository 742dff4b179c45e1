/** Lists in OpenAPI 3.0: all elements are alike there, and a list has to say what they are. */
import { countAt, flagAt, type Given, type Lower, listAt, refuse } from '../api-gateway/given';
import type { JsonObject, JsonValue } from '../json';
import { typesOf } from './types';

export const openApiArrays: Lower = (given) => {
  const { items, atMost } = elementsOf(given);
  const minItems = countAt(given, 'minItems') ?? 0;
  const maxItems = Math.min(countAt(given, 'maxItems') ?? Infinity, atMost);
  const types = typesOf(given)?.filter((type) => type !== 'null') ?? [];
  const isList = types.length === 1 && types[0] === 'array';
  return [
    {
      ...(minItems > 0 && { minItems }),
      ...(maxItems < Infinity && { maxItems }),
      ...(flagAt(given, 'uniqueItems') && { uniqueItems: true }),
      ...((items !== undefined || isList) && { items: items ?? {} }),
    },
  ];
};

interface Elements {
  readonly items?: JsonObject;
  /** How many there can be where none may follow the first ones. */
  readonly atMost: number;
}

function elementsOf(given: Given): Elements {
  const { first, others } = tupleOf(given);
  const lowered = first.schemas.map((schema, at) => given.lower(schema, [first.keyword, at]));
  if (lowered.length === 0) {
    return others.schema === undefined
      ? { atMost: Infinity }
      : { items: given.lower(others.schema, [others.keyword]), atMost: Infinity };
  }
  if (others.schema === undefined || others.schema === true) return { atMost: Infinity };
  if (others.schema === false) return { items: anyOf(lowered), atMost: lowered.length };
  const following = given.lower(others.schema, [others.keyword]);
  return { items: anyOf([...lowered, following]), atMost: Infinity };
}

const anyOf = ([first = {}, ...others]: readonly JsonObject[]): JsonObject =>
  others.length === 0 ? first : { anyOf: [first, ...others] };

interface Tuple {
  readonly first: { readonly keyword: string; readonly schemas: readonly JsonValue[] };
  readonly others: { readonly keyword: string; readonly schema: JsonValue | undefined };
}

function tupleOf(given: Given): Tuple {
  const { items, additionalItems } = given.schema;
  if (given.dialect === '2020-12') {
    if (Array.isArray(items)) refuse(given, ['items'], items, 'a schema');
    const schemas = listAt(given, 'prefixItems') ?? [];
    return {
      first: { keyword: 'prefixItems', schemas },
      others: { keyword: 'items', schema: items },
    };
  }
  return Array.isArray(items)
    ? {
        first: { keyword: 'items', schemas: items },
        others: { keyword: 'additionalItems', schema: additionalItems },
      }
    : { first: { keyword: 'items', schemas: [] }, others: { keyword: 'items', schema: items } };
}

import type { JsonObject, JsonValue } from '../../../core/schemas';
import { isObject } from '../../../core/schemas/json';
import { anyOf, type Lowered, type Place } from './place';

/**
 * What the elements of a list are. A tuple becomes a list of any of its types: of what follows them
 * and has no schema, more of the same is expected.
 */
export function lowerList(place: Place): JsonObject {
  const items = anyOf([...positionsOf(place), ...restOf(place)]);
  return items === undefined ? {} : { items };
}

function positionsOf({ schema, lower }: Place): Lowered[] {
  const keyword = Array.isArray(schema['prefixItems']) ? 'prefixItems' : 'items';
  const positions = schema[keyword];
  return Array.isArray(positions)
    ? positions.map((item: JsonValue, at) => lower(item, [keyword, at]))
    : [];
}

function restOf({ schema, lower }: Place): Lowered[] {
  const keyword = ['items', 'additionalItems', 'unevaluatedItems'].find((name) =>
    isObject(schema[name]),
  );
  return keyword === undefined ? [] : [lower(schema[keyword], [keyword])];
}

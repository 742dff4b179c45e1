import type { JsonObject, JsonValue } from '../../../core/schemas';
import { isObject } from '../../../core/schemas/json';
import { anyOf, type Lowered, membersOf, type Place } from './place';

/**
 * The properties of an object, or the values of a map. quicktype knows one or the other: where some
 * properties are declared and others have a schema, the others become free. What only holds under a
 * condition is optional.
 */
export function lowerObject(place: Place): JsonObject {
  const properties = propertiesOf(place);
  const additional = additionalOf(place, properties.size > 0);
  const required = requiredOf(place).filter(
    (name) => properties.has(name) || (additional !== false && !isForbidden(place, name)),
  );
  return {
    ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
    ...(additional !== undefined && { additionalProperties: additional }),
  };
}

export function requiredOf({ schema: { required } }: Place): string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

const isForbidden = ({ schema }: Place, name: string): boolean =>
  membersOf(schema['properties']).some(([known, member]) => known === name && member === false);

function propertiesOf(place: Place): ReadonlyMap<string, JsonObject> {
  const own = membersOf(place.schema['properties']).map(([name, member]): [string, Lowered] => [
    name,
    place.lower(member, ['properties', name]),
  ]);
  const properties = new Map(own.filter(isPossible));
  for (const [name, member] of conditionalProperties(place)) {
    if (!own.some(([known]) => known === name)) properties.set(name, member);
  }
  return properties;
}

function isPossible(member: [string, Lowered]): member is [string, JsonObject] {
  return member[1] !== undefined;
}

/**
 * What `then`, `else` and dependent schemas say of fields that are declared nowhere else. Where
 * another schema may declare them too, they are given no type: theirs would narrow it for all.
 */
function conditionalProperties(place: Place): Map<string, JsonObject> {
  const found = new Map<string, Lowered[]>();
  const { schema } = place;
  const branches: (readonly [JsonValue | undefined, readonly string[]])[] = [
    ...['then', 'else'].map((keyword) => [schema[keyword], [keyword]] as const),
    ...['dependentSchemas', 'dependencies'].flatMap((keyword) =>
      membersOf(schema[keyword]).map(([name, member]) => [member, [keyword, name]] as const),
    ),
  ];
  for (const [branch, tokens] of branches) {
    for (const [name, member] of isObject(branch) ? membersOf(branch['properties']) : []) {
      const known = found.get(name) ?? [];
      const lowered = place.lower(member, [...tokens, 'properties', name]);
      found.set(name, [...known, place.shared ? {} : lowered]);
    }
  }
  return new Map([...found].map(([name, members]) => [name, anyOf(members) ?? {}]));
}

/** Undefined where other properties may be there. */
function additionalOf(place: Place, hasProperties: boolean): JsonValue | undefined {
  const { schema, shared } = place;
  const patterns = membersOf(schema['patternProperties']);
  const { additionalProperties = schema['unevaluatedProperties'] } = schema;
  if (additionalProperties === false && patterns.length === 0) return shared ? undefined : false;
  if (hasProperties) return undefined;
  const values = [
    ...patterns.map(([name, member]) => place.lower(member, ['patternProperties', name])),
    ...(isObject(additionalProperties)
      ? [place.lower(additionalProperties, [keywordOf(schema)])]
      : []),
  ];
  return anyOf(values);
}

const keywordOf = (schema: JsonObject): string =>
  schema['additionalProperties'] === undefined ? 'unevaluatedProperties' : 'additionalProperties';

/** What ajv 8.20 misreads, in words that it reads right. */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { formats } from './formats';

type Members = readonly (readonly [string, JsonValue])[];

const never: JsonObject = { not: {} };

export function reword(members: Members): JsonObject {
  const schema: JsonObject = Object.fromEntries(
    members.filter(([name, value]) => !isMisread(name, value)),
  );
  const more = [
    ...(members.some(isOfNothing) ? [never] : []),
    ...tuple(schema),
    ...dependencies(schema),
  ];
  const all = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  return {
    ...schema,
    ...prototypeNamed(schema),
    ...(more.length > 0 && { allOf: [...all, ...more] }),
  };
}

/** Formats are looked up among all that an object inherits; an empty list is refused, or no list. */
function isMisread(name: string, value: JsonValue): boolean {
  return (name === 'format' && !formats().has(String(value))) || isOfNothing([name, value]);
}

/** Nothing is one of no values. */
function isOfNothing([name, value]: Members[number]): boolean {
  return ['enum', 'type'].includes(name) && Array.isArray(value) && value.length === 0;
}

/** Of a list with less elements than schemas for them, these are skipped. */
function tuple(schema: JsonObject): JsonObject[] {
  if (!Array.isArray(schema['items']) && !Array.isArray(schema['prefixItems'])) return [];
  const contains = ['contains', 'minContains', 'maxContains'];
  return [['uniqueItems'], contains].flatMap((names) => {
    const own = names.filter((name) => schema[name] !== undefined);
    return own.length === 0
      ? []
      : [Object.fromEntries(own.map((name) => [name, schema[name] ?? {}]))];
  });
}

const prototypeName = '__proto__';

/** A property of that name is skipped in `properties`, but not where a pattern names it. */
function prototypeNamed(schema: JsonObject): JsonObject {
  const declared = ownMember(schema['properties'], prototypeName);
  if (declared === undefined) return {};
  const patterns = isObject(schema['patternProperties']) ? schema['patternProperties'] : {};
  return { patternProperties: { ...patterns, [`^${prototypeName}$`]: declared } };
}

/** What depends on it is skipped, too. */
function dependencies(schema: JsonObject): JsonObject[] {
  return ['dependencies', 'dependentRequired', 'dependentSchemas'].flatMap((keyword) => {
    const wanted = ownMember(schema[keyword], prototypeName);
    if (wanted === undefined) return [];
    const then = Array.isArray(wanted) ? { required: wanted } : wanted;
    return [{ anyOf: [{ not: { required: [prototypeName] } }, then] }];
  });
}

function ownMember(map: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(map) && Object.hasOwn(map, name) ? map[name] : undefined;
}

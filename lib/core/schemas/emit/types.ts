/** `type`, in the words of draft-04 and of OpenAPI 3.0, which has no null. */
import { type Given, type Lower, refuse } from '../api-gateway/given';
import type { JsonObject, JsonValue } from '../json';

const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

/** The types that a schema names, each once; with `nullable`, as OpenAPI and ajv read it, null. */
export function typesOf(given: Given): string[] | undefined {
  const value = given.schema['type'];
  if (value === undefined) return undefined;
  const names: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  const known = names.every((name) => typeof name === 'string' && typeNames.includes(name));
  if (!known || names.length === 0) {
    refuse(given, ['type'], value, `one or more of ${typeNames.join(', ')}`);
  }
  const nullable = given.schema['nullable'] === true ? ['null'] : [];
  return [...new Set([...(names as readonly string[]), ...nullable])];
}

export const draft4Type: Lower = (given) => {
  const types = typesOf(given);
  return types === undefined ? [] : [{ type: types.length === 1 ? (types[0] ?? types) : types }];
};

/** What takes null alone: OpenAPI 3.0 has no such type, but a schema without a type takes null. */
export const onlyNull: JsonObject = { enum: [null] };

export const openApiType: Lower = (given) => {
  const types = typesOf(given);
  if (types === undefined) return [];
  const [first, ...others] = types.filter((type) => type !== 'null');
  if (first === undefined) return [onlyNull];
  const nullable = types.includes('null') && { nullable: true };
  if (others.length === 0) return [{ type: first, ...nullable }];
  return [{ anyOf: [{ ...typed(first), ...nullable }, ...others.map(typed)] }];
};

/** A list has to say what it holds. */
const typed = (type: string): JsonObject => (type === 'array' ? { type, items: {} } : { type });

/** Of OpenAPI 3.0 `anyOf: [{ type: string }, null]` is a string that is nullable: one class. */
import { lowerCombinators } from '../api-gateway/combinators';
import type { Lower } from '../api-gateway/given';
import { canonical, isObject, type JsonObject, type JsonValue } from '../json';
import { onlyNull } from './types';

export const openApiCombinators: Lower = (given) =>
  lowerCombinators(given).map((group) => {
    const branches = group['anyOf'] ?? group['oneOf'];
    return (Array.isArray(branches) && nullableOf(branches.filter(isObject))) || group;
  });

const isNull = (schema: JsonValue): boolean => canonical(schema) === canonical(onlyNull);

/** Keywords that judge null as well, so that it would not get through. */
const judges = ['allOf', 'anyOf', 'oneOf', 'not', '$ref', 'nullable'];

function nullableOf(branches: readonly JsonObject[]): JsonObject | undefined {
  const [other, ...more] = branches.filter((branch) => !isNull(branch));
  if (branches.length !== 2 || other === undefined || more.length > 0) return undefined;
  if (typeof other['type'] !== 'string' || judges.some((key) => Object.hasOwn(other, key))) {
    return undefined;
  }
  const { enum: listed } = other;
  return { ...other, nullable: true, ...(Array.isArray(listed) && { enum: withNull(listed) }) };
}

const withNull = (values: readonly JsonValue[]): readonly JsonValue[] =>
  values.includes(null) ? values : [...values, null];

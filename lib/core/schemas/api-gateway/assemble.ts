import type { JsonObject } from '../json';

/** Refuses everything: draft-04 has no `false`. */
export const never: JsonObject = { not: {} };

/**
 * One schema that asks for all of the groups. Members of a group stay together, since some change
 * each other's meaning; a group that would overwrite another one goes below `allOf`. So does `$ref`
 * in company, where draft-04 ignores the rest.
 */
export function assemble(groups: readonly JsonObject[]): JsonObject {
  const parts = groups.filter((group) => Object.keys(group).length > 0);
  if (parts.length <= 1) return parts[0] ?? {};
  let main: JsonObject = {};
  const others: JsonObject[] = [];
  for (const part of parts) {
    const { allOf, ...rest } = part;
    if (Array.isArray(allOf)) others.push(...allOf);
    const keys = Object.keys(rest);
    if (keys.includes('$ref') || keys.some((key) => Object.hasOwn(main, key))) others.push(rest);
    else main = { ...main, ...rest };
  }
  return others.length === 0 ? main : { ...main, allOf: others };
}

/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. Every member is an own property, also one that is named `__proto__`. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One text for all values that JSON Schema calls equal: members in any order, 1 and 1.0. */
export function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .sort();
  return `{${members.join()}}`;
}

/** The same value with the members of each object in the order of their names, by code units. */
export function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

/** Every value once, the first of equal ones. */
export function distinct<T extends JsonValue>(values: readonly T[]): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const before = seen.size;
    return seen.add(canonical(value)).size > before;
  });
}

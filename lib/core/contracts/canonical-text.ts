import { isObject, type JsonObject, type JsonValue } from '../schemas/json';

/**
 * A schema as the text of its file: members in the order of their names, two spaces, a newline at
 * the end. The same schema gives the same bytes in whatever order it was written.
 */
export function canonicalText(schema: JsonObject): string {
  return `${JSON.stringify(sorted(schema), undefined, 2)}\n`;
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

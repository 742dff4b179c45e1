import { type JsonObject, sorted } from '../schemas/json';

/**
 * A schema as the text of its file: members in the order of their names, two spaces, a newline at
 * the end. The same schema gives the same bytes in whatever order it was written.
 */
export function canonicalText(schema: JsonObject): string {
  return `${JSON.stringify(sorted(schema), undefined, 2)}\n`;
}

import { isSameSchema } from '../schemas/compatibility/same-schema';
import { openFile } from '../schemas/compatibility/schema-file';
import type { JsonObject } from '../schemas/json';

/**
 * Whether two schemas say the same but for descriptions, the names of definitions and the like: then
 * the newer one is no new version.
 *
 * @throws SchemaError for what is no schema of its draft.
 */
export function isSameMeaning(older: JsonObject, newer: JsonObject): boolean {
  const [old, latest] = [openFile(older, 'old'), openFile(newer, 'new')];
  // Each pair of places is looked at once: there is no need to count.
  return isSameSchema(old.root, latest.root, new Map(), () => undefined);
}

import { type AcceptedVersion, canonicalText, changesBetween } from '../../core/contracts';
import type { JsonObject } from '../../core/schemas';
import type { CatalogueVersion } from './model';

/**
 * How a schema came to be what it is, by its accepted versions. What the contract says now is one
 * more, if it isn't the last of them.
 *
 * @throws SchemaError for what isn't JSON Schema of a known draft.
 */
export function versionsOf(
  schema: JsonObject | undefined,
  accepted: readonly AcceptedVersion[],
): CatalogueVersion[] {
  const last = accepted.at(-1);
  if (last === undefined) return [];
  const history = accepted.map(({ version, schema: newer }, at): CatalogueVersion => {
    const older = accepted[at - 1]?.schema;
    return { version, accepted: true, changes: older ? changesBetween(older, newer) : [] };
  });
  if (schema === undefined || canonicalText(schema) === canonicalText(last.schema)) return history;
  const changes = changesBetween(last.schema, schema);
  return [...history, { version: last.version + 1, accepted: false, changes }];
}

import type { JsonValue } from './json';
import { SchemaError, show } from './schema-error';

/** The drafts of JSON Schema that are read, the oldest first. */
export const dialects = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'] as const;

export type Dialect = (typeof dialects)[number];

/** Source: https://json-schema.org/specification-links */
const metaSchemas: Readonly<Record<Dialect, string>> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

export const draft4 = metaSchemas['draft-04'];

/**
 * The draft that `$schema` names, with or without an empty fragment, by http or https; 2020-12 if
 * it is absent.
 *
 * @throws SchemaError if it names another one.
 */
export function readDialect(named: JsonValue | undefined, pointer: string): Dialect {
  if (named === undefined) return '2020-12';
  const dialect =
    typeof named === 'string'
      ? dialects.find((known) => bare(metaSchemas[known]) === bare(named))
      : undefined;
  if (dialect === undefined) {
    throw new SchemaError(
      pointer,
      `${show(named)} names no draft of JSON Schema that is known`,
      `one of ${Object.values(metaSchemas).join(', ')}`,
    );
  }
  return dialect;
}

/** All drafts from one on. */
export function since(first: Dialect): readonly Dialect[] {
  return dialects.slice(dialects.indexOf(first));
}

/** All drafts up to one. */
export function upTo(last: Dialect): readonly Dialect[] {
  return dialects.slice(0, dialects.indexOf(last) + 1);
}

function bare(uri: string): string {
  return uri.replace(/^https?:/, '').replace(/#$/, '');
}

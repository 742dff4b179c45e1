import { assertionKeywords } from '../keywords';

/**
 * Every keyword of any draft of JSON Schema, from draft-03 on, with those that refuse nothing.
 *
 * Sources: https://json-schema.org/specification-links
 */
export const draftKeywords: ReadonlySet<string> = new Set([
  ...assertionKeywords,
  ...['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$vocabulary'],
  ...['$comment', '$defs', 'definitions', 'title', 'description', 'default', 'examples'],
  ...['deprecated', 'readOnly', 'writeOnly'],
  ...['contentEncoding', 'contentMediaType', 'contentSchema'],
]);

/**
 * Words of others that only look like a slip of one: OpenAPI's `example`, hyper-schema's `href`,
 * the notes that people leave.
 */
export const wordsOfOthers: ReadonlySet<string> = new Set([
  ...['example', 'href', 'comment', 'comments', 'note', 'uid'],
]);

/** What is kept as it is: a keyword that isn't understood, or that may or may not be checked. */
import { canonical, type JsonValue } from '../json';
import type { Alternative, Opaque, SchemaNode } from './form';
import { isForeign, keywordsOf, targetOf, textOf } from './parts';

/**
 * A validator may check `format`, or leave it to people; so it is taken for a check where it is
 * asked for, and for none where it was given. The formats of OpenAPI are also about numbers.
 */
const ofTexts = ['format', 'contentEncoding', 'contentMediaType', 'contentSchema'];
const ofNumbers = ['format'];
const references = ['$ref', '$dynamicRef', '$recursiveRef'];

/** The keywords of a schema that are opaque for values of this kind. */
export function opaqueKeywords(node: SchemaNode, kind: Alternative['kind']): string[] {
  return keywordsOf(node).filter((keyword) => {
    if (kind === 'string' && ofTexts.includes(keyword)) return true;
    if (kind === 'number' && ofNumbers.includes(keyword)) return true;
    return !ofTexts.includes(keyword) && isOpaqueForAll(node, keyword);
  });
}

/** Whether a keyword says something of every value that isn't understood. */
export function isOpaqueForAll(node: SchemaNode, keyword: string): boolean {
  if (references.includes(keyword) && textOf(node, keyword) !== undefined) {
    return targetOf(node, keyword) === undefined;
  }
  return isForeign(node, keyword) && !ofTexts.includes(keyword);
}

export function opaqueOf(node: SchemaNode, keyword: string, holds = true): Opaque {
  const value = typeof node.schema === 'object' ? node.schema[keyword] : undefined;
  const isAlone = ofTexts.includes(keyword) || isForeign(node, keyword);
  return isAlone && value !== undefined && !refers(value)
    ? { keyword, holds, node, text: canonical(value) }
    : { keyword, holds, node };
}

/** Whether what it means depends on other places of the schema. */
export function refers(value: JsonValue): boolean {
  return /"\$(?:ref|dynamicRef|recursiveRef)":/.test(JSON.stringify(value));
}

/** With what isn't understood of a schema, for its kind. */
export function withOpaque<T extends Alternative>(alternative: T, node: SchemaNode): T {
  const keywords = opaqueKeywords(node, alternative.kind);
  if (keywords.length === 0) return alternative;
  const more = keywords.map((keyword) => opaqueOf(node, keyword));
  return { ...alternative, opaque: [...alternative.opaque, ...more] };
}

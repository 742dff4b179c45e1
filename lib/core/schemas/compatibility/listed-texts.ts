import { canonical } from '../json';
import { listedValues } from './base';
import type { SchemaNode } from './form';

const texts = new WeakMap<SchemaNode, ReadonlySet<string>>();

/** The values that a schema lists, as canonical texts; undefined where it lists none. */
export function listedTexts(node: SchemaNode): ReadonlySet<string> | undefined {
  const listed = listedValues(node);
  if (listed === undefined) return undefined;
  const found = texts.get(node) ?? new Set(listed.map(canonical));
  texts.set(node, found);
  return found;
}

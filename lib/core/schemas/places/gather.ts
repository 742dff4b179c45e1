/**
 * Which schemas speak of one place in the data: those that are said to, what their `$ref` leads to
 * and all of their `allOf`. They are its parts. A schema is entered once, so that one which leads
 * back to itself ends.
 */
import { isObject } from '../json';
import type { SchemaDocument } from '../schema-document';
import { branchesAt, ownOf, type Part } from './parts';

export interface Gathered {
  /** What a part leads to stands before what was given after it. */
  readonly parts: readonly Part[];
  /** Whether nothing is valid here: `false`. */
  readonly nothing: boolean;
  /** What a reference couldn't be followed to. */
  readonly dangling: readonly string[];
}

/** @param others where else schemas stand that a part joins to the place. */
export function gather(
  document: SchemaDocument,
  pointers: readonly string[],
  others: (part: Part) => readonly string[] = () => [],
): Gathered {
  const parts = new Map<string, Part>();
  const dangling: string[] = [];
  let nothing = false;
  const open = [...pointers];
  for (let pointer = open.shift(); pointer !== undefined; pointer = open.shift()) {
    const schema = document.at(pointer);
    nothing ||= schema === false;
    if (!isObject(schema) || parts.has(pointer)) continue;
    const part = { pointer, schema: ownOf(schema, document.dialect) };
    parts.set(pointer, part);
    const { $ref: reference } = schema;
    const target = typeof reference === 'string' ? document.resolve(reference, pointer) : undefined;
    if (typeof reference === 'string' && target === undefined) dangling.push(reference);
    const targets = target === undefined ? [] : [target];
    open.unshift(...targets, ...branchesAt(part, 'allOf'), ...others(part));
  }
  return { parts: [...parts.values()], nothing, dangling };
}

import { freeName } from '../../../core/schemas/free-name';
import { tokensOf } from '../../../core/schemas/pointer';

/** A name for each schema that is referred to: the last part of its pointer that is a name. */
export function nameDefinitions(pointers: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const pointer of [...pointers].sort()) {
    const token = tokensOf(pointer).findLast((part) => /\p{L}/u.test(part)) ?? 'part';
    const wished = token.replace(/[^\p{L}\p{N}_]+/gu, '_');
    const name = freeName(wished, (one) => taken.has(one), '_');
    taken.add(name);
    names.set(pointer, name);
  }
  return names;
}

import { freeName } from '../../../core/schemas/free-name';

/** AsyncAPI's names of components are letters, digits, dots, dashes and underscores. */
const others = /[^\w.-]+/g;

/** A key for each name, no two alike; the same names in the same order give the same keys. */
export function keysOf(names: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const wished = name.replace(others, '-') || '-';
    const key = freeName(wished, (one) => taken.has(one), '-');
    taken.add(key);
    keys.set(name, key);
  }
  return keys;
}

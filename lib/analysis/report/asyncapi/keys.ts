/** AsyncAPI's names of components are letters, digits, dots, dashes and underscores. */
const others = /[^\w.-]+/g;

/** A key for each name, no two alike; the same names in the same order give the same keys. */
export function keysOf(names: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const plain = name.replace(others, '-') || '-';
    let key = plain;
    for (let number = 2; taken.has(key); number++) key = `${plain}-${number}`;
    taken.add(key);
    keys.set(name, key);
  }
  return keys;
}

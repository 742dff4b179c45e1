import { Token } from 'aws-cdk-lib';

/** Python's `None` in a list arrives through jsii as undefined, where the pattern means null. */
export function withNulls<T extends object>(pattern: T): T {
  return copied(pattern, new Set()) as T;
}

function copied(value: unknown, within: ReadonlySet<unknown>): unknown {
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return value;
  if (within.has(value)) return value; // endless: the parser of patterns says so
  const inside = new Set(within).add(value);
  if (Array.isArray(value))
    return value.map((item) => copied(item === undefined ? null : item, inside));
  return Object.fromEntries(
    Object.entries(value).map(([field, member]) => [field, copied(member, inside)]),
  );
}

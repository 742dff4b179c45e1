import { Token } from 'aws-cdk-lib';

/** Levels and values that are looked at; whoever reads the rest refuses it for its depth or size. */
const deepest = 250;
const most = 100_000;

/** Python's `None` in a list arrives through jsii as undefined, where the user means null. */
export function withNulls<T extends object>(given: T): T {
  let left = most;
  const copied = (value: unknown, within: readonly unknown[]): unknown => {
    left -= 1;
    if (left < 0 || typeof value !== 'object' || value === null || !isPlain(value)) return value;
    if (within.length > deepest || within.includes(value)) return value;
    const inside = [...within, value];
    if (Array.isArray(value))
      return value.map((item) => copied(item === undefined ? null : item, inside));
    return Object.fromEntries(
      Object.entries(value).map(([field, member]) => [field, copied(member, inside)]),
    );
  };
  return copied(given, []) as T;
}

/** Not a token, a Date or an instance of a class; also of another realm, as in jest. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isOwn = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isOwn && !Token.isUnresolved(value);
}

/** Something in which what is deployed differs from the real app on purpose. */
export interface KnownDifference {
  readonly what: string;
  /** How it shows among the differences of the templates. */
  readonly pattern: RegExp;
}

export interface Allowed {
  /** Each with how often it is there. */
  readonly changed: readonly string[];
  /** What is not known, and what is known and not there. */
  readonly mismatches: readonly string[];
}

export function allow(known: readonly KnownDifference[], mismatches: readonly string[]): Allowed {
  const found = known.map(({ what, pattern }) => {
    const count = mismatches.filter((line) => pattern.test(line)).length;
    return { what, count };
  });
  const needless = found.filter(({ count }) => count === 0);
  return {
    changed: found.map(({ what, count }) => `${what} (${count})`),
    mismatches: [
      ...mismatches.filter((line) => !known.some(({ pattern }) => pattern.test(line))),
      ...needless.map(({ what }) => `${what}: is not changed any more`),
    ],
  };
}

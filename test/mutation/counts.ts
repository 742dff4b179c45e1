import type { Judged } from './judge';

/** A line for each kind and mutation: how many mutants, and how many of them are found. */
export function countsOf(judged: readonly Judged[]): string[] {
  const counts = new Map<string, { all: number; found: number }>();
  for (const { mutant, foundBy } of judged) {
    const name = `${mutant.kind}: ${mutant.mutation}`;
    const { all, found } = counts.get(name) ?? { all: 0, found: 0 };
    counts.set(name, { all: all + 1, found: foundBy.length > 0 ? found + 1 : found });
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { all, found }]) => {
      const equivalent = all === found ? '' : `  ${all - found} not found`;
      return `${String(all).padStart(5)}  ${name}${equivalent}`;
    });
}

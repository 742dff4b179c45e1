import { type Equivalent, isExcused } from './equivalent';
import type { Judged } from './judge';
import { described } from './mutants';

/** What all mutants come to. */
export interface Verdict {
  readonly found: number;
  readonly equivalent: number;
  /** What is wrong, one text each; none where the gate is open. */
  readonly errors: readonly string[];
}

interface Given {
  readonly judged: readonly Judged[];
  readonly equivalents: readonly Equivalent[];
  /** Of all assertions. */
  readonly titles: readonly string[];
}

/** Every mutant is found or excused, not both; no excuse and no assertion is there for nothing. */
export function verdictOn({ judged, equivalents, titles }: Given): Verdict {
  const found = judged.filter(({ foundBy }) => foundBy.length > 0);
  const unfound = judged.filter(({ foundBy }) => foundBy.length === 0);
  const survivors = unfound.filter(
    ({ mutant }) => !equivalents.some((one) => isExcused(mutant, one)),
  );
  return {
    found: found.length,
    equivalent: unfound.length - survivors.length,
    errors: [
      ...survivors.map(({ mutant }) => `survives: ${described(mutant)}`),
      ...equivalents.flatMap((one) => wrongExcuse(one, judged)),
      ...idle(titles, found),
    ],
  };
}

function wrongExcuse(excuse: Equivalent, judged: readonly Judged[]): string[] {
  const { type, path, mutation, reason } = excuse;
  const excused = judged.filter(({ mutant }) => isExcused(mutant, excuse));
  const found = excused.filter(({ foundBy }) => foundBy.length > 0);
  if (excused.length === 0) return [`excuses nothing: ${type} ${path} ${mutation}: ${reason}`];
  return found.map(
    ({ mutant, foundBy }) =>
      `is no equivalent: ${described(mutant)}, which is found by "${foundBy.join('", "')}"`,
  );
}

function idle(titles: readonly string[], found: readonly Judged[]): string[] {
  const busy = new Set(found.flatMap(({ foundBy }) => foundBy));
  return titles.filter((title) => !busy.has(title)).map((title) => `finds no mutant: "${title}"`);
}

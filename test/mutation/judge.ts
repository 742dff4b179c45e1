import { type Assertion, assertions } from './assertions';
import { type Mutant, mutantsOf, mutate } from './mutants';
import type { Templates } from './template';

export interface Judged {
  readonly mutant: Mutant;
  /** The titles of the assertions that find it; a survivor has none. */
  readonly foundBy: readonly string[];
}

/** Every mutant with the assertions that fail on it. */
export function judge(templates: Templates, all: readonly Assertion[] = assertions): Judged[] {
  return [...mutantsOf(templates)].map((mutant) => {
    const mutated = mutate(templates, mutant);
    const failing = all.filter(({ violations }) => violations(mutated).length > 0);
    return { mutant, foundBy: failing.map(({ title }) => title) };
  });
}

/** What the assertions say of templates without a mutant: nothing, or no mutant proves anything. */
export function complaints(templates: Templates): string[] {
  return assertions.flatMap(({ title, violations }) =>
    violations(templates).map((violation) => `${title}: ${violation}`),
  );
}

/** Values of a schema that have no schemas in them, beside what a pattern asks of them. */
import type { JsonValue } from '../../schemas/json';
import type { Budget } from './budget';
import { type Clause, satisfies } from './clauses';
import { findLeaves } from './find-leaf';
import { inexactNumbers } from './find-number';
import type { Facts } from './schema-facts';
import type { Demand } from './schema-question';

/** What the demands ask of the value itself. */
export function clausesOf(demands: readonly Demand[]): readonly Clause[] {
  return demands
    .filter(({ rest }) => rest === undefined)
    .map(({ matchers }) => ({ matchers, holds: true }));
}

/**
 * A listed text, number or keyword spelt so that it is what the demands ask for, if it can be. A
 * number with more digits than a double holds is valid as the double nearest to it.
 */
export function spellingOf(value: JsonValue, demands: readonly Demand[]): string | undefined {
  const clauses = clausesOf(demands);
  const others = typeof value === 'number' ? inexactNumbers(clauses) : [];
  return [JSON.stringify(value), ...others.filter((text) => Number(text) === value)].find((json) =>
    satisfies(json, clauses),
  );
}

/** What is listed, as JSON texts; of objects and lists it is left open whether they will do. */
export function* listedTexts(
  values: readonly JsonValue[],
  demands: readonly Demand[],
): Generator<string> {
  for (const value of values) {
    const isLeaf = typeof value !== 'object' || value === null;
    const json = isLeaf ? spellingOf(value, demands) : JSON.stringify(value);
    if (json !== undefined) {
      yield json;
    }
  }
}

/** Texts, numbers and keywords that are what the demands ask for: examples of the schema first. */
export function* leafTexts(
  facts: Facts,
  demands: readonly Demand[],
  budget: Budget,
): Generator<string> {
  const clauses = clausesOf(demands);
  yield* facts.examples
    .filter((value) => typeof value !== 'object' || value === null)
    .map((value) => JSON.stringify(value))
    .filter((json) => satisfies(json, clauses));
  const found = findLeaves(clauses, facts.leaves, budget);
  yield* found.is === 'some' ? found.leaves : [];
}

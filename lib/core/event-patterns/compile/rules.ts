/**
 * Rules are taken apart into alternatives, and these into conditions: a path and what is asked
 * there, each distinct one once, however many rules share it. One condition of each alternative is
 * its key: the one that fewest others share. An event leads from its leaves to the alternatives
 * whose key holds, and only of these the other conditions are looked at; so that the cost of an
 * event depends on what it holds rather than on how many rules there are.
 */
import type { EventPattern, Matcher, PatternField } from '../ast';
import { type LeafTest, leafTest } from './leaf-test';

export interface Condition {
  readonly id: number;
  /** The number of the path. */
  readonly field: number;
  readonly matchers: readonly Matcher[];
  readonly tests: readonly LeafTest[];
  /** It also holds where there is no leaf. */
  readonly absent: boolean;
}

export interface CompiledAlternative {
  /** The number of the rule. */
  readonly rule: number;
  readonly fields: readonly PatternField[];
  readonly conditions: readonly Condition[];
  /** Undefined where every condition may hold without a leaf: such a one is always looked at. */
  readonly key: Condition | undefined;
}

export interface RuleSet {
  readonly paths: readonly string[];
  readonly conditions: readonly Condition[];
  readonly alternatives: readonly CompiledAlternative[];
}

export interface NumberedRule {
  readonly rule: number;
  readonly pattern: EventPattern;
}

export function ruleSetOf(rules: readonly NumberedRule[]): RuleSet {
  const paths = [...new Set(rules.flatMap(({ pattern }) => pattern.paths))];
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const conditions = new Map<string, Condition>();
  const conditionOf = ({ path, matchers }: PatternField): Condition => {
    const name = JSON.stringify([path, matchers]);
    const known = conditions.get(name) ?? {
      id: conditions.size,
      field: numbers.get(path) ?? 0,
      matchers,
      tests: matchers.map(leafTest),
      absent: matchers.some(({ kind }) => kind === 'absent'),
    };
    conditions.set(name, known);
    return known;
  };
  const drafts = rules.flatMap(({ rule, pattern }) =>
    pattern.alternatives.map(({ fields }) => ({
      rule,
      fields,
      conditions: fields.map(conditionOf),
    })),
  );
  const all = [...conditions.values()];
  const keyOf = keyChooser(drafts, all);
  const alternatives = drafts.map((draft) => ({ ...draft, key: keyOf(draft.conditions) }));
  return { paths, conditions: all, alternatives };
}

type Draft = Omit<CompiledAlternative, 'key'>;

/** How many events a matcher lets through, at a guess; one without a number is hardly a choice. */
const weights: Readonly<Partial<Record<Matcher['kind'], number>>> = {
  exactly: 1,
  number: 1,
  ip: 1,
  'equals-ignore-case': 1,
  keyword: 4,
  prefix: 4,
  suffix: 4,
  range: 8,
  wildcard: 8,
};
const hardlyAChoice = 1000;

function keyChooser(
  drafts: readonly Draft[],
  conditions: readonly Condition[],
): (of: readonly Condition[]) => Condition | undefined {
  const names = conditions.map(({ field, matchers }) =>
    matchers.map((matcher) => `${field} ${JSON.stringify(matcher)}`),
  );
  const sharing = new Map<string, number>();
  for (const { id } of drafts.flatMap((draft) => draft.conditions)) {
    for (const name of names[id] ?? []) sharing.set(name, (sharing.get(name) ?? 0) + 1);
  }
  const costs = conditions.map(({ id, matchers }) =>
    matchers.reduce((sum, { kind }, at) => {
      const alike = sharing.get(names[id]?.[at] ?? '') ?? 0;
      return sum + (weights[kind] ?? hardlyAChoice) * (1 + alike);
    }, 0),
  );
  const costOf = ({ id }: Condition): number => costs[id] ?? 0;
  return (of) =>
    of
      .filter(({ absent }) => !absent)
      .sort((one, other) => costOf(one) - costOf(other))
      .at(0);
}

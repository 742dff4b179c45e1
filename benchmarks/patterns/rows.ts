import type { Contender } from './contenders';
import { rightCounts, type Wrong, wrongOf } from './exactness';
import { type Measured, measure, type Plan } from './measure';
import type { RuleSet } from './rule-sets';

export interface Row extends Measured {
  readonly set: string;
  readonly rules: number;
  /** Only where some count was wrong. */
  readonly wrong?: Wrong;
}

/** A rule set in all engines that take it; `refused` says of the others why. */
export interface Result {
  readonly rows: readonly Row[];
  readonly refused: readonly string[];
  /** What of the engines that must be exact is not. */
  readonly failures: readonly string[];
}

export interface Bench {
  readonly contenders: readonly Contender[];
  readonly baseline: Contender;
  readonly events: readonly string[];
  readonly plan: Plan;
  /** About so many pairs of a rule and an event are compared with the interpreter. */
  readonly pairs: number;
}

export async function resultOf(set: RuleSet, bench: Bench): Promise<Result> {
  const right = rightCounts(set.rules, bench.events, bench.pairs);
  const taken: Contender[] = [];
  const wrong = new Map<string, Wrong>();
  const refused: string[] = [];
  for (const contender of bench.contenders) {
    try {
      await contender.take(set.rules);
      wrong.set(contender.name, wrongOf(await contender.counts(right.length), right));
      taken.push(contender);
    } catch (error) {
      refused.push(`${contender.name} can't take ${set.name}: ${messageOf(error)}`);
    }
  }
  const measured = await measure(taken, bench.baseline, bench.plan);
  const rows = measured.map((each) => rowOf(set, each, wrong.get(each.engine)));
  return { rows, refused, failures: failuresOf(rows, bench) };
}

function rowOf({ name, rules }: RuleSet, measured: Measured, wrong?: Wrong): Row {
  return { set: name, rules: rules.size, ...measured, ...(wrong?.events ? { wrong } : {}) };
}

function failuresOf(rows: readonly Row[], { contenders, plan }: Bench): string[] {
  const exact = new Set(contenders.filter((each) => each.exact).map(({ name }) => name));
  const ours = rows.filter(({ engine }) => exact.has(engine));
  const wrong = ours.flatMap(({ engine, set, rules, wrong }) =>
    wrong ? [`${engine} is wrong in ${set} of ${rules} rules: ${wrong.first}`] : [],
  );
  const whole = ours.filter(({ rounds }) => rounds.events === plan.events);
  const counts = whole.map(({ engine, rounds }) => `${engine} ${rounds.matched}`);
  const differ = new Set(whole.map(({ rounds }) => rounds.matched)).size > 1;
  return differ
    ? [...wrong, `over all events ${whole[0]?.set} counts ${counts.join(', ')}`]
    : wrong;
}

const messageOf = (error: unknown) => String(error).split('\n')[0] ?? '';

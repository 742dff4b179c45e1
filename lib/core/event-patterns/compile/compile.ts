import type { EventPattern } from '../ast';
import type { DialectName } from '../dialects/dialect';
import { readEvent } from '../dialects/event';
import { matches } from '../match/match';
import { Engine } from './engine';
import { RuleMarks } from './rule-marks';
import { type NumberedRule, ruleSetOf } from './rules';

/** Many event patterns as one matcher. */
export interface CompiledPatterns<K> {
  /**
   * The keys of the patterns that match the event, given as a JSON text or as an object, in the
   * order in which the patterns were given. The answer is that of `matches` for each of them.
   *
   * @throws EventError as `matches` does
   */
  matches(event: string | object): K[];
}

/** Dialects that look at an event as it is: there a text is read no further than rules ask. */
const readsAsIs: ReadonlySet<DialectName> = new Set(['eventbridge', 'eventbridge-v2']);

/**
 * Makes one matcher of many patterns. An event costs about one pass over its text, hardly more for
 * 10,000 patterns than for one; making the matcher costs some microseconds a pattern, so keep it.
 *
 * @param patterns pairs of a key and a pattern, such as a Map; keys may repeat
 */
export function compile<K>(patterns: Iterable<readonly [K, EventPattern]>): CompiledPatterns<K> {
  const all = [...patterns];
  const keys = all.map(([key]) => key);
  const marks = new RuleMarks(keys.length);
  const parts = [...byDialect(all)].map(([dialect, rules]) => partOf(dialect, rules, marks));
  return {
    matches: (event) => {
      marks.clear();
      for (const part of parts) part(event);
      return marks.pick(keys);
    },
  };
}

/** Marks the rules of one dialect that match. */
type Part = (event: string | object) => void;

function byDialect(
  all: readonly (readonly [unknown, EventPattern])[],
): Map<DialectName, NumberedRule[]> {
  const parts = new Map<DialectName, NumberedRule[]>();
  all.forEach(([, pattern], rule) => {
    const part = parts.get(pattern.dialect) ?? [];
    parts.set(pattern.dialect, part);
    part.push({ rule, pattern });
  });
  return parts;
}

function partOf(dialect: DialectName, rules: readonly NumberedRule[], marks: RuleMarks): Part {
  const isOdd = ({ pattern }: NumberedRule) => pattern.paths.some(hasNamelessPart);
  const odd = rules.filter(isOdd);
  const engine = new Engine(ruleSetOf(rules.filter((rule) => !isOdd(rule))), marks);
  const isText = readsAsIs.has(dialect);
  return (event) => {
    if (!(isText && typeof event === 'string' && engine.matchText(event))) {
      const node = readEvent(dialect, event);
      if (node !== undefined) engine.matchNode(node);
    }
    for (const { rule, pattern } of odd) if (matches(pattern, event)) marks.mark(rule);
  };
}

/** Whether AWS sees such a name depends on the other names of its rule: left to the interpreter. */
function hasNamelessPart(path: string): boolean {
  return path.split('.').includes('');
}

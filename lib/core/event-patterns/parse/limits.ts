import type { Matcher } from '../ast';
import type { Dialect } from '../dialects/table';
import { show } from '../json/node';
import type { Draft } from './alternatives';
import { type Parts, wildcardPositions } from './complexity';
import type { Fail } from './reading';
import type { Step } from './steps';

type Field = Extract<Step, { kind: 'field' }>;

const fewer = 'fewer values, or more than one subscription';

/** Refuses fields inside fields where the dialect has none, and wildcards that ask too much. */
export function checkFields(steps: readonly Step[], dialect: Dialect, fail: Fail): void {
  const fields = steps.filter((step) => step.kind === 'field');
  const nested = fields.find(({ depth }) => depth > 1 && !dialect.objects);
  if (nested !== undefined) {
    const problem = `it is nested, which ${dialect.place} does not support`;
    fail(nested.path, problem, 'a list of values at the top', nested.node);
  }
  checkCount(fields, dialect, fail);
  checkWildcards(fields, dialect, fail);
}

/** A key counts once, in however many alternatives it stands. */
function checkCount(fields: readonly Field[], { limits }: Dialect, fail: Fail): void {
  const { max } = limits.fields ?? {};
  if (max === undefined) return;
  const seen = new Set<string>();
  const keys = fields.filter(({ path }) => !seen.has(path) && seen.add(path));
  const over = keys[max];
  if (over !== undefined) {
    const names = keys.slice(0, shownKeys).map(({ path }) => path);
    const all = keys.length > shownKeys ? [...names, '...'] : names;
    const problem = `it is one of ${keys.length} keys (${all.join(', ')})`;
    fail(over.path, problem, `at most ${max} keys`, over.node);
  }
}

const shownKeys = 8;

/** Refuses values that combine in too many ways, as SNS counts them. */
export function checkCombinations(drafts: readonly Draft[], dialect: Dialect, fail: Fail): void {
  const limit = dialect.limits.combinations;
  if (limit === undefined) {
    return;
  }
  const total = drafts.reduce((sum, draft) => {
    const factors = [...draft.values()].map(({ matchers, depth }) => {
      return matchers.length * (limit.timesDepth ? depth : 1);
    });
    return sum + factors.reduce((product, factor) => product * factor, 1);
  }, 0);
  if (total > limit.max) {
    const how = limit.timesDepth ? ', each counted times its depth' : '';
    const problem = `it is too complex: ${total} combinations of values${how}`;
    fail('', problem, `at most ${limit.max}: ${fewer}`);
  }
}

function checkWildcards(fields: readonly Field[], { limits }: Dialect, fail: Fail): void {
  const { wildcardPositions: positions, wildcardPoints: points } = limits;
  for (const field of positions === undefined ? [] : fields) {
    checkPositions(field, positions?.max ?? 0, fail);
  }
  for (const field of points === undefined ? [] : fields) {
    checkAsterisks(field, points?.asterisks ?? 0, fail);
  }
  const total = fields.reduce((sum, { matchers }) => sum + pointsOf(wildcardsOf(matchers)), 0);
  if (points !== undefined && total > points.max) {
    const problem = `it is too complex: its wildcards count ${total} points`;
    fail('', problem, `at most ${points.max}, where an asterisk alone in its text counts least`);
  }
}

// Of the texts of an anything-but AWS lets some share positions: one of them counts for all.
function checkPositions({ path, matchers, node }: Field, max: number, fail: Fail): void {
  const patterns = matchers.flatMap((matcher) => {
    const [most = []] = [...wildcardsOf([matcher])].sort((a, b) => b.length - a.length);
    return most.length === 0 ? [] : [most];
  });
  if (wildcardPositions(distinct(patterns), max + 1) > max) {
    const problem = `${show(node)} is too complex for its wildcards`;
    const expected = 'fewer asterisks, or fewer characters that repeat behind an asterisk';
    fail(path, problem, expected, node);
  }
}

function checkAsterisks({ path, matchers, node }: Field, max: number, fail: Fail): void {
  const crowded = wildcardsOf(matchers).find((parts) => parts.length - 1 > max);
  if (crowded !== undefined) {
    const problem = `${show(node)} has a wildcard of ${crowded.length - 1} asterisks`;
    fail(path, problem, `at most ${max} in one text`, node);
  }
}

function wildcardsOf(matchers: readonly Matcher[]): readonly Parts[] {
  return matchers.flatMap((matcher) => {
    if (matcher.kind === 'anything-but') {
      return wildcardsOf(matcher.not);
    }
    return matcher.kind === 'wildcard' ? [matcher.parts] : [];
  });
}

function distinct(patterns: readonly Parts[]): readonly Parts[] {
  return [...new Map(patterns.map((parts) => [JSON.stringify(parts), parts])).values()];
}

// One point for the only asterisk of a text, three for each of more; times the texts of the field.
function pointsOf(patterns: readonly Parts[]): number {
  const points = patterns.map(({ length }) => (length > 2 ? 3 : 1) * (length - 1));
  return points.reduce((sum, each) => sum + each, 0) * patterns.length;
}

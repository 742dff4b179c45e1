/**
 * Numbers that are what some clauses ask for, exactly: doubles are finitely many in a row, so a set
 * of them is a sorted list of closed intervals, also where a bound is open or a number left out.
 */
import type { Matcher } from '../ast';
import { comparableNumber } from '../values/numbers';
import type { Clause } from './clauses';

/** Both ends are inside. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const allNumbers: Interval = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE };

/** The doubles that are what all clauses ask for: intervals apart from each other, sorted. */
export function numbersOf(clauses: readonly Clause[], within: Interval): readonly Interval[] {
  return clauses.reduce<readonly Interval[]>(
    (left, { matchers, holds }) => {
      const taken = union(matchers.flatMap(intervalsOf));
      return left.length === 0 ? left : meet(left, holds ? taken : complement(taken));
    },
    within.low <= within.high ? meet([allNumbers], [within]) : [],
  );
}

function intervalsOf(matcher: Matcher): readonly Interval[] {
  switch (matcher.kind) {
    case 'number':
      return matcher.value === undefined ? [] : [point(matcher.value)];
    case 'range': {
      const { low, high } = matcher;
      const first = low.open ? nextUp(low.value) : low.value;
      const last = high.open ? nextDown(high.value) : high.value;
      return first <= last ? [{ low: first, high: last }] : [];
    }
    case 'exists':
      return [allNumbers];
    case 'anything-but':
      return complement(union(matcher.not.flatMap(intervalsOf)));
    default:
      return [];
  }
}

const point = (value: number): Interval => ({ low: value, high: value });

function union(intervals: readonly Interval[]): readonly Interval[] {
  const result: { low: number; high: number }[] = [];
  for (const { low, high } of [...intervals].sort((a, b) => a.low - b.low)) {
    const last = result.at(-1);
    if (last !== undefined && low <= nextUp(last.high)) {
      last.high = Math.max(last.high, high);
    } else {
      result.push({ low, high });
    }
  }
  return result;
}

function complement(intervals: readonly Interval[]): readonly Interval[] {
  const ends = [nextDown(allNumbers.low), ...intervals.map(({ high }) => high)];
  const starts = [...intervals.map(({ low }) => low), nextUp(allNumbers.high)];
  return ends.flatMap((end, i) => {
    const [low, high] = [nextUp(end), nextDown(starts[i] ?? Infinity)];
    return low <= high ? [{ low, high }] : [];
  });
}

function meet(some: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  let at = 0;
  for (const { low, high } of some) {
    while (at > 0 && (others[at - 1]?.high ?? -Infinity) >= low) {
      at--;
    }
    for (let other = others[at]; other !== undefined && other.low <= high; other = others[++at]) {
      const both = { low: Math.max(low, other.low), high: Math.min(high, other.high) };
      if (both.low <= both.high) {
        result.push(both);
      }
    }
  }
  return result;
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The next double above: infinity above the greatest, and the least one above minus infinity. */
export function nextUp(value: number): number {
  if (value === Infinity) {
    return value;
  }
  if (value === 0) {
    return Number.MIN_VALUE;
  }
  double[0] = value;
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return (double[0] ?? 0) + 0;
}

export function nextDown(value: number): number {
  return -nextUp(-value);
}

/** Numbers of the intervals, such as people write first: zero, then whole ones near zero. */
export function pickNumbers(intervals: readonly Interval[]): readonly number[] {
  const picked = intervals.flatMap(({ low, high }) => {
    const near = low > 0 ? Math.ceil(low) : Math.min(0, Math.floor(high));
    const far = low > 0 ? Math.floor(high) : Math.ceil(low);
    const inside = [near, near + 1, near - 1, low / 2 + high / 2, far, low, high];
    return inside.filter((value) => low <= value && value <= high).map((value) => value + 0);
  });
  return [...new Set(picked)];
}

/** How JSON spells a double; the smallest ones with two digits, as AWS compares them. */
export function spell(value: number): string {
  const text = String(value);
  return comparableNumber(text) === value ? text : value.toPrecision(2);
}

/** Whether some whole number is in the intervals. */
export function holdsInteger(intervals: readonly Interval[]): boolean {
  return intervals.some(({ low, high }) => Math.ceil(low) <= high);
}

/**
 * Spellings of numbers that no double holds: those that the clauses name, and one that none names.
 * Matchers compare them as texts and tell no others apart.
 */
export function inexactNumbers(clauses: readonly Clause[]): readonly string[] {
  const named = clauses.flatMap(({ matchers }) => {
    return matchers.flatMap((matcher) => {
      return matcher.kind === 'number' && matcher.value === undefined ? [matcher.text] : [];
    });
  });
  const used = new Set(named);
  let fresh = 9007199254740993n;
  while (used.has(String(fresh))) {
    fresh += 2n;
  }
  return [...used, String(fresh)];
}

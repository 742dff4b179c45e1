import type { RangeMatcher } from '../ast';
import { inRange } from '../values/numbers';

/**
 * Ranges that a number may lie in. They are sorted by their lower bounds and seen as a balanced
 * tree, in which each node knows the highest upper bound below it: whole branches that end before
 * the number, or begin behind it, are passed over.
 */
export class Intervals<T> {
  private readonly sorted: readonly Interval<T>[];
  private readonly highest: Float64Array;

  constructor(intervals: readonly Interval<T>[]) {
    this.sorted = [...intervals].sort((one, other) => one.range.low.value - other.range.low.value);
    this.highest = new Float64Array(intervals.length).fill(Number.NEGATIVE_INFINITY);
    this.fill(0, intervals.length);
  }

  get isEmpty(): boolean {
    return this.sorted.length === 0;
  }

  /** Adds what was listed for every range that holds the number. */
  find(value: number, found: T[]): void {
    this.search(0, this.sorted.length, value, found);
  }

  private fill(from: number, to: number): number {
    const middle = (from + to) >> 1;
    const interval = this.sorted[middle];
    if (from >= to || interval === undefined) return Number.NEGATIVE_INFINITY;
    const highest = Math.max(
      interval.range.high.value,
      this.fill(from, middle),
      this.fill(middle + 1, to),
    );
    this.highest[middle] = highest;
    return highest;
  }

  private search(from: number, to: number, value: number, found: T[]): void {
    const middle = (from + to) >> 1;
    const interval = this.sorted[middle];
    if (from >= to || interval === undefined || value > (this.highest[middle] ?? 0)) return;
    this.search(from, middle, value, found);
    if (value < interval.range.low.value) return;
    if (inRange(value, interval.range)) found.push(interval.item);
    this.search(middle + 1, to, value, found);
  }
}

export interface Interval<T> {
  readonly range: RangeMatcher;
  readonly item: T;
}

/**
 * How much the wildcards of one field ask of a matcher. AWS reads a value once, and at each unit
 * keeps every position that some wildcard pattern can have reached: on an asterisk it stays, and
 * goes on too. The measure is the largest number of positions that any value can bring about.
 *
 * Before its first asterisk a pattern takes one text only, so each of these texts is read step by
 * step. Once all its asterisks are passed a pattern stays on each of them, and each part behind one
 * adds as many positions as it has beginnings that end what was read: `part-endings.ts` finds the
 * worst ending.
 */
import { mostBeginnings } from './part-endings';

/** The literal texts between the asterisks of one pattern, as `wildcardParts` gives them. */
export type Parts = readonly string[];

/**
 * @param patterns each once.
 * @param enough where counting may stop.
 */
export function wildcardPositions(patterns: readonly Parts[], enough: number): number {
  const beginnings = new Set(patterns.map(([first = '']) => first));
  let most = 0;
  for (const beginning of beginnings) {
    if (most < enough) {
      most = Math.max(most, before(patterns, beginning, enough), after(patterns, beginning));
    }
  }
  return most;
}

interface Position {
  readonly pattern: Parts;
  /** Which part, and how many of its units have been read. */
  readonly part: number;
  readonly read: number;
}

/** While a value is read that begins as some pattern does, up to its first asterisk. */
function before(patterns: readonly Parts[], beginning: string, enough: number): number {
  let positions = patterns.flatMap((pattern) => onwards({ pattern, part: 0, read: 0 }));
  let most = positions.length;
  for (let i = 0; i < beginning.length && most < enough; i++) {
    const unit = beginning.charAt(i);
    positions = distinct(positions.flatMap((position) => step(position, unit)));
    most = Math.max(most, positions.length);
  }
  return most;
}

function step(position: Position, unit: string): readonly Position[] {
  const { pattern, part, read } = position;
  const goesOn = pattern[part]?.charAt(read) === unit;
  const next = goesOn ? onwards({ pattern, part, read: read + 1 }) : [];
  return part > 0 && read === 0 ? [position, ...next] : next;
}

// Behind the last unit before an asterisk the value may go on without one, or on the asterisk.
function onwards(position: Position): readonly Position[] {
  const { pattern, part, read } = position;
  return read === pattern[part]?.length && part < pattern.length - 1
    ? [position, ...onwards({ pattern, part: part + 1, read: 0 })]
    : [position];
}

// One position can be reached from two: on its own asterisk, and from what stands before that.
function distinct(positions: readonly Position[]): Position[] {
  const seen = new Map<Parts, Set<string>>();
  return positions.filter(({ pattern, part, read }) => {
    const places = seen.get(pattern) ?? new Set();
    const size = places.size;
    seen.set(pattern, places.add(`${part} ${read}`));
    return places.size > size;
  });
}

/** Once a value with that beginning has passed all asterisks it can. A quote ends every value. */
function after(patterns: readonly Parts[], beginning: string): number {
  const alive = patterns.filter(([first = '', ...rest]) => {
    return rest.length > 0 && beginning.startsWith(first);
  });
  const parts = alive.flatMap(([, ...rest]) => [...rest.slice(0, -1), `${rest.at(-1)}"`]);
  return parts.length + mostBeginnings(parts);
}

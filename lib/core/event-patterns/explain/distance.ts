/**
 * How many characters have to be put in, taken away, replaced or swapped with their neighbour to
 * make one text the other, as long as that is at most `limit`. What both begin and end with costs
 * nothing, so it is set aside; where much more than the limit is left, no table is filled in.
 */
export function distance(a: string, b: string, limit: number): number | undefined {
  const [from, to] = differing(a, b);
  if (Math.abs(from.length - to.length) > limit || from.length > 8 * limit) {
    return undefined;
  }
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    [before, last] = [last, nextRow(from, to, row, last, before)];
  }
  const edits = last[to.length] ?? Number.POSITIVE_INFINITY;
  return edits <= limit ? edits : undefined;
}

/** How many slips of a key make a text another; undefined where that is too many for its length. */
export function slips(text: string, wanted: string): number | undefined {
  const shortest = Math.min(text.length, wanted.length);
  return distance(text, wanted, shortest < 3 ? 0 : shortest < 6 ? 1 : 2);
}

/** What is left of two texts without what both begin with and what both end with. */
export function differing(a: string, b: string): readonly [string, string] {
  const start = sharedStart(a, b);
  const shortest = Math.min(a.length, b.length);
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** How many characters two texts begin with in common. */
export function sharedStart(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) {
    start++;
  }
  return start;
}

function nextRow(
  a: string,
  b: string,
  row: number,
  last: readonly number[],
  before: readonly number[],
): readonly number[] {
  const next = [row];
  const at = (cells: readonly number[], column: number) =>
    cells[column] ?? Number.POSITIVE_INFINITY;
  for (let column = 1; column <= b.length; column++) {
    const replaced = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const swaps = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swapped = swaps ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY;
    next.push(Math.min(replaced, swapped, at(last, column) + 1, at(next, column - 1) + 1));
  }
  return next;
}

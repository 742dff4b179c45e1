import {
  ANY,
  hasHole,
  isHole,
  isMadeUpName,
  ONE,
  piecesOf,
  possibleTexts,
  splitText,
} from './symbolic-text';

/**
 * Whether two texts are equal, or one matches the other's wildcards, as far as it can be told: yes
 * and no hold for every value of the holes. First a hole equals only itself; if that matches, the
 * answer is yes. Then every hole may be anything it can turn out to be; if even that doesn't match,
 * the answer is no. In between it is unknown.
 */
export type Truth = 'yes' | 'no' | 'unknown';

/**
 * Longer than any ARN or policy value that AWS takes; the comparison takes the product of both
 * lengths.
 */
const LONGEST = 2048;
const ARN_PARTS = 6;

/** Of the two only `one` comes with `?`: a hole turns into `*`, never into that. */
function meetAt(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one === ONE) return !isHole(other);
  return one === other;
}

/**
 * Do two texts with wildcards on either side have a text in common? One row of reachable positions
 * a piece of `one`.
 */
function meet(one: string[], other: string[]): boolean {
  let row: boolean[] = new Array(other.length + 1).fill(false);
  row[0] = true;
  for (let i = 0; i <= one.length; i++) {
    const next: boolean[] = new Array(other.length + 1).fill(false);
    for (let j = 0; j <= other.length; j++) {
      if (!row[j]) continue;
      const [mine, theirs] = [one[i], other[j]];
      if (mine === ANY || theirs === ANY) {
        if (j < other.length) row[j + 1] = true;
        if (i < one.length) next[j] = true;
      } else if (meetAt(mine, theirs)) next[j + 1] = true;
    }
    if (i === one.length) break;
    row = next;
  }
  return row[other.length] === true;
}

/** Two resources never have one name: texts that differ only in made-up names differ. */
function differInMadeUpNames(one: string[], other: string[]): boolean {
  if (one.length !== other.length) return false;
  const differences = one.flatMap((piece, at) =>
    piece === other[at] ? [] : [[piece, other[at] ?? '']],
  );
  return differences.length > 0 && differences.every((pair) => pair.every(isMadeUpName));
}

/**
 * CloudFormation ends no name that it makes up in `.fifo`; behind that of a FIFO queue the ending
 * stands by itself.
 */
function differInKind(one: string[], other: string[]): boolean {
  const isFifo = (pieces: string[]) => pieces.slice(-fifoEnding.length).join('') === fifoEnding;
  const isMadeUp = (pieces: string[]) => isMadeUpName(pieces.at(-1) ?? '');
  return (isFifo(one) && isMadeUp(other)) || (isFifo(other) && isMadeUp(one));
}

const fifoEnding = '.fifo';

/** Does the text match the pattern's `*` and `?`? */
export function like(pattern: string, text: string, wildcards = true): Truth {
  if (pattern === text) return 'yes';
  if (Math.max(pattern.length, text.length) > LONGEST) return 'unknown';
  const [wanted, actual] = [piecesOf(pattern, wildcards), piecesOf(text, false)];
  if (meet(wanted, actual)) return 'yes';
  if (!hasHole(pattern) && !hasHole(text)) return 'no';
  if (differInMadeUpNames(wanted, actual) || differInKind(wanted, actual)) return 'no';
  return meet(wanted.flatMap(possibleTexts), actual.flatMap(possibleTexts)) ? 'unknown' : 'no';
}

export function same(one: string, other: string): Truth {
  return like(one, other, false);
}

/**
 * IAM compares the six parts of an ARN one by one, so that a wildcard doesn't run from one into the
 * next. A hole within the first five is taken to hold no colon. What isn't an ARN of six parts can
 * be refused, but not accepted.
 */
export function arnLike(pattern: string, arn: string): Truth {
  if (pattern === arn) return 'yes';
  const [wanted, actual] = [splitText(pattern, ':', ARN_PARTS), splitText(arn, ':', ARN_PARTS)];
  if (wanted.length < ARN_PARTS || actual.length < ARN_PARTS) {
    return like(pattern, arn) === 'no' ? 'no' : 'unknown';
  }
  const parts = wanted.map((part, at) => like(part, actual[at] ?? ''));
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

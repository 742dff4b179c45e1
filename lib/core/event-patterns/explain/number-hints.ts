import type { IpMatcher, Matcher, NumberMatcher, RangeMatcher } from '../ast';
import { comparableNumber } from '../values/numbers';
import { otherType, type Ranked, type Value } from './ranked';
import { shorten } from './shorten';

type KeywordMatcher = Extract<Matcher, { kind: 'keyword' }>;

/** A number, true, false or null was wanted. */
export function numberHint(
  value: Value,
  matcher: NumberMatcher | KeywordMatcher,
): Ranked | undefined {
  const { node } = value;
  const wanted = matcher.kind === 'number' ? matcher.text : matcher.value;
  if (node.kind !== 'string') {
    const inexact = node.kind === 'number' && value.leaf.number === undefined;
    return inexact && matcher.kind === 'number' ? precisionHint(node.text) : undefined;
  }
  const text = node.text.trim().toLowerCase();
  const same =
    text === wanted ||
    (matcher.kind === 'number' && numberIn(text) !== undefined && numberIn(text) === matcher.value);
  return same
    ? otherType(value, `${wanted}, without quotes`, 0)
    : otherType(value, wanted, numberIn(text) === undefined ? 8 : 4);
}

export function rangeHint(value: Value, matcher: RangeMatcher): Ranked | undefined {
  const { node, leaf } = value;
  if (node.kind === 'number') {
    return leaf.number === undefined ? precisionHint(node.text) : outside(leaf.number, matcher);
  }
  const number = node.kind === 'string' ? numberIn(node.text.trim()) : undefined;
  return otherType(value, 'a number', number === undefined ? 8 : 1);
}

function outside(number: number, { low, high }: RangeMatcher): Ranked {
  const [below, above] = [low.value - number, number - high.value];
  if (below === 0 || above === 0) {
    return { kind: 'range', text: `the range ends just before ${number}`, rank: 1 };
  }
  const text =
    below > 0
      ? `${number} is ${plain(below)} below the range`
      : `${number} is ${plain(above)} above the range`;
  return { kind: 'range', text, rank: 3 };
}

/** Without the digits that come of subtracting doubles. */
const plain = (difference: number): string => String(Number(difference.toPrecision(12)));

function precisionHint(text: string): Ranked {
  const reason =
    'has more digits than can be compared as a number: only the same spelling equals it';
  return { kind: 'precision', text: `${shorten(text, 40)} ${reason}`, rank: 2 };
}

export function addressHint(value: Value, { text }: IpMatcher): Ranked {
  if (value.node.kind !== 'string') {
    return otherType(value, 'an IP address in quotes', 8);
  }
  const block = text.includes('/') ? `an address of ${text}` : `the address ${text}`;
  return value.leaf.ip === undefined
    ? { kind: 'address', text: 'this is not an IP address', rank: 6 }
    : { kind: 'address', text: `this is an IP address, but not ${block}`, rank: 4 };
}

const shape = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

function numberIn(text: string): number | undefined {
  return text.length <= 100 && shape.test(text) ? comparableNumber(text) : undefined;
}

import type { Matcher } from '../ast';
import { ipInRange } from '../values/ip';
import {
  endsIgnoringCase,
  equalsIgnoringCase,
  matchesParts,
  startsIgnoringCase,
} from '../values/texts';
import type { Leaf } from './flatten';

/**
 * Whether a leaf is what a matcher asks for. As on AWS, texts are compared with their quotes: that
 * keeps them apart from numbers and keywords, and an empty string begins and ends with a quote.
 */
export function matchesLeaf(matcher: Matcher, leaf: Leaf): boolean {
  const { text } = leaf;
  switch (matcher.kind) {
    case 'exactly':
      return text === `"${matcher.value}"`;
    case 'prefix':
      return text.startsWith(`"${matcher.value}`);
    case 'suffix':
      return text.endsWith(`${matcher.value}"`);
    case 'equals-ignore-case':
      return equalsIgnoringCase(text, `"${matcher.value}"`);
    case 'prefix-ignore-case':
      return startsIgnoringCase(text, `"${matcher.value}`);
    case 'suffix-ignore-case':
      return endsIgnoringCase(text, `${matcher.value}"`);
    case 'wildcard':
      return text.startsWith('"') && matchesParts(text.slice(1, -1), matcher.parts);
    case 'keyword':
      return text === matcher.value;
    case 'number':
      return matcher.value === undefined ? text === matcher.text : leaf.number === matcher.value;
    case 'range':
      return leaf.number !== undefined && inRange(leaf.number, matcher);
    case 'ip':
      return leaf.ip !== undefined && ipInRange(leaf.ip, matcher);
    case 'anything-but':
      return !matcher.not.some((excluded) => matchesLeaf(excluded, leaf));
    case 'exists':
      return true;
    case 'absent':
      return false;
  }
}

function inRange(value: number, { low, high }: Extract<Matcher, { kind: 'range' }>): boolean {
  const above = low.open ? value > low.value : value >= low.value;
  return above && (high.open ? value < high.value : value <= high.value);
}

import type { Matcher, NumberMatcher, TextMatcher } from '../ast';
import { ipInRange } from '../values/ip';
import { inRange } from '../values/numbers';
import {
  encodable,
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
  switch (matcher.kind) {
    case 'keyword':
      return leaf.text === matcher.value;
    case 'number':
      return matcher.value === undefined
        ? leaf.text === matcher.text
        : leaf.number === matcher.value;
    case 'range':
      return leaf.number !== undefined && inRange(leaf.number, matcher);
    case 'ip':
      return leaf.ip !== undefined && ipInRange(leaf.ip, matcher);
    case 'anything-but':
      return !matcher.not.some((excluded) => excludes(excluded, leaf));
    case 'exists':
      return true;
    case 'absent':
      return false;
    default:
      return matchesText(matcher, leaf.text);
  }
}

// As a text of its own AWS compares a text as it is; as one of those to exclude, encoded.
function excludes(excluded: TextMatcher | NumberMatcher, leaf: Leaf): boolean {
  return excluded.kind === 'exactly'
    ? encodable(leaf.text) === encodable(`"${excluded.value}"`)
    : matchesLeaf(excluded, leaf);
}

function matchesText(matcher: TextMatcher, raw: string): boolean {
  if (matcher.kind === 'exactly') {
    return raw === `"${matcher.value}"`;
  }
  const text = encodable(raw);
  if (matcher.kind === 'wildcard') {
    return text.startsWith('"') && matchesParts(text.slice(1, -1), matcher.parts.map(encodable));
  }
  const value = encodable(matcher.value);
  switch (matcher.kind) {
    case 'prefix':
      return text.startsWith(`"${value}`);
    case 'suffix':
      return text.endsWith(`${value}"`);
    case 'equals-ignore-case':
      return equalsIgnoringCase(text, `"${value}"`);
    case 'prefix-ignore-case':
      return startsIgnoringCase(text, `"${value}`);
    case 'suffix-ignore-case':
      return endsIgnoringCase(text, `${value}"`);
  }
}

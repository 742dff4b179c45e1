import type { Matcher } from '../ast';
import { matchesLeaf } from '../match/matchers';
import { encodable, isAscii, matchesParts } from '../values/texts';
import type { TableLeaf } from './leaf-table';

/** What `matchesLeaf` says of a matcher, with all made ready that does not depend on the leaf. */
export type LeafTest = (leaf: TableLeaf) => boolean;

export function leafTest(matcher: Matcher): LeafTest {
  switch (matcher.kind) {
    case 'exactly':
      return isText(`"${matcher.value}"`);
    case 'prefix':
      return startsWith(`"${encodable(matcher.value)}`);
    case 'suffix':
      return endsWith(`${encodable(matcher.value)}"`);
    case 'equals-ignore-case':
    case 'prefix-ignore-case':
    case 'suffix-ignore-case':
      return isAscii(matcher.value)
        ? ignoringCase(matcher.kind, matcher.value)
        : (leaf) => matchesLeaf(matcher, leaf);
    case 'wildcard':
      return fitsBetween(matcher.parts.map(encodable));
    case 'anything-but':
      return exceptFor(matcher.not.map(excludedBy));
    default:
      return (leaf) => matchesLeaf(matcher, leaf);
  }
}

const isText =
  (text: string): LeafTest =>
  (leaf) =>
    leaf.text === text;

const startsWith =
  (start: string): LeafTest =>
  ({ encoded }) =>
    encoded.startsWith(start);

const endsWith =
  (end: string): LeafTest =>
  ({ encoded }) =>
    encoded.endsWith(end);

// With the quotes on the first and the last part no number or keyword fits.
function fitsBetween(parts: readonly string[]): LeafTest {
  const last = parts.length - 1;
  const quoted = parts.map((part, at) => `${at === 0 ? '"' : ''}${part}${at === last ? '"' : ''}`);
  return ({ encoded }) => matchesParts(encoded, quoted);
}

// What AWS compares encoded here it compares as it is elsewhere.
function excludedBy(matcher: Matcher): LeafTest {
  if (matcher.kind !== 'exactly') return leafTest(matcher);
  const text = encodable(`"${matcher.value}"`);
  return ({ encoded }) => encoded === text;
}

function exceptFor(excluded: readonly LeafTest[]): LeafTest {
  const [only, another] = excluded;
  if (only !== undefined && another === undefined) return (leaf) => !only(leaf);
  return (leaf) => !excluded.some((test) => test(leaf));
}

type IgnoringCase = 'equals-ignore-case' | 'prefix-ignore-case' | 'suffix-ignore-case';

/** The part of a leaf that is compared, and what with: texts are compared with their quotes. */
const parts: Readonly<
  Record<IgnoringCase, { quoted(value: string): string; of(whole: string, length: number): string }>
> = {
  'equals-ignore-case': { quoted: (value) => `"${value}"`, of: (whole) => whole },
  'prefix-ignore-case': {
    quoted: (value) => `"${value}`,
    of: (whole, length) => whole.slice(0, length),
  },
  'suffix-ignore-case': {
    quoted: (value) => `${value}"`,
    of: (whole, length) => whole.slice(-length),
  },
};

// Some letters beyond ASCII have a lower-case form in it and some an upper-case one; none has both.
function ignoringCase(kind: IgnoringCase, value: string): LeafTest {
  const { quoted, of } = parts[kind];
  const text = quoted(value);
  const [lower, upper] = [text.toLowerCase(), text.toUpperCase()];
  return ({ encoded }) => {
    const part = of(encoded, text.length);
    return part.toLowerCase() === lower && part.toUpperCase() === upper;
  };
}

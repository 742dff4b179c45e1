/** Matchers and values in words, for reasons that people read. */
import type { Matcher, RangeMatcher } from '../ast';

const mostSaid = 4;
const longest = 60;

/** What a list of matchers asks for: `"DE"`, `a text that begins with "x" or no value`. */
export function sayMatchers(matchers: readonly Matcher[]): string {
  return joinOr(matchers.map(sayMatcher));
}

/** Alternatives in words, only the first few where there are many. */
export function joinOr(parts: readonly string[], word = 'or'): string {
  const said = parts.slice(0, mostSaid);
  if (parts.length > mostSaid) {
    return `${said.join(', ')} ${word} ${parts.length - mostSaid} more`;
  }
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} ${word} ${last}`;
}

/** A JSON text, shortened. */
export function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const texts: Readonly<Record<string, string>> = {
  exactly: '',
  prefix: 'a text that begins with ',
  suffix: 'a text that ends with ',
  'equals-ignore-case': 'in any case ',
  'prefix-ignore-case': 'a text that, in any case, begins with ',
  'suffix-ignore-case': 'a text that, in any case, ends with ',
  wildcard: 'a text like ',
};

function sayMatcher(matcher: Matcher): string {
  switch (matcher.kind) {
    case 'keyword':
      return matcher.value;
    case 'number':
      return shorten(matcher.text);
    case 'range':
      return sayRange(matcher);
    case 'ip':
      return matcher.text.includes('/') ? `an address in ${matcher.text}` : `"${matcher.text}"`;
    case 'exists':
      return 'any value';
    case 'absent':
      return 'no value';
    case 'anything-but':
      return `anything but ${sayMatchers(matcher.not)}`;
    default:
      return `${texts[matcher.kind] ?? ''}${shorten(JSON.stringify(matcher.value))}`;
  }
}

function sayRange({ low, high }: RangeMatcher): string {
  const lower = low.value > -Number.MAX_VALUE ? `${low.open ? '>' : '>='} ${low.value}` : '';
  const upper = high.value < Number.MAX_VALUE ? `${high.open ? '<' : '<='} ${high.value}` : '';
  return `a number ${[lower, upper].filter(Boolean).join(' and ')}`.trimEnd();
}

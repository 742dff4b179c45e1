import type { Matcher, NumberMatcher, RangeMatcher, TextMatcher } from '../ast';
import { ipDigits } from '../values/ip';

/** A matcher as a pattern writes it, in JSON: reading it gives the same matcher. */
export function writeMatcher(matcher: Matcher): string {
  switch (matcher.kind) {
    case 'exactly':
      // Without its operator the text would be compared as an address.
      return ipDigits(matcher.value) === undefined
        ? quote(matcher.value)
        : operator('exactly', quote(matcher.value));
    case 'prefix-ignore-case':
    case 'suffix-ignore-case':
      return operator(
        matcher.kind.slice(0, 6),
        operator('equals-ignore-case', quote(matcher.value)),
      );
    case 'keyword':
      return matcher.value;
    case 'number':
      return matcher.text;
    case 'range':
      return operator('numeric', `[${bounds(matcher).join(',')}]`);
    case 'ip':
      return matcher.text.includes('/')
        ? operator('cidr', quote(matcher.text))
        : quote(matcher.text);
    case 'exists':
      return operator('exists', 'true');
    case 'absent':
      return operator('exists', 'false');
    case 'anything-but':
      return operator('anything-but', writeExcluded(matcher.not));
    default:
      return operator(matcher.kind, quote(matcher.value));
  }
}

const quote = (text: string): string => JSON.stringify(text);

const operator = (name: string, value: string): string => `{"${name}":${value}}`;

function bounds({ low, high }: RangeMatcher): readonly string[] {
  const lower = [low.open ? '">"' : '">="', String(low.value)];
  const upper = [high.open ? '"<"' : '"<="', String(high.value)];
  // A side that the pattern left open has the bound of all doubles.
  if (low.value === -Number.MAX_VALUE && !low.open) {
    return upper;
  }
  return high.value === Number.MAX_VALUE && !high.open ? lower : [...lower, ...upper];
}

function writeExcluded(not: readonly (TextMatcher | NumberMatcher)[]): string {
  const [first] = not;
  const texts = not.map((one) => (one.kind === 'number' ? one.text : quote(one.value)));
  const list = texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(',')}]`;
  const plain = first === undefined || first.kind === 'number' || first.kind === 'exactly';
  return plain ? list : operator(first.kind, list);
}

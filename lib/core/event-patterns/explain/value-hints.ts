/**
 * Why a value is not what a matcher asks for: of all pairs of a value found and a matcher, the one
 * that is nearest to a match.
 */
import type { Matcher } from '../ast';
import type { Hint } from './explanation';
import { addressHint, numberHint, rangeHint } from './number-hints';
import type { Ranked, Value } from './ranked';
import { textHint } from './text-hints';

/** Characters to look at: a hint is no reason to wait. */
const budget = 2_000_000;

export function valueHint(
  values: readonly Value[],
  matchers: readonly Matcher[],
): Hint | undefined {
  let best: Ranked | undefined;
  let left = budget;
  for (const value of values) {
    for (const matcher of matchers) {
      left -= value.node.text.length + 100;
      if (left < 0 && best !== undefined) {
        return strip(best);
      }
      const hint = pairHint(value, matcher);
      best = hint && hint.rank < (best?.rank ?? Number.POSITIVE_INFINITY) ? hint : best;
    }
  }
  return best && strip(best);
}

const strip = ({ kind, text }: Ranked): Hint => ({ kind, text });

function pairHint(value: Value, matcher: Matcher): Ranked | undefined {
  switch (matcher.kind) {
    case 'keyword':
    case 'number':
      return numberHint(value, matcher);
    case 'range':
      return rangeHint(value, matcher);
    case 'ip':
      return addressHint(value, matcher);
    case 'anything-but':
      return { kind: 'excluded', text: 'this is what the pattern excludes', rank: 2 };
    case 'absent':
      return { kind: 'present', text: 'the pattern wants no such field', rank: 9 };
    case 'exists':
      return undefined;
    default:
      return textHint(value, matcher);
  }
}

/** Most questions about texts have an easy answer: what the matchers name, or what nobody names. */
import type { Matcher } from '../ast';
import type { Clause } from './clauses';

/** Guesses that are neither named by the matchers nor too odd for people. */
const usual = ['x', 'y', 'other', '', 'x1'];

/** The most matchers that are asked for a guess: beyond them texts are searched. */
const mostMatchers = 300;

/** Texts that may well be what the clauses ask for, the likeliest first. */
export function guessTexts(clauses: readonly Clause[]): readonly string[] {
  const wanted = clauses.filter(({ holds }) => holds).map(({ matchers }) => cut(matchers));
  const guesses = wanted.flat().flatMap(textsOf);
  const [heads, tails] = [endsOf(wanted, 'prefix'), endsOf(wanted, 'suffix')];
  const joined = heads.flatMap((head) => tails.flatMap((tail) => [head + tail, `${head}x${tail}`]));
  return [...new Set([...guesses, ...joined, ...usual])];
}

function cut(matchers: readonly Matcher[]): readonly Matcher[] {
  return matchers.slice(0, mostMatchers);
}

function textsOf(matcher: Matcher): readonly string[] {
  switch (matcher.kind) {
    case 'exactly':
      return [matcher.value];
    case 'ip':
      return matcher.text.includes('/') ? [] : [matcher.text];
    case 'prefix':
    case 'prefix-ignore-case':
      return [`${matcher.value}x`, matcher.value];
    case 'suffix':
    case 'suffix-ignore-case':
      return [`x${matcher.value}`, matcher.value];
    case 'equals-ignore-case':
      return [matcher.value, matcher.value.toLowerCase(), matcher.value.toUpperCase()];
    case 'wildcard':
      return [matcher.parts.join('x'), matcher.parts.join('')];
    default:
      return [];
  }
}

function endsOf(
  lists: readonly (readonly Matcher[])[],
  end: 'prefix' | 'suffix',
): readonly string[] {
  const values = lists.flat().flatMap((matcher) => {
    const { kind } = matcher;
    const isEnd = kind === end || kind === `${end}-ignore-case`;
    return isEnd && 'value' in matcher ? [matcher.value ?? ''] : [];
  });
  return values.map(String).slice(0, 20);
}

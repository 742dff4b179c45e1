/**
 * What no automaton reads, as lookahead, is asked of the engine that people's validators use. It tries
 * one way after the other, so it is asked only where the ways are few: no repeated groups, and a short
 * text for every repetition.
 */
const mostWays = 1_000_000;
const mostKept = 500;
const kept = new Map<string, Trial | undefined>();

interface Trial {
  readonly expression: RegExp;
  readonly repetitions: number;
  readonly choices: number;
}

/** Whether the pattern matches somewhere in the text; undefined where that could take long. */
export function tryPattern(pattern: string, text: string): boolean | undefined {
  if (!kept.has(pattern)) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(pattern, trialOf(pattern));
  }
  const trial = kept.get(pattern);
  if (trial === undefined) return undefined;
  const { expression, repetitions, choices } = trial;
  const ways = (text.length + 1) ** (repetitions + 1) * 2 ** choices;
  return ways > mostWays ? undefined : expression.test(text);
}

function trialOf(pattern: string): Trial | undefined {
  const signs = pattern
    .replace(/\\(?:[pPu]\{[^}]*\}|.)/gs, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[^>=!]*>|<[=!])/g, '(');
  if (/\)[*+{]/.test(signs)) return undefined;
  try {
    return {
      expression: new RegExp(pattern, 'u'),
      repetitions: signs.match(/[*+?]|\{/g)?.length ?? 0,
      choices: signs.match(/\|/g)?.length ?? 0,
    };
  } catch {
    return undefined;
  }
}

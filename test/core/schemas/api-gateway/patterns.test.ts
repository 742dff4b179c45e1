import fc from 'fast-check';
import { readPattern } from '../../../../lib/core/schemas/api-gateway/patterns';

const verdictOf = (pattern: string): string => readPattern(pattern).verdict;

/**
 * As ECMA 262 says with the u flag: tried at every code point. V8 tries between the halves of one,
 * too, where a negative lookahead may succeed.
 */
function matchesSomewhere(pattern: string, text: string): boolean {
  const expression = new RegExp(pattern, 'uy');
  const starts = [...text].map((_, index, all) => all.slice(0, index).join('').length);
  return [...starts, text.length].some((start) => {
    expression.lastIndex = start;
    return expression.test(text);
  });
}

describe('readPattern', () => {
  test.each([
    ['letters, digits and anchors', '^ORD-\\d{6}$'],
    ['ranges, also of escapes', '^[a-z\\x00-\\x7f\\u00c0-\\u017f]{2,5}$'],
    ['classes that hold no character beyond the BMP', '^[\\w.-]{1,64}\\s[^\\S]$'],
    ['any character, or none, any number of times', '^a.*b[^c]*[\\s\\S]*\\D{0,}$'],
    ['groups, alternatives, lookahead and back references', '^(?:a|(b)+?)(?=c)c\\1$'],
    ['a negative lookahead', '^(?!\\.)(?!.*\\.\\.)[a-z.]+$'],
    ['escapes of what needs them', '^\\/\\[\\]\\{\\}\\(\\)\\^\\$\\.\\*\\+\\?\\|\\\\$'],
    ['escapes of what needs none', '^\\d{4}\\-\\d{2}\\@\\"\\ $'],
    ['escapes in a class', '^[\\^\\-\\]\\@\\b\\t]+$'],
    ['an e-mail address as zod has it', "^(?:[A-Za-z0-9_'+\\-]+\\.)*@(?:[A-Z]+\\.)+[A-Z]{2,}$"],
  ])('finds the same in %s', (_, pattern) => {
    expect(readPattern(pattern)).toEqual({ verdict: 'same' });
  });

  test.each([
    ['any character, once or more', '^.+$'],
    ['a negated class, once or more', '^[^@]+@[^@]{1,}$'],
    ['what is no space, three times or more', '^\\S{3,}$'],
    ['a class of what is no digit, once or more', '[1\\D]+'],
    ['no word boundary', 'a\\B'],
    ['a word boundary where there must be none', '^a*(?!\\b)'],
    ['a place that must be neither beginning nor end', '(?!^|$)'],
  ])('lets more through for %s', (_, pattern) => {
    expect(readPattern(pattern)).toEqual({ verdict: 'wider' });
  });

  test.each([
    ['one character', '^.$'],
    ['a limited number of characters', '^.{1,64}$'],
    ['a character that may be absent', '^a.?$'],
    ['one character of a negated class', '^[^a]$'],
    ['any character, once or more, where it must not match', '^(?!.+b)'],
    ['the same deeper where it must not match', '^(?!a(?:b|.+c))'],
    ['a character beyond the BMP', '^(😀|a)$'],
    ['such a character in a class', '^[😀]$'],
    ['such a character by its halves', '^\\ud83d\\ude00$'],
    ['a range over the surrogates', '^[\\u0000-\\uffff]+$'],
  ])('finds another meaning in %s', (_, pattern) => {
    const reading = readPattern(pattern);

    expect(reading).toMatchObject({ verdict: 'other', because: expect.stringContaining('U+FFFF') });
  });

  test.each([
    ['lookbehind', '(?<=a)b', 'ECMA 262 5.1'],
    ['negative lookbehind', '(?<!a)b', 'ECMA 262 5.1'],
    ['a named group', '(?<year>\\d{4})', 'ECMA 262 5.1'],
    ['modifiers', '(?i:a)', 'ECMA 262 5.1'],
    ['a property of Unicode', '^\\p{L}*$', '\\p means something else'],
    ['a code point in braces', '^\\u{61}$', '\\u means something else'],
    ['a named back reference', '\\k<year>', '\\k means something else'],
    ['an escape that nobody knows', '\\y', '\\y means something else'],
    ['a back reference in a class', '(a)[\\1]', '\\1 means something else'],
    ['a lazy repetition in a lookahead', '(?=b*?)', 'lazy'],
    ['a lazy count in a lookahead', '(?=(?:b{1,2}?c))', 'lazy'],
    ['an open class', '[a', 'no regular expression'],
    ['an open group', '(a', 'no regular expression'],
    ['a closed group that was not open', 'a)', 'no regular expression'],
    ['an escape of nothing', 'a\\', 'no regular expression'],
    ['a bare brace', 'a{', 'no regular expression'],
    ['an octal escape', '\\07', '\\0 means something else'],
  ])('finds another meaning in %s', (_, pattern, because) => {
    const reading = readPattern(pattern);

    expect(reading).toEqual({ verdict: 'other', because: expect.stringContaining(because) });
  });

  test('reads a pattern of a million characters', () => {
    expect(verdictOf('(?:a[^b]*)'.repeat(100_000))).toBe('same');
  });

  const atom = fc.constantFrom(
    ...['a', 'b', '1', '.', '[^a]', '[^ab]', '[ab]', '[^\\S]', '[\\s\\S]', '[\\D1]', '[a-\\u00ff]'],
    ...['\\S', '\\D', '\\W', '\\d', '\\w', '\\u0061', '😀', '[😀]', '[a-\\uffff]', '\\b', '\\B'],
  );
  const repetition = fc.constantFrom(
    ...['', '', '*', '+', '*?', '+?', '?', '{2}', '{2,}', '{0,}', '{1,2}'],
  );
  const opening = fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<=');
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.tuple(atom, repetition).map(([what, times]) => what + times),
      fc.tuple(tie('pattern'), tie('pattern')).map(([first, then]) => first + then),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}|${other}`),
      fc
        .tuple(opening, tie('pattern'), repetition)
        .map(([open, inner, times]) =>
          /[:(]$/.test(open) ? `${open}${inner})${times}` : `${open}${inner})`,
        ),
      tie('pattern').map((inner) => `^${inner}$`),
    ),
  }));
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', '1', '😀', 'é'), maxLength: 5 }),
    {
      minLength: 10,
      maxLength: 10,
    },
  );

  test('for every pattern, tells how it reads without the u flag', () => {
    fc.assert(
      fc.property(pattern, texts, (source, list) => {
        const verdict = verdictOf(source);
        fc.pre(verdict !== 'other');
        for (const text of list) {
          const meant = matchesSomewhere(source, text);
          const found = new RegExp(source).test(text);
          if (verdict === 'same' || meant) expect([text, found]).toEqual([text, meant]);
        }
      }),
      { numRuns: 600 },
    );
  });
});

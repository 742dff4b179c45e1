import fc from 'fast-check';
import { patternMachine } from '../../../../lib/core/event-patterns/reason/pattern-machine';
import { takesText } from '../../../../lib/core/event-patterns/reason/small-machines';

const expressions = fc
  .array(
    fc.constantFrom(
      ...['a', 'b', '.', '^', '$', '|', '(', ')', '(?:', '*', '+', '?', '{2}', '{1,}', '{0,2}'],
      ...['[ab]', '[^a]', '[b-d]', '[^\\d]', '\\d', '\\W', '\\s', '\\.', '\\n', '\\x61', '*?'],
      ...['(?=', '\\b', '\\1', '[]', '[^]', '[\\w-]', '-', ',', '}', 'é'],
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));

const texts = ['', 'a', 'b', 'aa', 'ab', 'ba', 'bb', 'aab', 'abab', 'c', '1', 'a1', '-', 'a b'];
const others = ['\n', 'a\nb', '.', 'a.b', 'é', '_', 'bbbb', 'ccb', ' ', '\u2028', 'a-b', '11'];

describe('patternMachine', () => {
  test('for every expression that it reads, takes the texts in which it finds something', () => {
    let read = 0;

    fc.assert(
      fc.property(expressions, (expression) => {
        const machine = patternMachine(expression);
        if (machine !== undefined) {
          read++;
          const found = new RegExp(expression, 'u');
          for (const text of [...texts, ...others]) {
            expect([text, takesText(machine, text)]).toEqual([text, found.test(text)]);
          }
        }
      }),
      { numRuns: 3000 },
    );

    expect(read).toBeGreaterThan(300);
  });

  test.each([
    ['a look-ahead', 'a(?=b)'],
    ['a reference', '(a)\\1'],
    ['the edge of a word', '\\ba'],
    ['a property', '\\p{L}'],
    ['a surrogate pair', '😀'],
    ['what is no expression', '(a'],
    ['endless repetition', '(?:a{999}){999}'],
    ['deep groups', `${'('.repeat(5000)}a${')'.repeat(5000)}`],
  ])('leaves %s to others', (_, expression) => {
    expect(patternMachine(expression)).toBeUndefined();
  });

  test('reads a text once where backtracking would take ages', () => {
    const machine = patternMachine('^(a+)+$');

    expect(machine && takesText(machine, `${'a'.repeat(5000)}b`)).toBe(false);
    expect(machine && takesText(machine, 'a'.repeat(5000))).toBe(true);
  });
});

import { shown } from '../../../examples/retailer/shown';

describe('shown', () => {
  test.each([
    ['puts a value in quotes', 'OAK BENCH', "'OAK BENCH'"],
    ['shows that a value is empty', '', "''"],
    ['escapes line breaks', 'a\r\nb', "'a\\u{d}\\u{a}b'"],
    ['escapes what steers a terminal', '\u001b[2J\u009b', "'\\u{1b}[2J\\u{9b}'"],
    ['escapes what turns the direction of a text', '\u202eabc', "'\\u{202e}abc'"],
    ['escapes line and paragraph separators', '\u2028\u2029', "'\\u{2028}\\u{2029}'"],
    ['escapes half a character', '\ud83d', "'\\u{d83d}'"],
    ['keeps letters of every language', 'Öl 油', "'Öl 油'"],
    ['keeps 40 characters', 'x'.repeat(40), `'${'x'.repeat(40)}'`],
    ['cuts the 41st', 'x'.repeat(41), `'${'x'.repeat(40)}…'`],
  ])('%s', (_behaviour, value, expected) => {
    expect(shown(value)).toBe(expected);
  });
});

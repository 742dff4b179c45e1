import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unenforced } from './unenforced';
import { unenforcedOfExamples } from './unenforced-examples';

const root = resolve(__dirname, '../..');

/** The full titles of the tests of a file that are run, also of tables, read from how the formatter lays them out. */
function titlesIn(text: string): string[] {
  const around: { indent: number; title: string }[] = [];
  const titles: string[] = [];
  for (const [, { length: indent }, kind, , title] of text.matchAll(
    /^( *)(?:(describe|it|test)(?:\.each\(\w+\))?\(|\]\)\()(['"])(.+)\3, /gm,
  )) {
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    if (kind === 'describe') around.push({ indent, title });
    else titles.push([...around.map((one) => one.title), title].join(' '));
  }
  return titles;
}

const all = [...unenforced, ...unenforcedOfExamples];

describe('unenforced', () => {
  test.each(all)('names a test that is run: $what', ({ file, title }) => {
    expect(titlesIn(readFileSync(resolve(root, file), 'utf8'))).toContain(title.join(' '));
  });

  it('says each thing once', () => {
    const things = all.map(({ what }) => what);
    expect(things).toEqual([...new Set(things)]);
  });
});

describe('titlesIn', () => {
  it('reads titles with those around them, and leaves out what is skipped', () => {
    const text = [
      "describe('one', () => {",
      "  describe('two', () => {",
      "    it('is there', () => {});",
      "    it.skip('is skipped', () => {});",
      '  });',
      "  describe.each(tables)('of %s', () => {",
      '    test.each([',
      '      [1, 2],',
      "    ])('takes %s', (_, second) => {",
      '  });',
      `  it("isn't in two", () => {});`,
      '});',
    ].join('\n');
    expect(titlesIn(text)).toEqual(['one two is there', 'one of %s takes %s', "one isn't in two"]);
  });
});

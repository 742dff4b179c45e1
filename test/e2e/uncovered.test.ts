import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unenforced } from './unenforced';

const root = resolve(__dirname, '../..');

/** The full titles of the tests of a file that are run, read from how the formatter lays them out. */
function titlesIn(text: string): string[] {
  const around: { indent: number; title: string }[] = [];
  const titles: string[] = [];
  for (const [, { length: indent }, kind, , title] of text.matchAll(
    /^( *)(describe|it|test)\((['"])(.+)\3, /gm,
  )) {
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    if (kind === 'describe') around.push({ indent, title });
    else titles.push([...around.map((one) => one.title), title].join(' '));
  }
  return titles;
}

describe('unenforced', () => {
  test.each(unenforced)('names a test that is run: $what', ({ file, title }) => {
    expect(titlesIn(readFileSync(resolve(root, file), 'utf8'))).toContain(title.join(' '));
  });

  it('says each thing once', () => {
    const things = unenforced.map(({ what }) => what);
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
      `  it("isn't in two", () => {});`,
      '});',
    ].join('\n');
    expect(titlesIn(text)).toEqual(['one two is there', "one isn't in two"]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostics } from '../../lib/core/diagnostics';
import { inRoot, pages } from '../../scripts/pages';
import { rendered } from '../../scripts/regions';

const read = (page: string): string => readFileSync(inRoot(page), 'utf8');

describe.each(pages())('%s', (page) => {
  it('says at its marks what the examples and the data say (npm run docs)', () => {
    expect(read(page)).toBe(rendered(read(page)));
  });

  it('has code of its own only for the shell and for pictures', () => {
    const own = read(page).replaceAll(/<!-- (region|table)[\s\S]*?<!-- end -->/g, '');
    const languages = [...own.matchAll(/^```(\w*)\n[\s\S]*?^```$/gm)].map(
      ([, language]) => language,
    );
    expect(languages.filter((language) => !['sh', 'mermaid'].includes(language ?? ''))).toEqual([]);
  });

  it('links to pages that exist', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, link]) => link ?? '',
    );
    expect(links.filter((link) => !existsSync(join(dirname(inRoot(page)), link)))).toEqual([]);
  });
});

describe('rendered', () => {
  it('refuses a region that no file has', () => {
    expect(() => rendered('<!-- region examples/shop-stack.ts#none -->\n<!-- end -->')).toThrow(
      'examples/shop-stack.ts has no region none',
    );
  });

  it('refuses a table that nobody makes', () => {
    expect(() => rendered('<!-- table none -->\n<!-- end -->')).toThrow('no table none');
  });
});

describe('the ids of errors and warnings', () => {
  const sources = readFiles('lib');
  const tests = readFiles('test');

  test.each(Object.keys(diagnostics))('%s is said by a construct and shown by a test', (id) => {
    const said = sources.filter((text) => text.includes(`'${id}'`) || text.includes(`[${id}]`));
    expect(said.length).toBeGreaterThan(1); // its declaration, and where it is said
    expect(tests.some((text) => text.includes(id))).toBe(true);
  });
});

function readFiles(folder: string): string[] {
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => readFileSync(inRoot(join(folder, name)), 'utf8'));
}

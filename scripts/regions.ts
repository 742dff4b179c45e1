import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { diagnostics } from '../lib/core/diagnostics';
import { capabilityTable } from './capability-table';
import { channelTable } from './channel-table';
import { dialectTable } from './dialect-table';
import { operatorTable } from './operator-table';
import { priceTable, unitPriceTable } from './price-table';

/**
 * Documentation that can't lie: a block of code in a page is a region of a file that a test runs, a
 * table is made from the data that the code reads. A page marks the place, `<!-- region FILE#NAME
 * -->` or `<!-- table NAME -->` up to `<!-- end -->`; this module says what has to stand there.
 */

const root = resolve(__dirname, '..');

const marked = /(<!-- (region|table) (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** The page with what stands at its marks made anew. */
export function rendered(page: string): string {
  return page.replace(marked, (_all, open: string, kind: string, name: string, close: string) => {
    const content = kind === 'region' ? codeBlock(name) : table(name);
    return `${open}${content}\n${close}`;
  });
}

const languages: Readonly<Record<string, string>> = { '.ts': 'ts', '.py': 'python' };

/**
 * As a reader would type it: by the package's name, without the markers and the indentation that
 * they stand at.
 */
function codeBlock(name: string): string {
  const [file = '', region = ''] = name.split('#');
  const lines = readFileSync(resolve(root, file), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.trim().endsWith(`#region ${region}`));
  const to = lines.findIndex((line, at) => at > from && line.trim().endsWith('#endregion'));
  if (from < 0 || to < 0) throw new Error(`${file} has no region ${region}`);
  const code = lines.slice(from + 1, to).filter((line) => !line.includes('biome-ignore'));
  const text = code.join('\n').replaceAll(/'(\.\.\/)+lib(\/event-patterns)?'/g, "'cdk-spillway$2'");
  return `\`\`\`${languages[extname(file)] ?? ''}\n${text}\n\`\`\``;
}

const tables: Readonly<Record<string, () => string>> = {
  diagnostics: () =>
    ['| id | what holds |', '| --- | --- |', ...Object.entries(diagnostics).map(row)].join('\n'),
  dialects: dialectTable,
  channels: channelTable,
  capabilities: capabilityTable,
  operators: operatorTable,
  prices: priceTable,
  'unit-prices': unitPriceTable,
};

const row = ([id, meaning]: [string, string]): string => `| \`${id}\` | ${meaning} |`;

function table(name: string): string {
  const made = tables[name];
  if (!made) throw new Error(`there is no table ${name}`);
  return made();
}

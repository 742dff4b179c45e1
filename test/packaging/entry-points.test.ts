import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import * as manifest from '../../package.json';

const root = resolve(__dirname, '../..');

/** The files that importing an entry point alone loads, told by Node. */
function loadedBy(entry: string): string[] {
  const list = `require(${JSON.stringify(resolve(root, entry))}); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const out = execFileSync(process.execPath, ['-r', './scripts/typescript.cjs', '-e', list], {
    cwd: root,
    encoding: 'utf8',
  });
  return (JSON.parse(out) as string[]).map((file) => relative(root, file));
}

const wings = (files: string[]) =>
  [
    ...new Set(
      files
        .filter((file) => file.startsWith('lib/'))
        .map((file) => file.split('/').slice(0, 2).join('/')),
    ),
  ].sort();

const packages = (files: string[]) =>
  [
    ...new Set(
      files
        .filter((file) => file.startsWith('node_modules/'))
        .map((file) =>
          file
            .split('/')
            .slice(1, file.startsWith('node_modules/@') ? 3 : 2)
            .join('/'),
        ),
    ),
  ]
    .filter((name) => !['tsx', 'esbuild', 'get-tsconfig', 'resolve-pkg-maps'].includes(name))
    .sort();

describe('importing an entry point', () => {
  it('. loads constructs and core, and no package but the peers', () => {
    const files = loadedBy('lib/index.ts');
    expect(wings(files)).toEqual(['lib/constructs', 'lib/core', 'lib/index.ts']);
    expect(packages(files).filter((name) => !name.startsWith('@aws-cdk/'))).toEqual([
      'aws-cdk-lib',
      'constructs',
    ]);
  });

  test.each([
    ['./analysis', 'lib/analysis/index.ts', ['lib/analysis', 'lib/core']],
    ['./event-patterns', 'lib/event-patterns/index.ts', ['lib/core', 'lib/event-patterns']],
    ['./runtime', 'lib/runtime/index.ts', ['lib/core', 'lib/runtime']],
  ])('%s loads no CDK and no package at all', (_name, entry, expected) => {
    const files = loadedBy(entry);
    expect(wings(files)).toEqual(expected);
    expect(packages(files)).toEqual([]);
  });

  it('is possible for these and no other', () => {
    expect(Object.keys(manifest.exports)).toEqual([
      '.',
      './analysis',
      './event-patterns',
      './runtime',
      './package.json',
      './.jsii',
    ]);
  });

  it('brings its few dependencies along: jsii knows no other way to packages that are no jsii modules', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['ajv', 'ajv-draft-04', 'ajv-formats']);
    expect(manifest.bundledDependencies).toEqual(Object.keys(manifest.dependencies));
  });
});

import { resolve } from 'node:path';
import * as ts from 'typescript-6';

/** Asks the language service what it would complete at `§`. */
function completionsAt(marked: string): string[] {
  const position = marked.indexOf('§');
  const file = resolve(__dirname, 'completed.ts');
  const text = marked.replace('§', '');
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ strict: true, noLib: false, types: [] }),
    getCurrentDirectory: () => __dirname,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    getScriptFileNames: () => [file],
    getScriptVersion: () => text,
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
  };
  const entries = ts.createLanguageService(host).getCompletionsAtPosition(file, position, {});
  return (entries?.entries ?? []).map(({ name }) => name);
}

const inWhere = (pattern: string) => `
  import type { PatternOf } from '../../../lib/constructs/contracts/pattern-of';
  interface Order { status: 'NEW' | 'PAID'; total: number; shipTo: { country: string } }
  declare function where(pattern: PatternOf<Order>): void;
  where(${pattern});`;

describe('PatternOf', () => {
  test.each([
    ['fields', '{ § }', ['status', 'total', 'shipTo', '$or']],
    ['fields of an object', '{ shipTo: { § } }', ['country', '$or']],
    ['the values of an enum', "{ status: ['§'] }", ['NEW', 'PAID']],
    [
      'operators on text',
      '{ shipTo: { country: [{ § }] } }',
      ['prefix', 'wildcard', 'anything-but', 'exists'],
    ],
    ['operators on a number', '{ total: [{ § }] }', ['numeric', 'anything-but', 'exists']],
    ['comparisons', "{ total: [{ numeric: ['§'] }] }", ['>', '>=', '<', '<=', '=']],
  ])('completes %s', (_name, pattern, expected) => {
    const names = completionsAt(inWhere(pattern)).map((name) => name.replace(/^"|"$/g, ''));
    expect(names).toEqual(expect.arrayContaining(expected));
  });

  it('completes no operator that the field does not take', () => {
    expect(completionsAt(inWhere('{ total: [{ § }] }'))).not.toContain('prefix');
  });
});

import { resolve } from 'node:path';
import * as ts from 'typescript-6';

const options = { strict: true, noLib: false, types: [], module: ts.ModuleKind.Node20 };

/** Asks the language service what it would complete at each `§`. */
function completionsAtAll(marked: string): string[][] {
  const parts = marked.split('§');
  const file = resolve(__dirname, 'completed.ts');
  const text = parts.join('');
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
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
  const service = ts.createLanguageService(host);
  return parts.slice(1).map((_, at) => {
    const position = parts.slice(0, at + 1).join('').length;
    const completions = service.getCompletionsAtPosition(file, position, {});
    return (completions?.entries ?? []).map(({ name }) => name);
  });
}

const completionsAt = (marked: string): string[] => completionsAtAll(marked)[0] ?? [];

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

const bySchemas = `
  import { toStandardJsonSchema } from '@valibot/to-json-schema';
  import { type } from 'arktype';
  import * as v from 'valibot';
  import * as z from 'zod';
  import type { PatternOf } from '../../../lib/constructs/contracts/pattern-of';
  import type { InputOf, StandardSchema } from '../../../lib/core/schemas/standard/standard-schema';
  declare function where<Schema extends StandardSchema>(
    schema: Schema,
    pattern: PatternOf<InputOf<Schema>>,
  ): void;
  const status = v.picklist(['NEW', 'PAID']);
  const byZod = z.object({ status: z.enum(['NEW', 'PAID']), total: z.number() });
  const byValibot = toStandardJsonSchema(v.object({ status, total: v.number() }));
  const byArktype = type({ status: "'NEW' | 'PAID'", total: 'number' });
  where(byZod, { § });
  where(byZod, { status: ['§'] });
  where(byValibot, { § });
  where(byValibot, { status: ['§'] });
  where(byArktype, { § });
  where(byArktype, { status: ['§'] });`;

describe('InputOf', () => {
  it('completes fields and values of a filter by the schema of zod, valibot and arktype', () => {
    const fields = ['$or', 'status', 'total'];
    const values = ['NEW', 'PAID'];
    const each = [fields, values];
    const completed = completionsAtAll(bySchemas).map((names) => names.sort());
    expect(completed).toEqual([...each, ...each, ...each]);
  });
});

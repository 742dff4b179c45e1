import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { ConvertedSchema } from '../../../../lib/core/schemas/standard';

const modern = 'https://json-schema.org/draft/2020-12/schema';

function convertedTypes(): Record<string, ConvertedSchema> {
  const cwd = resolve(__dirname, '../../../..');
  const program = ['-r', './scripts/typescript.cjs', resolve(__dirname, 'arktype-schemas.ts')];
  return JSON.parse(execFileSync(process.execPath, program, { cwd, encoding: 'utf8' }));
}

describe('schemaOfStandard, of arktype', () => {
  const converted = convertedTypes();
  const of = (name: string): ConvertedSchema => converted[name] as ConvertedSchema;

  it('asks for JSON Schema of the newest draft', () => {
    const line = { type: 'object', properties: { quantity: { type: 'integer', minimum: 1 } } };
    expect(of('order')).toEqual({
      losses: [],
      schema: {
        $schema: modern,
        type: 'object',
        properties: {
          id: { type: 'string' },
          lines: { type: 'array', items: { ...line, required: ['quantity'] } },
        },
        required: ['id', 'lines'],
      },
    });
  });

  it('describes what travels, not what a reader makes of it', () => {
    expect(of('parsed')).toMatchObject({
      losses: [],
      schema: { properties: { field: { type: 'string' } } },
    });
  });

  test.each([
    ['a narrow', 'narrow', 'check', "arktype's narrow"],
    ['a Date', 'date', 'type', "arktype's Date"],
    ['a bigint', 'bigint', 'type', "arktype's bigint"],
    ['undefined', 'undefined', 'type', "arktype's undefined"],
    ['a Map', 'map', 'type', "arktype's Map"],
  ])('tells of what JSON Schema lacks: %s', (_name, one, kind, what) => {
    expect(of(one).losses).toEqual([
      expect.objectContaining({ kind, what, pointer: '/properties/field' }),
    ]);
  });

  it('tells of the flags of a regex, whose place nobody knows', () => {
    const what = 'the flags of /^a/i';
    expect(of('flags').losses).toEqual([
      expect.objectContaining({ kind: 'check', what, pointer: '' }),
    ]);
    expect(of('noFlags').losses).toEqual([]);
  });

  it('gives definitions names that do not depend on what else was defined', () => {
    expect(JSON.stringify(of('treeAgain'))).toBe(JSON.stringify(of('tree')));
    const node = { $ref: '#/$defs/type2' };
    expect(of('tree').schema).toEqual({
      $schema: modern,
      $ref: '#/$defs/type1',
      $defs: {
        type1: { type: 'object', properties: { node }, required: ['node'] },
        type2: {
          type: 'object',
          properties: { value: { type: 'number' }, next: node },
          required: ['value'],
        },
      },
    });
  });
});

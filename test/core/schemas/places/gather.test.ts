import type { JsonObject } from '../../../../lib/core/schemas';
import { gather } from '../../../../lib/core/schemas/places/gather';
import { openSchema } from '../../../../lib/core/schemas/schema-document';

const draft = (number: string): JsonObject => ({
  $schema: `http://json-schema.org/draft-${number}/schema#`,
});
const latest = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
const gathered = (schema: JsonObject, pointers = ['']) => gather(openSchema(schema), pointers);
const pointersOf = (schema: JsonObject, pointers?: string[]): string[] =>
  gathered(schema, pointers).parts.map(({ pointer }) => pointer);

const text = { type: 'string' };
const described = {
  ...{ $ref: '#/definitions/Text', title: 'T', description: 'D', deprecated: true },
  ...{ maxLength: 3, allOf: [{ minLength: 1 }], definitions: { Text: text } },
};

describe('gather', () => {
  it('gives what references and allOf lead to, each before what was given after it', () => {
    const schema: JsonObject = {
      ...{ $ref: '#/$defs/A', allOf: [{ $ref: '#/$defs/B' }, { title: 'last' }] },
      $defs: { A: { allOf: [{ title: 'inner' }] }, B: { title: 'B' }, C: { title: 'C' } },
    };

    expect(pointersOf(schema, ['', '/$defs/C'])).toEqual([
      ...['', '/$defs/A', '/$defs/A/allOf/0', '/allOf/0', '/$defs/B', '/allOf/1', '/$defs/C'],
    ]);
  });

  it('enters a schema once', () => {
    expect(pointersOf({ allOf: [{ $ref: '#' }, { $ref: '#/allOf/0' }] })).toEqual([
      ...['', '/allOf/0', '/allOf/1'],
    ]);
  });

  test.each(['04', '06', '07'])('drops what has no effect beside $ref in draft-%s', (number) => {
    expect(gathered({ ...described, ...draft(number) }).parts).toEqual([
      {
        pointer: '',
        schema: { $ref: '#/definitions/Text', title: 'T', description: 'D', deprecated: true },
      },
      { pointer: '/definitions/Text', schema: text },
    ]);
  });

  it('keeps what stands beside $ref in later drafts', () => {
    const schema = { ...described, ...latest };

    expect(gathered(schema).parts).toEqual([
      { pointer: '', schema },
      { pointer: '/definitions/Text', schema: text },
      { pointer: '/allOf/0', schema: { minLength: 1 } },
    ]);
  });

  it('tells references that lead nowhere, and that nothing is valid', () => {
    const schema = { $ref: '#/$defs/Gone', allOf: [false, { $ref: 'other.json' }] };

    expect(gathered(schema)).toMatchObject({
      nothing: true,
      dangling: ['#/$defs/Gone', 'other.json'],
    });
    expect(gathered({ allOf: [true] })).toMatchObject({ nothing: false, dangling: [] });
  });

  it('gathers what a part joins otherwise', () => {
    const schema = { title: 'one', not: { $ref: '#/$defs/A' }, $defs: { A: text } };
    const { parts } = gather(openSchema(schema), [''], (part) =>
      part.pointer === '' ? ['/not'] : [],
    );

    expect(parts.map(({ pointer }) => pointer)).toEqual(['', '/not', '/$defs/A']);
  });
});

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../../../../lib/core/schemas';
import { keywordProblems } from '../../../../lib/core/schemas/standard';

/** Everything that a meta-schema describes, also one that is split into vocabularies. */
function keywordsOf(file: string): string[] {
  const path = join(dirname(require.resolve('ajv/package.json')), 'dist/refs', file);
  const { properties } = JSON.parse(readFileSync(path, 'utf8'));
  // Its value would have to be a draft.
  return Object.keys(properties).filter((name) => name !== '$schema');
}

const vocabularies = ['applicator', 'content', 'core', 'format', 'meta-data', 'validation'];

describe('keywordProblems', () => {
  test.each([
    ['draft-06', ['json-schema-draft-06.json']],
    ['draft-07', ['json-schema-draft-07.json']],
    ['2019-09', vocabularies.map((name) => `json-schema-2019-09/meta/${name}.json`)],
    ['2020-12', vocabularies.slice(0, 3).map((name) => `json-schema-2020-12/meta/${name}.json`)],
    [
      '2020-12, the rest',
      ['format-annotation', 'meta-data', 'unevaluated', 'validation'].map(
        (name) => `json-schema-2020-12/meta/${name}.json`,
      ),
    ],
  ])('knows every keyword of %s', (_draft, files) => {
    const keywords = files.flatMap(keywordsOf);
    expect(keywords.length).toBeGreaterThan(10);
    const slipped = keywords.map((keyword) => `${keyword}_`);
    const schema = Object.fromEntries([...keywords, ...slipped].map((keyword) => [keyword, 1]));
    const found = keywordProblems(schema).map(({ keyword, near }) => [keyword, near]);
    // Two letters are too few to tell a slip by.
    const told = keywords.filter((keyword) => keyword.length > 2);
    expect(found).toEqual(told.map((keyword) => [`${keyword}_`, keyword]));
  });

  test.each([
    ['propertis', 'properties'],
    ['requird', 'required'],
    ['requried', 'required'],
    ['itmes', 'items'],
    ['typ', 'type'],
    ['ref', '$ref'],
    ['oneof', 'oneOf'],
    ['minlenght', 'minLength'],
    ['additionProperties', 'additionalProperties'],
    ['propertyName', 'propertyNames'],
    ['exclusiveMaxnimum', 'exclusiveMaximum'],
  ])('finds %s for %s', (keyword, near) => {
    expect(keywordProblems({ [keyword]: {} })).toEqual([{ pointer: `/${keyword}`, keyword, near }]);
  });

  test.each([
    ['in a field', { properties: { a: { typ: 1 } } }, '/properties/a/typ'],
    ['in an element', { prefixItems: [{}, { typ: 1 }] }, '/prefixItems/1/typ'],
    ['in a branch', { anyOf: [{ not: { typ: 1 } }] }, '/anyOf/0/not/typ'],
    ['in a definition', { $defs: { 'a/b': { typ: 1 } } }, '/$defs/a~1b/typ'],
    [
      'where only a reference leads',
      { $ref: '#/components/a', components: { a: { typ: 1 } } },
      '/components/a/typ',
    ],
  ] as [string, JsonObject, string][])('finds one %s', (_name, schema, pointer) => {
    expect(keywordProblems(schema)).toEqual([{ pointer, keyword: 'typ', near: 'type' }]);
  });

  test.each([
    ['of OpenAPI', { example: 1, nullable: true, discriminator: {}, xml: {}, externalDocs: {} }],
    ['of generators', { enumNames: [], errorMessage: '', tsType: '', javaType: '', $async: true }],
    ['of draft-03', { extends: {}, disallow: 'any', divisibleBy: 2 }],
    ['that is an extension', { 'x-type': 1, 'x-requird': [] }],
    ['that starts with a sign', { '@type': 'Order', _id: 1, '//': 'for people' }],
    ['for people', { comment: '', note: '', href: '', unit: 'EUR', tags: [] }],
    ['that is near nothing, three slips away', { propertie___: {} }],
    ['of two slips in a short word', { tpes: {}, itmse: {} }],
    ['that is the name of a field', { properties: { typ: {}, requird: {}, ['__proto__']: {} } }],
    ['that is a definition', { $defs: { item: {} }, definitions: { typ: {} } }],
    ['within a value', { const: { typ: 1 }, enum: [{ typ: 1 }], default: { typ: 1 } }],
    ['within an example', { examples: [{ typ: 1 }], example: { typ: 1 } }],
    ['that a reference leads to', { $defs: { all: { item: {} } }, $ref: '#/$defs/all/item' }],
    ['that a reference leads through', { $ref: '#/definition/a/b', definition: { a: { b: {} } } }],
  ])('lets through one %s', (_name, schema) => {
    expect(keywordProblems(schema)).toEqual([]);
  });

  it('finds the same slip wherever it is', () => {
    const $defs = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [at, { typ: 1 }]));
    expect(keywordProblems({ $defs })).toHaveLength(3_000);
  });

  it('looks at 2,000 different words, however many there are, and how long', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const near = letters.flatMap((a) => letters.map((b) => [`${a}properties${b}`, {}]));
    const schema = Object.fromEntries([['y'.repeat(1_000_000), {}], ...near]);
    expect(keywordProblems(schema)).toHaveLength(1_999);
  });
});

import { lowerForQuicktype } from '../../../lib/analysis/codegen/schema/lower-schema';
import type { JsonObject } from '../../../lib/core/schemas';

const text = { type: 'string' };
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };

describe('lowerForQuicktype', () => {
  const lower = (schema: JsonObject) => lowerForQuicktype(schema, '#/events/Root');
  const rootOf = (schema: JsonObject) => lower(schema).root;

  it.each<[name: string, schema: JsonObject, lowered: JsonObject]>([
    ['a bare format', { format: 'date' }, { ...text, description: 'Format: date.' }],
    ['bare bounds', { minimum: 1 }, { type: 'number' }],
    ['a constant text', { const: 'a' }, { ...text, enum: ['a'] }],
    ['a constant number', { const: 1.5 }, { type: 'number' }],
    ['a constant null', { const: null }, { type: 'null' }],
    [
      'cases of several types',
      { enum: ['a', 1, null] },
      {
        anyOf: [{ ...text, enum: ['a'] }, { type: 'integer' }, { type: 'null' }],
      },
    ],
    ['cases that the type excludes', { ...text, enum: ['a', 1] }, { ...text, enum: ['a'] }],
    ['nullable', { ...text, nullable: true }, { type: ['string', 'null'] }],
    [
      'a tuple',
      { prefixItems: [text, { type: 'integer' }], items: false },
      {
        type: 'array',
        items: { anyOf: [text, { type: 'integer' }] },
      },
    ],
    [
      'a tuple of draft-07',
      { ...draft7, items: [text], additionalItems: { type: 'null' } },
      {
        type: 'array',
        items: { anyOf: [text, { type: 'null' }] },
      },
    ],
    [
      'a map by pattern',
      { type: 'object', patternProperties: { '^x': text } },
      {
        type: 'object',
        additionalProperties: text,
      },
    ],
    [
      'properties beside a map',
      {
        properties: { a: text },
        additionalProperties: { type: 'number' },
      },
      { type: 'object', properties: { a: text } },
    ],
    [
      'a property that nothing may be',
      { properties: { a: text, b: false } },
      {
        type: 'object',
        properties: { a: text },
      },
    ],
    ['an empty choice beside others', { anyOf: [text, true] }, {}],
    [
      'a choice that only asks for fields',
      {
        properties: { a: text, b: text },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      { type: 'object', properties: { a: text, b: text } },
    ],
    [
      'conditional fields',
      {
        properties: { a: text },
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        then: { properties: { a: { const: 'x' }, b: text } },
        else: { properties: { b: { type: 'null' } } },
      },
      {
        type: 'object',
        properties: { a: text, b: { anyOf: [text, { type: 'null' }] } },
      },
    ],
    [
      'what a keyword of another draft says',
      { ...draft7, $ref: '#', minimum: 1 },
      {
        $ref: '#/events/Root',
      },
    ],
    [
      'a deprecated field',
      { ...text, description: 'Old.', deprecated: true },
      {
        ...text,
        description: 'Old.\nDeprecated.',
      },
    ],
    [
      'what Java reads in a comment',
      { ...text, description: 'a\\u002a/\u0007b' },
      {
        ...text,
        description: 'a\\ u002a/ b',
      },
    ],
  ])('puts %s in words that quicktype reads', (_, schema, lowered) => {
    expect(rootOf(schema)).toEqual(lowered);
  });

  it('leaves closed what is closed, unless others speak of the same value', () => {
    const closed = { type: 'object', properties: { a: text }, additionalProperties: false };

    expect(rootOf(closed)).toEqual(closed);
    expect(rootOf({ allOf: [closed] })).toEqual({ type: 'object', properties: { a: text } });
  });

  it('makes a definition of what is referred to, wherever it stands, and of each one only', () => {
    const given = {
      properties: { a: { properties: { b: text } }, c: { $ref: '#/properties/a' } },
      allOf: [{ $ref: '#named' }],
      $defs: { 'N 1': { $anchor: 'named', type: 'object', properties: { d: { $ref: '#' } } } },
    };

    expect(lower(given)).toEqual({
      root: {
        allOf: [
          {
            type: 'object',
            properties: { a: { $ref: '#/definitions/a' }, c: { $ref: '#/definitions/a' } },
          },
          { $ref: '#/definitions/N_1' },
        ],
      },
      definitions: {
        a: { type: 'object', properties: { b: text } },
        N_1: { type: 'object', properties: { d: { $ref: '#/events/Root' } } },
      },
    });
  });

  it('refuses a reference that leads nowhere', () => {
    expect(() => lower({ properties: { a: { $ref: 'https://example.com/x.json' } } })).toThrow(
      /\/properties\/a\/\$ref: "https:\/\/example.com\/x.json" leads to no schema in here/,
    );
  });
});

import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { Aws, Lazy, Token } from 'aws-cdk-lib';
import * as v from 'valibot';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { EventContract, SpillwayError, TypedContract } from '../../../lib';

const valid = { source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' };

const of = (schema: unknown) => EventContract.of({ ...valid, schema: schema as object });

/** What is said, a line a problem, without the heading. */
function complaints(define: () => unknown): string[] {
  try {
    define();
  } catch (error) {
    if (error instanceof SpillwayError) return error.message.split('\n  - ').slice(1);
    throw error;
  }
  return [];
}

const withField = (field: unknown) => ({ type: 'object', properties: { field } });

describe('the schema of an EventContract', () => {
  it('is a copy that nobody changes any more', () => {
    const schema = { type: 'object', properties: { total: { type: 'number' } } };
    const contract = of(schema);
    schema.properties.total.type = 'string';
    expect(contract.schema).toEqual({ type: 'object', properties: { total: { type: 'number' } } });
  });

  it("takes Python's None in a list for null", () => {
    expect(of(withField({ enum: ['a', undefined] })).schema).toEqual(
      withField({ enum: ['a', null] }),
    );
  });

  it('keeps every field, also one named __proto__', () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}');
    expect(JSON.stringify(of(schema).schema)).toBe(JSON.stringify(schema));
  });

  test.each([
    ['nothing', {}],
    ['definitions alone', { $defs: { a: {} } }],
    ['a keyword whose value is an object', { properties: { a: {} } }],
    ['the version of OpenAPI beside a schema', { openapi: '3.1.0', type: 'object' }],
  ])('takes %s for no fields', (_, schema) => {
    expect(of(schema).schema).toEqual(schema);
  });

  const endless: Record<string, unknown> = { type: 'object' };
  endless['properties'] = { again: endless };
  const shared = (): object => {
    let schema: object = { type: 'string' };
    for (let level = 0; level < 60; level += 1) schema = { anyOf: [schema, schema] };
    return withField(schema);
  };
  const deep = (levels: number): object => {
    let schema: object = { type: 'string' };
    for (let level = 0; level < levels; level += 1) schema = { not: schema };
    return withField(schema);
  };

  test.each([
    ['null', null, 'null is no object'],
    ['a text', '{}', '"{}" is no object'],
    ['a list', [], '[] is no object'],
    ['fields of zod without an object', { sku: z.string() }, 'Put them into one: z.object'],
    ['fields without an object', { sku: { type: 'string' } }, 'fields alone given'],
    ['a flag', true, 'true is no object'],
    ['a function', () => ({}), 'a function is no object'],
    ['one that contains itself', endless, '/properties/again, the object contains itself'],
    ['parts that are shared without end', shared(), 'more than 500000 values'],
    ['10,000 levels', deep(10_000), 'nested deeper than 200 levels'],
    ['NaN', withField({ minimum: Number.NaN }), 'at /properties/field/minimum, NaN is no JSON'],
    ['a bigint', withField({ const: 1n }), 'at /properties/field/const, 1 is no JSON'],
    [
      'a Date',
      withField({ const: new Date(0) }),
      'at /properties/field/const, an object is no JSON',
    ],
    [
      'a function within',
      withField({ default: () => 1 }),
      'at /properties/field/default, a function',
    ],
    [
      'an unknown type',
      withField({ type: 'strnig' }),
      'at /properties/field/type, "strnig" is no value',
    ],
    ['a keyword of a wrong kind', { required: 'total' }, 'at /required, "total" is no value'],
    [
      'an unknown draft',
      { $schema: 'https://shop.example' },
      'at /$schema, "https://shop.example"',
    ],
    [
      'a pattern that is none',
      withField({ pattern: '(' }),
      'at /properties/field/pattern, "(" given',
    ],
    ['one that no object satisfies', { type: 'array' }, 'a schema that no object satisfies'],
    [
      'a misspelt keyword',
      { type: 'object', propertis: {} },
      'at /propertis, the keyword "propertis" given; no draft of JSON Schema knows it, so a validator would read over it. Write "properties"; or, for a note of your own, "x-propertis".',
    ],
    [
      'a misspelt keyword of a field',
      withField({ $exampels: [] }),
      'at /properties/field/$exampels, the keyword "$exampels" given',
    ],
    [
      'a document of OpenAPI',
      { openapi: '3.0.0', components: {} },
      'a whole document of OpenAPI, Swagger or AsyncAPI given; a contract takes the schema of the data alone, which holds all that it refers to. Give the one that is meant: document.components.schemas.Order',
    ],
    ['a document of Swagger', { swagger: '2.0', definitions: {} }, 'a whole document'],
    ['a document of AsyncAPI', { asyncapi: '3.0.0', channels: {} }, 'a whole document'],
    [
      'a reference to no object',
      { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } },
      'no object',
    ],
  ])('refuses %s', (_name, schema, complaint) => {
    const [first, ...more] = complaints(() => of(schema));
    expect(first).toMatch(/^schema: .* \[spillway:contract-schema\]$/s);
    expect(first).toContain(complaint);
    expect(more).toEqual([]);
  });

  test.each([
    ['a token', withField({ const: Aws.REGION })],
    ['a token in a name', { type: 'object', properties: { [Aws.REGION]: {} } }],
    [
      'a number that is a token',
      withField({ const: Token.asNumber(Lazy.number({ produce: () => 1 })) }),
    ],
  ])('refuses %s: it is the same everywhere', (_name, schema) => {
    expect(complaints(() => of(schema))).toEqual([
      expect.stringMatching(/^schema: a value known only when deployed.*contract-schema\]$/),
    ]);
  });

  test.each([
    ['nowhere', '#/$defs/Item', 'leads nowhere'],
    ['to a file', './common.json#/Item', 'leads out of the schema'],
    ['to the web', 'https://shop.example/item.json', 'leads out of the schema'],
  ])('refuses a reference %s, with its place', (_name, $ref, complaint) => {
    expect(complaints(() => of(withField({ $ref })))).toEqual([
      expect.stringMatching(/\[spillway:contract-reference\]$/),
    ]);
    expect(complaints(() => of(withField({ $ref })))[0]).toMatch(
      `schema: at /properties/field/$ref, "${$ref}" ${complaint}; `,
    );
  });

  it('refuses a reference back to itself', () => {
    expect(complaints(() => of({ $ref: '#' }))).toEqual([
      expect.stringMatching(/^schema: at \/\$ref, "#" leads back to itself.*contract-reference\]$/),
    ]);
  });

  it('tells everything that is wrong at once, beside other props', () => {
    const schema = { type: 'array', items: { $ref: '#/a', pattern: '(' } };
    const props = { source: 'aws.shop', eventType: 'placed', owner: 'checkout', schema };
    expect(
      complaints(() => EventContract.of(props)).map((one) => /\[(.+)\]$/.exec(one)?.[1]),
    ).toEqual([
      ...['spillway:contract-source', 'spillway:contract-event-type'],
      ...['spillway:contract-reference', 'spillway:contract-schema', 'spillway:contract-schema'],
    ]);
  });

  it('tells of misspelt keywords beside what is no schema at all', () => {
    const schema = { type: 'object', requird: ['a'], properties: { a: { typ: 1, type: 'text' } } };
    expect(complaints(() => of(schema))).toEqual([
      expect.stringContaining('at /requird, '),
      expect.stringContaining('at /properties/a/typ, '),
      expect.stringContaining('at /properties/a/type, "text" is no value'),
    ]);
  });

  it('is judged in well under a second, however its parts refer to each other', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => {
        const next = { $ref: `#/$defs/${(at + 1) % 60}` };
        return [`${at}`, { type: 'object', properties: { left: next, right: next } }];
      }),
    );
    const schema = { $ref: '#/$defs/0', $defs };
    expect(of(schema).schema).toEqual(schema);
  });
});

describe('the schema of a TypedContract', () => {
  const define = (schema: z.ZodType) => TypedContract.define({ ...valid, schema });

  it('is plain JSON Schema, the same text each time', () => {
    const make = () => define(z.object({ id: z.uuid(), at: z.iso.datetime() })).schema;
    expect(make()).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid' },
        at: { type: 'string', format: 'date-time' },
      },
      required: ['id', 'at'],
    });
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  });

  it('comes from valibot too, and from what zod gives as JSON Schema', () => {
    const id = { type: 'string', minLength: 1 };
    const expected = { type: 'object', properties: { id }, required: ['id'] };
    const byValibot = toStandardJsonSchema(v.object({ id: v.pipe(v.string(), v.minLength(1)) }));
    const given = z.toJSONSchema(z.object({ id: z.string().min(1) }), { target: 'draft-07' });
    expect(TypedContract.define({ ...valid, schema: byValibot }).schema).toMatchObject(expected);
    const contract = TypedContract.define({ ...valid, schema: given });
    expect(contract.schema).toEqual({
      ...expected,
      $schema: 'http://json-schema.org/draft-07/schema#',
      additionalProperties: false,
    });
  });

  it('serves EventContract.of as well', () => {
    expect(of(z.object({ id: z.string() })).schema).toMatchObject({ required: ['id'] });
  });

  const notJson = 'spillway:contract-not-json';

  test.each([
    [
      'a refinement',
      z.string().refine(() => true),
      'spillway:contract-refinement',
      "at /properties/field, zod's refinement given",
    ],
    ['a Date', z.date(), notJson, "at /properties/field, zod's date given"],
    ['a bigint', z.bigint(), notJson, "at /properties/field, zod's bigint given"],
  ])('refuses %s, with its place and what to write instead', (_name, field, id, complaint) => {
    const [only, ...more] = complaints(() => define(z.object({ field })));
    expect(only).toContain(`schema: ${complaint}; `);
    expect(only?.endsWith(`[${id}]`)).toBe(true);
    expect(more).toEqual([]);
  });

  it('tells of what is lost beside what is no schema', () => {
    const schema = z.object({
      at: z.date(),
      code: z.string().refine(() => true),
      total: z.number().min(Number.NEGATIVE_INFINITY),
    });
    expect(complaints(() => define(schema))).toEqual([
      expect.stringContaining("at /properties/at, zod's date given"),
      expect.stringContaining("at /properties/code, zod's refinement given"),
      expect.stringContaining('at /properties/total/minimum, null is no value'),
    ]);
  });

  it('keeps what its user noted, whatever it is called', () => {
    expect(define(z.object({ id: z.string().meta({ titel: 'Id' }) })).schema).toMatchObject({
      properties: { id: { type: 'string', titel: 'Id' } },
    });
  });

  it('says what to write instead of a Date', () => {
    expect(complaints(() => define(z.object({ at: z.date() })))[0]).toContain('z.iso.datetime()');
  });

  it('refuses a schema of no object', () => {
    expect(complaints(() => define(z.array(z.string())))).toEqual([
      expect.stringContaining('a schema that no object satisfies'),
    ]);
  });

  it('refuses a library that gives no JSON Schema, and says which one does', () => {
    const schema = mini.object({ id: mini.string() });
    expect(complaints(() => TypedContract.define({ ...valid, schema }))).toEqual([
      expect.stringMatching(
        /^schema: a schema of zod that gives no JSON Schema.*zod 4\.2.*contract-schema\]$/,
      ),
    ]);
  });
});

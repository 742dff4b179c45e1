import fc from 'fast-check';
import { fieldsOf } from '../../../lib/analysis/catalogue/fields';
import type { JsonObject } from '../../../lib/core/schemas';

/** A schema as the compiler infers it has optional members, which no JSON has. */
const read = (schema: object) => fieldsOf(JSON.parse(JSON.stringify(schema)) as JsonObject);

/** The rows as lines: how deep, where, whether required, the type, what narrows it. */
function lines(schema: object): string[] {
  return read(schema).rows.map((row) => {
    const start = `${'  '.repeat(row.depth)}${row.path}`;
    if (row.kind === 'shape') return `${start} <${row.label}>`;
    const required = row.required ? '!' : '';
    const narrowed = row.constraints.length > 0 ? ` | ${row.constraints.join(' | ')}` : '';
    return `${start}${required} ${row.type}${narrowed}`;
  });
}

const text = { type: 'string' };

describe('fieldsOf', () => {
  it('lists the fields in the schema’s order, each below what it is in', () => {
    const schema = {
      type: 'object',
      properties: {
        id: text,
        shipTo: { type: 'object', properties: { country: text }, required: ['country'] },
      },
      required: ['id'],
    };

    expect(lines(schema)).toEqual(['id! string', 'shipTo object', '  shipTo.country! string']);
  });

  it('follows references, also beside a description', () => {
    const schema = {
      $defs: { address: { type: 'object', properties: { city: text } } },
      properties: { to: { $ref: '#/$defs/address', description: 'Where it goes.' } },
    };

    expect(lines(schema)).toEqual(['to object', '  to.city string']);
    expect(fieldsOf(schema).rows[0]).toMatchObject({ description: 'Where it goes.' });
  });

  it('tells of what stands beside a reference, up to draft-07 only the description', () => {
    const field = {
      ...{ $ref: '#/definitions/code', description: 'Of the day.', maxLength: 3 },
      allOf: [{ minLength: 1 }],
    };
    const schema = { definitions: { code: text }, properties: { code: field } };
    const draft7 = { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };

    expect(lines(schema)).toEqual(['code string | at least 1 character | at most 3 characters']);
    expect(lines(draft7)).toEqual(['code string']);
    expect(read(draft7).rows).toMatchObject([{ description: 'Of the day.' }]);
  });

  it('tells a schema that comes back once, and where it comes back', () => {
    const schema = {
      $ref: '#/$defs/part',
      $defs: {
        part: {
          type: 'object',
          properties: {
            name: text,
            parts: { type: 'array', items: { $ref: '#/$defs/part' } },
            next: { anyOf: [{ $ref: '#/$defs/part' }, { type: 'null' }] },
          },
        },
      },
    };

    expect(lines(schema)).toEqual([
      'name string',
      'parts array of object | the whole, again',
      'next object or null | the whole, again',
    ]);
    expect(read(schema).cut).toBe(false);
  });

  it('merges the parts of allOf', () => {
    const schema = {
      allOf: [
        { properties: { id: text }, required: ['id'] },
        { properties: { id: { minLength: 3 }, note: text } },
      ],
      type: 'object',
    };

    expect(lines(schema)).toEqual(['id! string | at least 3 characters', 'note string']);
  });

  it('tells shapes apart by the field that has another value in each', () => {
    const branch = (kind: string, more: object) => ({
      type: 'object',
      properties: { version: { const: 1 }, kind: { const: kind }, ...more },
    });
    const schema = {
      properties: {
        payment: { oneOf: [branch('card', { last4: text }), branch('cash', {})] },
      },
    };

    expect(lines(schema)).toEqual([
      'payment object, one of 2 shapes',
      '  payment <where kind is "card">',
      '    payment.version integer | always 1',
      '    payment.kind string | always "card"',
      '    payment.last4 string',
      '  payment <where kind is "cash">',
      '    payment.version integer | always 1',
      '    payment.kind string | always "cash"',
    ]);
  });

  it('calls shapes by their title or number where no field tells them apart', () => {
    const shape = (name: string, title?: string) => ({
      ...(title && { title }),
      properties: { [name]: text },
    });
    const schema = { type: 'object', anyOf: [shape('a', 'By name'), shape('b')] };

    expect(lines(schema)).toEqual([' <By name>', '  a string', ' <shape 2 of 2>', '  b string']);
  });

  it.each<[name: string, schema: JsonObject, line: string]>([
    ['several types', { type: ['string', 'null'] }, 'string or null'],
    ['null beside another', { anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'integer or null'],
    ['plain alternatives', { oneOf: [text, { type: 'number' }] }, 'string or number'],
    ['a format', { type: 'string', format: 'date-time' }, 'string (date-time)'],
    [
      'a list of lists',
      { type: 'array', items: { type: 'array', items: text } },
      'array of array of string',
    ],
    ['a map', { type: 'object', additionalProperties: text }, 'map of string'],
    ['no type at all', {}, 'anything'],
    ['nullable of OpenAPI', { type: 'string', nullable: true }, 'string or null'],
    ['an enum', { enum: ['a', 'b'] }, 'string | one of "a", "b"'],
    ['an open enum', { anyOf: [{ enum: ['a'] }, text] }, 'string | "a", and others later'],
    [
      'an extensible enum',
      { type: 'string', 'x-extensible-enum': ['a'] },
      'string | "a", and others later',
    ],
    [
      'bounds',
      { type: 'integer', minimum: 1, exclusiveMaximum: 9 },
      'integer | at least 1 | less than 9',
    ],
    [
      'a pattern',
      { type: 'string', pattern: '^a', maxLength: 1 },
      'string | at most 1 character | matches ^a',
    ],
    ['a default', { type: 'boolean', default: false }, 'boolean | false if left out'],
    [
      'a reference that leads out',
      { $ref: 'https://a.example/b' },
      'anything | described elsewhere: https://a.example/b',
    ],
  ])('says %s', (_, field, line) => {
    expect(lines({ properties: { a: field } })).toEqual([`a ${line}`]);
  });

  it('reads the flags of draft-04', () => {
    const $schema = 'http://json-schema.org/draft-04/schema#';
    const field = { type: 'number', minimum: 0, exclusiveMinimum: true };

    expect(lines({ $schema, properties: { a: field } })).toEqual(['a number | more than 0']);
  });

  it('descends into elements, tuples, maps and patterns', () => {
    const inner = { properties: { id: text } };
    const schema = {
      properties: {
        list: { type: 'array', items: inner },
        pair: { type: 'array', prefixItems: [text, { type: 'number' }] },
        map: { type: 'object', additionalProperties: inner },
        named: { type: 'object', patternProperties: { '^x-': text }, additionalProperties: inner },
      },
    };

    expect(lines(schema)).toEqual([
      'list array of object',
      '  list[].id string',
      'pair array',
      '  pair[0] string',
      '  pair[1] number',
      'map map of object',
      '  map.*.id string',
      'named object',
      '  named./^x-/ string',
      '  named.* object',
      '    named.*.id string',
    ]);
  });

  it('writes a name that is no word in brackets', () => {
    const schema = { properties: { 'a.b': text, __proto__: text } };
    const parsed = JSON.parse(
      '{"properties":{"a.b":{"type":"string"},"__proto__":{"type":"string"}}}',
    );

    expect(lines(schema)).toEqual(['["a.b"] string']);
    expect(lines(parsed)).toEqual(['["a.b"] string', '__proto__ string']);
  });

  it('has one row for data that is no object', () => {
    expect(lines({ type: 'array', items: text })).toEqual(['! array of string']);
  });

  it('cuts what grows without end', () => {
    const level = (depth: number): JsonObject =>
      depth === 0 ? text : { type: 'object', properties: { a: level(depth - 1) } };
    const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`f${at}`, text]));

    expect(fieldsOf(level(100))).toMatchObject({ cut: true });
    expect(fieldsOf({ properties: wide })).toMatchObject({ cut: true });
    expect(fieldsOf({ properties: wide }).rows).toHaveLength(1500);
  });

  it('has no rows for what is not described, or in no known draft', () => {
    const nothing = { rows: [], cut: false };

    expect(fieldsOf(undefined)).toEqual(nothing);
    expect(fieldsOf({ $schema: 'urn:unknown', properties: { a: text } })).toEqual(nothing);
  });

  it('for every schema, however it refers to itself, ends with rows of bounded number', () => {
    const { schema } = fc.letrec((tie) => {
      const one = tie('schema');
      const names = fc.constantFrom('a', 'b', '__proto__', 'a.b');
      const some = fc.array(one, { minLength: 1, maxLength: 3 });
      const fields = fc.dictionary(names, one, { maxKeys: 3 });
      const reference = fc.constantFrom('#', '#/$defs/a', '#/properties/a', '#/items', '#nowhere');
      const any = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
      return {
        schema: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          fc.constantFrom<unknown>({}, true, false, { type: 'string' }, { type: 'null' }, 7),
          fc.record({
            $ref: any(reference),
            $defs: any(fields),
            type: any(fc.constantFrom('object', 'array', 'string', ['object', 'null'])),
            properties: any(fields),
            additionalProperties: any(one),
            patternProperties: any(fields),
            items: any(fc.oneof(one, some)),
            prefixItems: any(some),
            anyOf: any(some),
            oneOf: any(some),
            allOf: any(some),
            required: any(fc.array(names)),
          }),
        ),
      };
    });
    const isObject = (value: unknown) => typeof value === 'object' && value !== null;

    fc.assert(
      fc.property(schema.filter(isObject), (given) => {
        const parsed = JSON.parse(JSON.stringify(given)) as JsonObject;
        const { rows } = fieldsOf(parsed);

        expect(rows.length).toBeLessThanOrEqual(1500);
        expect(Math.max(0, ...rows.map(({ depth }) => depth))).toBeLessThanOrEqual(30);
      }),
      { numRuns: 100 },
    );
  });
});

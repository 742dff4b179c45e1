import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { type ConvertedSchema, schemaOfStandard } from '../../../../lib/core/schemas/standard';

const modern = 'https://json-schema.org/draft/2020-12/schema';

/** The schema of one field, without what stands around it. */
const fieldOf = ({ schema }: ConvertedSchema): unknown =>
  (schema['properties'] as Record<string, unknown>)['field'];

const byZod = (field: z.ZodType) => schemaOfStandard(z.object({ field }));
const byValibot = (field: v.GenericSchema) =>
  schemaOfStandard(toStandardJsonSchema(v.object({ field })));

const lossesOf = ({ losses }: ConvertedSchema) =>
  losses.map(({ kind, what, pointer }) => [kind, what, pointer]);

const atField = '/properties/field';

describe('schemaOfStandard', () => {
  test.each([
    [
      'zod',
      z.object({ id: z.string(), lines: z.array(z.object({ quantity: z.int32().min(1) })) }),
      { quantity: { type: 'integer', minimum: 1, maximum: 2147483647 } },
    ],
    [
      'valibot',
      toStandardJsonSchema(
        v.object({
          id: v.string(),
          lines: v.array(v.object({ quantity: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
        }),
      ),
      { quantity: { type: 'integer', minimum: 1 } },
    ],
  ])('asks %s for JSON Schema of the newest draft', (_vendor, schema, properties) => {
    expect(schemaOfStandard(schema)).toEqual({
      losses: [],
      schema: {
        $schema: modern,
        type: 'object',
        properties: {
          id: { type: 'string' },
          lines: { type: 'array', items: { type: 'object', properties, required: ['quantity'] } },
        },
        required: ['id', 'lines'],
      },
    });
  });

  it('describes what travels, not what a reader makes of it', () => {
    const decode = (text: string) => new Date(text);
    const encode = (date: Date) => date.toISOString();
    const date = z.codec(z.iso.datetime(), z.date(), { decode, encode });
    expect(byZod(date)).toMatchObject({ losses: [] });
    expect(fieldOf(byZod(date))).toEqual({ type: 'string', format: 'date-time' });
    expect(fieldOf(byZod(z.string().trim().transform(Number)))).toEqual({ type: 'string' });
    expect(fieldOf(byValibot(v.pipe(v.string(), v.trim(), v.transform(Number))))).toEqual({
      type: 'string',
    });
    const optional = schemaOfStandard(z.object({ currency: z.string().default('EUR') }));
    expect(optional.schema['required']).toBeUndefined();
  });

  it('takes a draft that the library knows', () => {
    const input = ({ target }: { target: string }) => {
      if (target !== 'draft-07') throw new Error('no such target');
      return { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' };
    };
    const schema = { '~standard': { version: 1, vendor: 'ours', jsonSchema: { input } } };
    expect(schemaOfStandard(schema).schema['$schema']).toContain('draft-07');
  });

  it.each([
    [
      'a library that throws',
      () => {
        throw new Error('no way');
      },
      /ours can't say it in JSON Schema \(no way\)/,
    ],
    ['a library that gives no object', () => undefined, /undefined is no object/],
    ['a library that gives what is no JSON', () => ({ default: 1n }), /\/default: 1 is no JSON/],
  ])('refuses %s', (_name, input, message) => {
    const schema = { '~standard': { version: 1, vendor: 'ours', jsonSchema: { input } } };
    expect(() => schemaOfStandard(schema)).toThrow(message);
  });

  test.each([
    ['zod/mini', mini.object({ id: mini.string() }), 'z.toJSONSchema(schema'],
    ['valibot without its converter', v.object({ id: v.string() }), 'toStandardJsonSchema(schema)'],
    ['an unknown library', { '~standard': { version: 1, vendor: 'ours' } }, '~standard.jsonSchema'],
    [
      'a library that is named like a method of all objects',
      { '~standard': { version: 1, vendor: 'toString' } },
      '~standard.jsonSchema',
    ],
  ])('refuses %s and says what to give', (_name, schema, fix) => {
    expect(() => schemaOfStandard(schema)).toThrow(fix);
  });

  describe('of zod', () => {
    test.each([
      ['email()', z.email(), { format: 'email' }],
      ['string().email()', z.string().email(), { format: 'email' }],
      ['uuid()', z.uuid(), { format: 'uuid' }],
      ['iso.datetime()', z.iso.datetime(), { format: 'date-time' }],
      ['iso.datetime({ offset })', z.iso.datetime({ offset: true }), { format: 'date-time' }],
      ['iso.date()', z.iso.date(), { format: 'date' }],
      ['ipv4()', z.ipv4(), { format: 'ipv4' }],
      ['a described email()', z.email().describe('x'), { format: 'email', description: 'x' }],
      ['a regex beside email()', z.email().regex(/^a/), { format: 'email', pattern: '^a' }],
      [
        'two patterns beside email()',
        z.email().startsWith('a').endsWith('b'),
        { format: 'email', allOf: [{ pattern: '^a.*' }, { pattern: '.*b$' }] },
      ],
      [
        'a pattern of its own for email()',
        z.email({ pattern: /@shop\.example$/ }),
        { format: 'email', pattern: '@shop\\.example$' },
      ],
      ['startsWith()', z.string().startsWith('a'), { pattern: '^a.*' }],
      [
        'cuid(), of which JSON Schema knows nothing',
        z.cuid(),
        { pattern: '^[cC][0-9a-z]{6,}$', format: 'cuid' },
      ],
    ])('writes the format and no pattern that zod might change: %s', (_name, field, expected) => {
      expect(fieldOf(byZod(field))).toEqual({ type: 'string', ...expected });
    });

    test.each([
      ['a precision', z.iso.datetime({ precision: 3 })],
      ['a version', z.uuidv4()],
      ['local times', z.iso.datetime({ local: true })],
    ])('keeps a pattern that says more than the format: %s', (_name, field) => {
      expect(fieldOf(byZod(field))).toHaveProperty('pattern');
    });

    test.each([
      ['a number', z.number().default(() => Math.random())],
      ['a time', z.iso.datetime().default(() => new Date().toISOString())],
    ])('leaves out a default that is another one each time: %s', (_name, field) => {
      expect(fieldOf(byZod(field))).not.toHaveProperty('default');
    });

    it('keeps a default that stays', () => {
      expect(fieldOf(byZod(z.string().default('EUR')))).toEqual({ type: 'string', default: 'EUR' });
    });

    const refined = z.string().refine((text) => text !== 'a');
    interface Tree {
      value: string;
      children: Tree[];
    }
    const tree: z.ZodType<Tree> = z.object({
      value: refined,
      children: z.array(z.lazy(() => tree)),
    });

    test.each([
      ['refine()', refined, ''],
      ['superRefine()', z.string().superRefine(() => undefined), ''],
      ['check()', z.string().check(() => undefined), ''],
      ['of an optional field', refined.optional(), ''],
      ['of a described field', refined.describe('x'), ''],
      [
        'of a transformed field',
        z
          .string()
          .transform(Number)
          .refine((n) => n > 1),
        '',
      ],
      ['in a list', z.array(refined).nullable(), '/anyOf/0/items'],
      ['in a record', z.record(z.string(), refined), '/additionalProperties'],
      ['in a tuple', z.tuple([z.string(), refined]), '/prefixItems/1'],
      ['in a union', z.union([refined, z.number()]), '/anyOf/0'],
      ['in a name of a field', z.object({ 'a/b': refined }), '/properties/a~1b'],
    ])('tells of a refinement, with its place: %s', (_name, field, below) => {
      expect(lossesOf(byZod(field))).toEqual([['check', "zod's refinement", atField + below]]);
    });

    it('tells of a refinement of the whole and of one in what refers to itself', () => {
      const whole = schemaOfStandard(z.object({ id: z.string() }).refine(() => true));
      expect(lossesOf(whole)).toEqual([['check', "zod's refinement", '']]);
      expect(lossesOf(byZod(tree)).map(([, what]) => what)).toEqual(["zod's refinement"]);
    });

    test.each([
      ['property()', z.string().check(z.property('length', z.number())), `zod's check "property"`],
      [
        'stringFormat()',
        z.stringFormat('sku', () => true),
        `zod's format "sku", which is a function`,
      ],
      [
        'url({ protocol })',
        z.url({ protocol: /^https$/ }),
        "the hostname or protocol of zod's url()",
      ],
      ['url({ hostname })', z.url({ hostname: /^a$/ }), "the hostname or protocol of zod's url()"],
      ['httpUrl()', z.httpUrl(), "the hostname or protocol of zod's url()"],
      ['flags of a regex', z.string().regex(/^a/i), 'the flags of /^a/i'],
      ['custom()', z.custom<string>(() => true), "zod's custom type"],
      ['instanceof()', z.instanceof(Buffer), "zod's custom type"],
    ])('tells of any other check that JSON Schema lacks: %s', (_name, field, what) => {
      expect(lossesOf(byZod(field))).toEqual([['check', what, atField]]);
    });

    test.each([
      ['a Date', z.date(), 'date'],
      ['a coerced Date', z.coerce.date(), 'date'],
      ['a bigint', z.bigint(), 'bigint'],
      ['int64()', z.int64(), 'bigint'],
      ['a literal that is a bigint', z.literal(1n), 'bigint'],
      ['a Map', z.map(z.string(), z.string()), 'map'],
      ['a Set', z.set(z.string()), 'set'],
      ['undefined', z.undefined(), 'undefined'],
      ['a symbol', z.symbol(), 'symbol'],
      ['NaN', z.nan(), 'nan'],
      ['a file', z.file(), 'file'],
    ])('tells of a type that JSON lacks: %s', (_name, field, name) => {
      expect(lossesOf(byZod(field))).toEqual([['type', `zod's ${name}`, atField]]);
    });

    it('tells both of what is lost at one place, and leaves no trace in the schema', () => {
      const converted = byZod(
        z
          .date()
          .nullish()
          .refine(() => true),
      );
      expect(lossesOf(converted)).toEqual([
        ['check', "zod's refinement", atField],
        ['type', "zod's date", `${atField}/anyOf/0`],
      ]);
      expect(fieldOf(converted)).toEqual({ anyOf: [{}, { type: 'null' }] });
      const described = byZod(z.date().refine(() => true));
      expect(lossesOf(described)).toEqual([
        ['type', "zod's date", atField],
        ['check', "zod's refinement", atField],
      ]);
    });

    it('tells both of a schema and of what it wraps without a place of its own', () => {
      const wrapped = z
        .date()
        .optional()
        .check(z.property('length', z.number()) as never);
      expect(lossesOf(byZod(wrapped)).map(([, what]) => what)).toEqual([
        "zod's date",
        'zod\'s check "property"',
      ]);
    });

    it('believes a schema that says itself what it is in JSON', () => {
      const date = z.date();
      Object.assign(date._zod, { toJSONSchema: () => ({ type: 'string', format: 'date-time' }) });
      expect(byZod(date).losses).toEqual([]);
      expect(fieldOf(byZod(date))).toEqual({ type: 'string', format: 'date-time' });
    });

    it('does not say of a record that its names are text', () => {
      expect(fieldOf(byZod(z.record(z.string(), z.number())))).toEqual({
        type: 'object',
        additionalProperties: { type: 'number' },
      });
    });

    it('tells all at once', () => {
      const schema = z.object({ at: z.date(), lines: z.array(z.object({ id: z.bigint() })) });
      expect(lossesOf(schemaOfStandard(schema.refine(() => true)))).toEqual([
        ['check', "zod's refinement", ''],
        ['type', "zod's date", '/properties/at'],
        ['type', "zod's bigint", '/properties/lines/items/properties/id'],
      ]);
    });

    test.each([
      ['trim, toUpperCase', z.string().trim().toUpperCase().min(1)],
      ['bounds', z.number().min(1).max(5).multipleOf(2)],
      ['lengths', z.array(z.string().min(1).max(2)).nonempty()],
      ['flags that change nothing', z.string().regex(/^a/gu)],
      ['a discriminated union', z.discriminatedUnion('k', [z.object({ k: z.literal('a') })])],
      ['a brand', z.string().brand<'Sku'>()],
      ['any JSON', z.json()],
    ])('tells of nothing else: %s', (_name, field) => {
      expect(lossesOf(byZod(field))).toEqual([]);
    });
  });

  describe('of valibot', () => {
    test.each([
      [
        'check()',
        v.pipe(
          v.string(),
          v.check(() => true),
        ),
        'check',
        "valibot's check",
      ],
      [
        'rawCheck()',
        v.pipe(
          v.string(),
          v.rawCheck(() => undefined),
        ),
        'check',
        "valibot's raw_check",
      ],
      ['custom()', v.custom<string>(() => true), 'check', "valibot's custom"],
      ['creditCard()', v.pipe(v.string(), v.creditCard()), 'check', "valibot's credit_card"],
      [
        'flags of a regex',
        v.pipe(v.string(), v.regex(/^a/i)),
        'check',
        "valibot's regex (RegExp flags are not supported by JSON Schema.)",
      ],
      ['a Date', v.date(), 'type', "valibot's date"],
      ['a bigint', v.bigint(), 'type', "valibot's bigint"],
      ['a Map', v.map(v.string(), v.string()), 'type', "valibot's map"],
    ])('tells of what JSON Schema lacks: %s', (_name, field, kind, what) => {
      expect(lossesOf(byValibot(field))).toEqual([[kind, what, atField]]);
    });

    test.each([
      ['a brand', v.pipe(v.string(), v.brand('Sku'))],
      ['trim, toUpperCase', v.pipe(v.string(), v.trim(), v.toUpperCase(), v.minLength(1))],
      ['a flag that changes nothing', v.pipe(v.string(), v.regex(/^a/u))],
      ['a default that is computed', v.optional(v.number(), () => Math.random())],
    ])('tells of nothing else: %s', (_name, field) => {
      const converted = byValibot(field);
      expect(lossesOf(converted)).toEqual([]);
      expect(fieldOf(converted)).not.toHaveProperty('default');
    });
  });
});

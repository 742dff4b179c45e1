import fc from 'fast-check';
import { changesBetween } from '../../../../lib/core/contracts';
import type { JsonObject } from '../../../../lib/core/schemas';

const order = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ type: 'object', properties },
  ...more,
});
const told = (older: JsonObject, newer: JsonObject): string[] =>
  changesBetween(older, newer).map(({ path, kind, what }) => `${kind} ${path} ${what}`);

const text = { type: 'string' };
const address = { type: 'object', properties: { city: text } };
const wider = { type: 'object', properties: { city: text, zip: text } };

describe('changesBetween', () => {
  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['nothing', order({ id: text }), order({ id: text }), []],
    ['an optional field more', order({}), order({ note: text }), ['added /note string, optional']],
    [
      'a required field more, and nothing below it',
      order({}),
      order({ shipTo: address }, { required: ['shipTo'] }),
      ['added /shipTo object, required'],
    ],
    [
      'a field less',
      order({ at: { ...text, format: 'date-time' } }),
      order({}),
      ['removed /at string (date-time), optional'],
    ],
    [
      'a field that is required now',
      order({ id: text }),
      order({ id: text }, { required: ['id'] }),
      ['changed /id now required'],
    ],
    [
      'a required name of which no more is said',
      order({}, { required: ['a'] }),
      order({}, { required: ['b'] }),
      ['changed /a no longer required', 'changed /b now required'],
    ],
    [
      'another type',
      order({ id: { type: 'integer' } }),
      order({ id: text }),
      ['changed /id type: integer -> string'],
    ],
    [
      'null let through, as each of three says it',
      order({ a: text, b: text, c: text }),
      order({
        a: { type: ['string', 'null'] },
        b: { anyOf: [text, { type: 'null' }] },
        c: { ...text, nullable: true },
      }),
      ['a', 'b', 'c'].map((name) => `changed /${name} type: string -> null or string`),
    ],
    [
      'values more and less',
      order({ status: { enum: ['open', 'paid'] } }),
      order({ status: { enum: ['paid', 'void', null] } }),
      ['changed /status values: "void", null added', 'changed /status values: "open" removed'],
    ],
    ['const for an enum of one', order({ a: { enum: [1] } }), order({ a: { const: 1 } }), []],
    [
      'values that are listed now, and a list that is gone',
      order({ a: text, b: { ...text, enum: ['x'] } }),
      order({ a: { ...text, enum: ['x'] }, b: text }),
      ['changed /a values: only "x"', 'changed /b values: no longer only "x"'],
    ],
    [
      'bounds',
      order({ qty: { minimum: 1, maximum: 9 } }),
      order({ qty: { minimum: 2, multipleOf: 2 } }),
      [
        'changed /qty minimum: 1 -> 2',
        'changed /qty maximum: 9 removed',
        'changed /qty multipleOf: 2 added',
      ],
    ],
    [
      'elements of a list',
      order({ lines: { type: 'array', items: order({ sku: text }) } }),
      order({ lines: { type: 'array', items: order({ sku: text, qty: { type: 'integer' } }) } }),
      ['added /lines/*/qty integer, optional'],
    ],
    [
      'other fields',
      order({}),
      order({}, { additionalProperties: false }),
      ['changed  other fields: refused added'],
    ],
    [
      'values of a map',
      { additionalProperties: text },
      { additionalProperties: { type: 'integer' } },
      ['changed /* type: string -> integer'],
    ],
    ['descriptions', order({ id: text }), order({ id: { ...text, description: 'new' } }), []],
    [
      'a field that is deprecated',
      order({ id: text }),
      order({ id: { ...text, deprecated: true } }),
      ['changed /id deprecated: true added'],
    ],
    [
      'a definition that was renamed',
      order({ shipTo: { $ref: '#/$defs/A' } }, { $defs: { A: address } }),
      order({ shipTo: { $ref: '#/$defs/Address' } }, { $defs: { Address: address } }),
      [],
    ],
    [
      'a definition that changed, at every field that has it',
      order({ to: { $ref: '#/$defs/A' }, by: { $ref: '#/$defs/A' } }, { $defs: { A: address } }),
      order({ to: { $ref: '#/$defs/A' }, by: { $ref: '#/$defs/A' } }, { $defs: { A: wider } }),
      ['added /by/zip string, optional', 'added /to/zip string, optional'],
    ],
    [
      'a field that came by allOf',
      order({ id: text }),
      { allOf: [order({ id: text }), order({ note: text })] },
      ['added /note string, optional'],
    ],
    [
      'a choice more',
      order({ pay: { oneOf: [order({ kind: { const: 'card' } })] } }),
      order({
        pay: {
          oneOf: [order({ kind: { const: 'card' } }), order({ kind: { const: 'cash' }, a: text })],
        },
      }),
      ['changed /pay choice added: kind "cash"'],
    ],
    [
      'a choice less',
      { anyOf: [address, text, { type: 'null' }] },
      { anyOf: [{ type: 'null' }, address] },
      ['changed  choice removed: string'],
    ],
    [
      'choices in another order, of which one changed',
      { anyOf: [address, text, { type: 'integer' }] },
      { anyOf: [{ type: 'integer' }, wider, text] },
      ['added /zip string, optional'],
    ],
    [
      'a choice that may be null, as OpenAPI says it',
      { anyOf: [address, { type: 'integer' }] },
      { anyOf: [address, { type: 'integer', nullable: true }] },
      ['changed  type: integer -> integer or null'],
    ],
    [
      'a condition',
      order({}, { if: { required: ['a'] } }),
      order({}, { if: { required: ['b'] } }),
      ['changed  if changed'],
    ],
    [
      'a definition within a condition',
      { not: { $ref: '#/$defs/A' }, $defs: { A: address } },
      { not: { $ref: '#/$defs/A' }, $defs: { A: wider } },
      ['changed  not changed'],
    ],
    [
      'a field named __proto__',
      order({}),
      order(JSON.parse('{ "__proto__": { "type": "string" } }')),
      ['added /__proto__ string, optional'],
    ],
    ['a name with a slash', order({}), order({ 'a/b': text }), ['added /a~1b string, optional']],
  ])('tells %s', (_name, older, newer, expected) => {
    expect(told(older, newer)).toEqual(expected);
  });

  const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };
  const latest = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
  const definitions = { A: { ...text, title: 'A' }, B: { type: 'integer' } };
  const reference = { $ref: '#/definitions/A' };
  const short = { ...reference, maxLength: 3 };

  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['a keyword', reference, short, ['changed /a maxLength: 3 added']],
    [
      'null',
      reference,
      { ...reference, nullable: true },
      ['changed /a type: string -> null or string'],
    ],
    [
      'a field',
      reference,
      { ...reference, properties: { b: text }, required: ['b'] },
      ['added /a/b string, required'],
    ],
    [
      'parts and choices',
      reference,
      { ...reference, allOf: [{ minLength: 1 }], anyOf: [{ pattern: 'x' }, { pattern: 'y' }] },
      [
        'changed /a minLength: 1 added',
        'changed /a choice added: any',
        'changed /a choice added: any',
      ],
    ],
    ['a condition', { not: reference }, { not: short }, ['changed /a not changed']],
    [
      'a keyword of a choice',
      { oneOf: [reference, { $ref: '#/definitions/B' }] },
      { oneOf: [short, { $ref: '#/definitions/B' }] },
      ['changed /a maxLength: 3 added'],
    ],
    [
      'null as a choice',
      { anyOf: [reference, { $ref: '#/definitions/B' }] },
      { anyOf: [{ ...reference, type: 'null' }, { $ref: '#/definitions/B' }] },
      ['changed /a choice removed: string'],
    ],
  ])('tells %s beside $ref, but not up to draft-07', (_name, older, newer, expected) => {
    const both = [older, newer].map((a) => order({ a }, { definitions })) as [
      JsonObject,
      JsonObject,
    ];
    const [before, after] = both;

    expect(told({ ...before, ...latest }, { ...after, ...latest })).toEqual(expected);
    expect(told({ ...before, ...draft7 }, { ...after, ...draft7 })).toEqual([]);
  });

  it('tells that a field is deprecated, also beside $ref in draft-07', () => {
    const [older, newer] = [reference, { ...reference, deprecated: true }].map((a) =>
      order({ a }, { definitions, ...draft7 }),
    ) as [JsonObject, JsonObject];

    expect(told(older, newer)).toEqual(['changed /a deprecated: true added']);
  });

  it('ends at a reference that contains itself, in draft-07', () => {
    const node = (more: JsonObject): JsonObject =>
      order({ next: { $ref: '#', maxLength: 1 }, ...more }, draft7);

    expect(told(node({}), node({ name: text }))).toEqual(['added /name string, optional']);
  });

  const tree = (more: JsonObject): JsonObject => ({
    $ref: '#/$defs/Node',
    $defs: {
      Node: order({ left: { $ref: '#/$defs/Node' }, right: { $ref: '#/$defs/Node' }, ...more }),
    },
  });

  it('ends at a schema that contains itself', () => {
    expect(told(tree({}), tree({ name: text }))).toEqual(['added /name string, optional']);
  });

  it('ends where references spread endlessly, and says that there is more', () => {
    const levels = 40;
    const spread = (last: JsonObject): JsonObject => ({
      $ref: '#/$defs/d0',
      $defs: Object.fromEntries(
        Array.from({ length: levels }, (_, at) => [
          `d${at}`,
          at === levels - 1
            ? last
            : order({ a: { $ref: `#/$defs/d${at + 1}` }, b: { $ref: `#/$defs/d${at + 1}` } }),
        ]),
      ),
    });
    const changes = changesBetween(spread(text), spread({ type: 'integer' }));

    expect(changes.at(-1)).toEqual({ path: '', kind: 'changed', what: 'more than can be told' });
  });

  it('is the same for every order of members', () => {
    const names = ['a', 'b', 'c', 'd'];
    const shuffled = (seed: number): JsonObject =>
      order(
        Object.fromEntries(
          names.map((_, at) => {
            const name = names[(at * 3 + seed) % names.length] ?? '';
            return [name, { type: 'object', properties: { [name]: text } }];
          }),
        ),
      );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('a', 'd'),
        (one, other, name) => {
          expect(told(shuffled(one), shuffled(other))).toEqual([]);
          expect(told(order({}), shuffled(one))).toEqual(told(order({}), shuffled(other)));
          expect(told(shuffled(one), order({ [name]: text }))).toEqual(
            told(shuffled(other), order({ [name]: text })),
          );
        },
      ),
    );
  });
});

// Changes that people make, with the verdict that was worked out by hand: by the guide, for lenient
// and for strict writers.
import { z } from 'zod';
import { compareSchemas, type Policy } from '../../../../lib/core/schemas/compatibility';

type Verdict = 'both' | 'backward' | 'forward' | 'none';
/** Where one verdict stands, it is that of lenient and of strict writers. */
type Row = readonly [
  name: string,
  older: unknown,
  newer: unknown,
  lenient: Verdict,
  strict?: Verdict,
];

function verdictOf(older: unknown, newer: unknown, policy: Policy): Verdict {
  const breaks = (mode: 'BACKWARD' | 'FORWARD') =>
    compareSchemas(older, newer, { mode, policy }).length > 0;
  if (breaks('BACKWARD')) return breaks('FORWARD') ? 'none' : 'forward';
  return breaks('FORWARD') ? 'backward' : 'both';
}

function testChanges(rows: readonly Row[]): void {
  test.each(rows)('judges %s', (_, older, newer, lenient, strict = lenient) => {
    expect([verdictOf(older, newer, 'lenient'), verdictOf(older, newer, 'strict')]).toEqual([
      lenient,
      strict,
    ]);
  });
}

const text = { type: 'string' };
const whole = { type: 'integer' };
const number = { type: 'number' };
const closed = { additionalProperties: false };
const draft4 = { $schema: 'http://json-schema.org/draft-04/schema#' };
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };

/** Open, as most people write them. */
const object = (properties: object, required: string[] = [], more: object = {}) => ({
  ...{ type: 'object', properties, ...(required.length > 0 && { required }), ...more },
});
const texts = (...values: string[]) => ({ type: 'string', enum: values });
/** What a keyword named `then` would make of an object that is awaited. */
const when = (condition: object, met: object, failed?: object) => ({
  if: condition,
  ...Object.fromEntries([['then', met], ...(failed ? [['else', failed]] : [])]),
});

const order = object({ id: text, total: number }, ['id']);
const closedOrder = { ...order, ...closed };

describe('compareSchemas, of fields', () => {
  testChanges([
    ['a description', order, { ...order, description: 'What was bought.' }, 'both'],
    [
      'a description of a field',
      order,
      object({ id: { ...text, title: 'Id' }, total: { ...number, examples: [9.5] } }, ['id']),
      'both',
    ],
    ['a default', object({ a: text }), object({ a: { ...text, default: 'x' } }), 'both'],
    ['deprecation', object({ a: text }), object({ a: { ...text, deprecated: true } }), 'both'],
    ['readOnly', object({ a: text }), object({ a: { ...text, readOnly: true } }), 'both'],
    [
      'an optional field more',
      order,
      object({ id: text, total: number, note: text }, ['id']),
      'both',
      'forward',
    ],
    [
      'an optional field of anything more',
      order,
      object({ id: text, total: number, note: {} }, ['id']),
      'both',
    ],
    [
      'an optional field more in a closed object',
      closedOrder,
      object({ id: text, total: number, note: text }, ['id'], closed),
      'backward',
    ],
    ['an optional field less', order, object({ id: text }, ['id']), 'both', 'backward'],
    [
      'an optional field less in a closed object',
      closedOrder,
      object({ id: text }, ['id'], closed),
      'forward',
    ],
    [
      'a required field more',
      order,
      object({ id: text, total: number, note: text }, ['id', 'note']),
      'forward',
    ],
    ['a required field less', order, object({ total: number }), 'backward'],
    ['a field asked for', order, object({ id: text, total: number }, ['id', 'total']), 'forward'],
    ['a field asked for no longer', order, object({ id: text, total: number }), 'backward'],
    ['fields in another order', order, object({ total: number, id: text }, ['id']), 'both'],
    [
      'required in another order',
      object({ a: text, b: text }, ['a', 'b']),
      object({ b: text, a: text }, ['b', 'a']),
      'both',
    ],
    ['a field renamed', order, object({ id: text, sum: number }, ['id']), 'both', 'none'],
    [
      'a required field renamed',
      order,
      object({ number: text, total: number }, ['number']),
      'none',
    ],
    ['an open object said to be open', order, { ...order, additionalProperties: true }, 'both'],
    ['an open object said to take anything', order, { ...order, additionalProperties: {} }, 'both'],
    ['an open object closed', order, closedOrder, 'both', 'forward'],
    ['a closed object opened', closedOrder, order, 'both', 'backward'],
    [
      'an open object closed by unevaluatedProperties',
      order,
      { ...order, unevaluatedProperties: false },
      'both',
      'forward',
    ],
    [
      'a closed object closed otherwise',
      closedOrder,
      { ...order, unevaluatedProperties: false },
      'both',
    ],
    [
      'a field said to be absent',
      order,
      object({ id: text, total: number, a: false }, ['id']),
      'both',
      'forward',
    ],
    [
      'a field that nothing declared, refused',
      order,
      { ...order, not: { required: ['a'] } },
      'both',
      'forward',
    ],
    [
      'a field refused in other words',
      object({ a: false }),
      { ...object({}), not: { required: ['a'] } },
      'both',
    ],
    ['an object that may be null', order, { anyOf: [order, { type: 'null' }] }, 'backward'],
    ['an object in a list', order, { type: 'array', items: order }, 'none'],
    [
      'an object or a list of them',
      order,
      { anyOf: [order, { type: 'array', items: order }] },
      'backward',
    ],
    ['minProperties that required meets', order, { ...order, minProperties: 1 }, 'both'],
    ['minProperties beyond required', order, { ...order, minProperties: 2 }, 'forward'],
    [
      'maxProperties that a closed object meets',
      closedOrder,
      { ...closedOrder, maxProperties: 2 },
      'both',
    ],
    [
      'maxProperties that an open object meets',
      order,
      { ...order, maxProperties: 2 },
      'both',
      'forward',
    ],
  ]);
});

describe('compareSchemas, of texts and numbers', () => {
  testChanges([
    ['whole numbers as numbers', whole, number, 'backward'],
    ['numbers as texts', number, text, 'none'],
    ['a flag as a text', { type: 'boolean' }, text, 'none'],
    ['a type in a list', text, { type: ['string'] }, 'both'],
    ['null let through', text, { type: ['string', 'null'] }, 'backward'],
    [
      'null in other words',
      { type: ['string', 'null'] },
      { anyOf: [text, { type: 'null' }] },
      'both',
    ],
    ['null as a value', { type: ['string', 'null'] }, { oneOf: [text, { const: null }] }, 'both'],
    [
      'the null of OpenAPI in other words',
      { ...draft4, type: 'string', nullable: true },
      { ...draft7, type: ['string', 'null'] },
      'both',
    ],
    [
      'nullable: false',
      { ...draft4, type: 'string' },
      { ...draft4, type: 'string', nullable: false },
      'both',
    ],
    [
      'nullable beside an enum with null',
      { ...draft4, type: 'string', nullable: true, enum: ['a', null] },
      { enum: [null, 'a'] },
      'both',
    ],
    [
      'nullable beside an enum without null',
      { ...draft4, type: 'string', nullable: true, enum: ['a'] },
      { ...draft4, type: 'string', enum: ['a'] },
      'both',
    ],
    ['a number bound', number, { ...number, minimum: 0 }, 'forward'],
    ['a bound restated', { ...whole, minimum: 1 }, { ...whole, exclusiveMinimum: 0 }, 'both'],
    [
      'a bound restated between whole numbers',
      { ...whole, maximum: 9 },
      { ...whole, exclusiveMaximum: 9.5 },
      'both',
    ],
    [
      'a bound of draft-04',
      { ...draft4, ...number, minimum: 0, exclusiveMinimum: true },
      { ...draft7, ...number, exclusiveMinimum: 0 },
      'both',
    ],
    [
      'a bound let through',
      { ...number, exclusiveMinimum: 0 },
      { ...number, minimum: 0 },
      'backward',
    ],
    [
      'two bounds for one',
      { ...number, minimum: 0, exclusiveMinimum: -1 },
      { ...number, minimum: 0 },
      'both',
    ],
    ['the type of steps', { ...number, multipleOf: 1 }, whole, 'both'],
    ['a smaller step', { ...number, multipleOf: 10 }, { ...number, multipleOf: 5 }, 'backward'],
    [
      'a smaller binary step',
      { ...number, multipleOf: 0.5 },
      { ...number, multipleOf: 0.25 },
      'backward',
    ],
    [
      'cents with a bound less',
      { ...number, multipleOf: 0.01, minimum: 0 },
      { ...number, multipleOf: 0.01 },
      'backward',
    ],
    ['one whole number', { ...whole, minimum: 3, maximum: 3 }, { const: 3 }, 'both'],
    ['few whole numbers', { ...whole, minimum: 1, maximum: 3 }, { enum: [3, 2, 1] }, 'both'],
    ['1 as 1.0', { const: 1 }, { enum: [1.0] }, 'both'],
    ['null as a value or a type', { const: null }, { type: 'null' }, 'both'],
    ['true and false as values', { enum: [false, true] }, { type: 'boolean' }, 'both'],
    ['one flag', { const: true }, { type: 'boolean' }, 'backward'],
    ['a length', text, { ...text, minLength: 1 }, 'forward'],
    [
      'a length that was asked for',
      { ...text, minLength: 1, maxLength: 9 },
      { ...text, maxLength: 10 },
      'backward',
    ],
    ['minLength: 0', text, { ...text, minLength: 0 }, 'both'],
    [
      'a length that a pattern demands',
      { ...text, pattern: '^[A-Z]{2}$' },
      { ...text, pattern: '^[A-Z]{2}$', minLength: 1, maxLength: 2 },
      'both',
    ],
    [
      'an empty text refused in other words',
      { ...text, minLength: 1 },
      { ...text, not: { const: '' } },
      'both',
    ],
    [
      'an empty text refused by pattern',
      { ...text, minLength: 1 },
      { ...text, not: { pattern: '^$' } },
      'both',
    ],
    [
      'a length as a pattern',
      { ...text, minLength: 2, maxLength: 3 },
      { ...text, pattern: '^[\\s\\S]{2,3}$' },
      'both',
    ],
    [
      'a text that is not empty and holds no line ends',
      { ...text, pattern: '^.+$' },
      { ...text, minLength: 1 },
      'backward',
    ],
    [
      'a pattern in other words',
      { ...text, pattern: '^[0-9]{5}$' },
      { ...text, pattern: '^\\d\\d{4}$' },
      'both',
    ],
    [
      'a group that is not captured',
      { ...text, pattern: '^(a|b)+$' },
      { ...text, pattern: '^(?:b|a)+$' },
      'both',
    ],
    [
      'a pattern of words as values',
      { ...text, pattern: '^(?:open|paid)$' },
      texts('paid', 'open'),
      'both',
    ],
    [
      'small letters let through',
      { ...text, pattern: '^[0-9A-F]{8}$' },
      { ...text, pattern: '^[0-9a-fA-F]{8}$' },
      'backward',
    ],
    [
      'more digits let through',
      { ...text, pattern: '^\\d{5}$' },
      { ...text, pattern: '^\\d{5}(-\\d{4})?$' },
      'backward',
    ],
    [
      'a pattern with lookahead, beside a length less',
      { ...text, pattern: '^(?!0)\\d+$', maxLength: 9 },
      { ...text, pattern: '^(?!0)\\d+$' },
      'backward',
    ],
    [
      'a format beside a pattern',
      { ...text, pattern: '^.+@.+$' },
      { ...text, pattern: '^.+@.+$', format: 'email' },
      'forward',
    ],
    [
      'a pattern beside a format dropped',
      { ...text, pattern: '^.+@.+$', format: 'email' },
      { ...text, format: 'email' },
      'backward',
    ],
    ['another format', { ...text, format: 'date' }, { ...text, format: 'date-time' }, 'none'],
    [
      'a format with a length more',
      { ...text, format: 'uri', maxLength: 100 },
      { ...text, format: 'uri', maxLength: 200 },
      'backward',
    ],
    [
      'a format in allOf',
      { ...text, format: 'uuid' },
      { allOf: [text, { format: 'uuid' }] },
      'both',
    ],
    [
      'a format of a number that may be null',
      { ...whole, format: 'int32' },
      { type: ['integer', 'null'], format: 'int32' },
      'backward',
    ],
    ['a format without a type', { ...text, format: 'date' }, { format: 'date' }, 'backward'],
  ]);
});

describe('compareSchemas, of listed values', () => {
  testChanges([
    ['a value more', texts('a'), texts('a', 'b'), 'backward'],
    ['values in another order', texts('a', 'b'), texts('b', 'a'), 'both'],
    ['a value twice', { enum: ['a'] }, { enum: ['a', 'a'] }, 'both'],
    ['an enum of one as const', texts('a'), { ...text, const: 'a' }, 'both'],
    ['const and enum at once', { const: 'a', enum: ['a', 'b'] }, { const: 'a' }, 'both'],
    ['const that the enum beside it lacks', { const: 'a' }, { const: 'a', enum: ['b'] }, 'forward'],
    ['a type beside values', { enum: ['a', 'b'] }, texts('a', 'b'), 'both'],
    [
      'a type beside values that it refuses',
      { enum: ['a', 1] },
      { ...text, enum: ['a', 1] },
      'forward',
    ],
    ['values as a text', texts('a', 'b'), text, 'backward'],
    ['values of a pattern', texts('US', 'CA'), { ...text, pattern: '^[A-Z]{2}$' }, 'backward'],
    [
      'values with a length',
      texts('US', 'CA'),
      { ...texts('CA', 'US'), minLength: 2, maxLength: 2 },
      'both',
    ],
    [
      'values with a format',
      { ...texts('a'), format: 'hostname' },
      { ...texts('a', 'b'), format: 'hostname' },
      'backward',
    ],
    [
      'numbers with a format',
      { ...whole, enum: [1], format: 'int32' },
      { ...whole, enum: [1, 2], format: 'int32' },
      'backward',
    ],
    [
      'values as branches',
      texts('a', 'b'),
      {
        oneOf: [
          { const: 'a', title: 'A' },
          { const: 'b', title: 'B' },
        ],
      },
      'both',
    ],
    ['an open enum', { anyOf: [texts('a'), text] }, { anyOf: [texts('a', 'b'), text] }, 'both'],
    ['an enum opened', texts('a'), { anyOf: [texts('a'), text] }, 'backward'],
    [
      'an extensible enum',
      { ...text, 'x-extensible-enum': ['a'] },
      { ...text, 'x-extensible-enum': ['a', 'b'] },
      'both',
    ],
    [
      'names of values',
      { enum: [0, 1] },
      { enum: [0, 1], 'x-enum-varnames': ['NO', 'YES'], enumNames: ['no', 'yes'] },
      'both',
    ],
    ['an object as a value', { const: { a: 1, b: 2 } }, { enum: [{ b: 2, a: 1 }] }, 'both'],
    [
      'objects as values',
      { enum: [{ a: 1 }, { a: 2 }] },
      object({ a: whole }, ['a'], closed),
      'backward',
    ],
    ['no value at all', { enum: [] }, texts('a'), 'backward'],
  ]);
});

const card = object({ kind: { const: 'card' }, number: text }, ['kind', 'number']);
const cash = object({ kind: { const: 'cash' } }, ['kind']);
const cheque = object({ kind: { const: 'cheque' }, bank: text }, ['kind']);

describe('compareSchemas, of choices', () => {
  testChanges([
    ['branches in another order', { oneOf: [card, cash] }, { oneOf: [cash, card] }, 'both'],
    ['a branch more', { oneOf: [card, cash] }, { oneOf: [card, cash, cheque] }, 'backward'],
    ['oneOf as anyOf', { oneOf: [card, cash] }, { anyOf: [card, cash] }, 'both'],
    ['a choice of one', card, { oneOf: [card] }, 'both'],
    ['one that becomes a choice', card, { anyOf: [card, cash] }, 'backward'],
    [
      'a discriminator',
      { oneOf: [card, cash] },
      { oneOf: [card, cash], discriminator: { propertyName: 'kind' } },
      'both',
    ],
    [
      'a type beside a choice',
      { oneOf: [card, cash] },
      { type: 'object', oneOf: [card, cash] },
      'both',
    ],
    [
      'a field in front of a choice',
      { oneOf: [card, cash] },
      { ...object({ kind: text }, ['kind']), oneOf: [card, cash] },
      'both',
    ],
    [
      'a field of all branches in front of them',
      {
        oneOf: [
          { ...card, required: ['kind', 'number', 'id'] },
          { ...cash, required: ['kind', 'id'] },
        ],
      },
      { required: ['id'], oneOf: [card, cash] },
      'both',
    ],
    [
      'a field in a branch',
      { oneOf: [card, cash] },
      { oneOf: [card, object({ kind: { const: 'cash' }, note: text }, ['kind'])] },
      'both',
      'forward',
    ],
    [
      'a field asked for in a branch',
      { oneOf: [card, cheque] },
      { oneOf: [card, { ...cheque, required: ['kind', 'bank'] }] },
      'forward',
    ],
    [
      'a branch with two names',
      { oneOf: [card, cash] },
      { oneOf: [card, object({ kind: texts('cash', 'coins') }, ['kind'])] },
      'backward',
    ],
    [
      'a branch split by name',
      object({ kind: texts('a', 'b') }, ['kind']),
      {
        oneOf: [
          object({ kind: { const: 'a' } }, ['kind']),
          object({ kind: { const: 'b' } }, ['kind']),
        ],
      },
      'both',
    ],
    [
      'a name changed',
      { oneOf: [card, cash] },
      { oneOf: [card, object({ kind: { const: 'coins' } }, ['kind'])] },
      'none',
    ],
    [
      'branches of other types',
      { oneOf: [text, card] },
      { oneOf: [card, text, { type: 'null' }] },
      'backward',
    ],
    [
      'a choice within a choice',
      { anyOf: [card, { anyOf: [cash, cheque] }] },
      { anyOf: [card, cash, cheque] },
      'both',
    ],
    ['a branch that another one holds', { anyOf: [text, { ...text, maxLength: 5 }] }, text, 'both'],
    [
      'a choice of fields',
      object({ a: { oneOf: [text, whole] } }),
      object({ a: { type: ['string', 'integer'] } }),
      'both',
    ],
    [
      'numbers by their range',
      {
        oneOf: [
          { ...whole, minimum: 0 },
          { ...whole, maximum: -1 },
        ],
      },
      whole,
      'both',
    ],
    [
      'at least one of two fields',
      { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      { ...object({ a: text, b: text }), minProperties: 1 },
      'both',
      'backward',
    ],
    [
      'exactly one of two fields, then at least one',
      { ...object({ a: text, b: text }), oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      'backward',
    ],
    [
      'one of three fields instead of two',
      { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      {
        ...object({ a: text, b: text, c: text }),
        anyOf: [{ required: ['a'] }, { required: ['b'] }, { required: ['c'] }],
      },
      'backward',
      'none',
    ],
    ['what is refused twice', card, { not: { not: card } }, 'both'],
    [
      'all types but one',
      { not: { type: 'null' } },
      { type: ['boolean', 'number', 'string', 'array', 'object'] },
      'both',
    ],
    [
      'a value refused',
      texts('a', 'b', 'c'),
      { ...texts('a', 'b', 'c'), not: { const: 'c' } },
      'forward',
    ],
    [
      'a value refused that is none',
      texts('a', 'b'),
      { ...texts('a', 'b'), not: { const: 'c' } },
      'both',
    ],
  ]);
});

const base = object({ id: text }, ['id']);
const more = object({ note: text });

describe('compareSchemas, of sums and conditions', () => {
  testChanges([
    ['allOf in another order', { allOf: [base, more] }, { allOf: [more, base] }, 'both'],
    ['allOf merged', { allOf: [base, more] }, object({ id: text, note: text }, ['id']), 'both'],
    [
      'a base and what extends it',
      { allOf: [{ $ref: '#/$defs/base' }], ...more, $defs: { base } },
      { allOf: [base, more] },
      'both',
    ],
    [
      'allOf of one around a reference',
      { $ref: '#/$defs/base', $defs: { base } },
      { allOf: [{ $ref: '#/$defs/base' }], description: 'A base.', $defs: { base } },
      'both',
    ],
    [
      'a field more in a base',
      { allOf: [base, more], unevaluatedProperties: false },
      { allOf: [object({ id: text, at: text }, ['id']), more], unevaluatedProperties: false },
      'backward',
    ],
    [
      'a sum closed',
      { allOf: [base, more], unevaluatedProperties: false },
      object({ id: text, note: text }, ['id'], closed),
      'both',
    ],
    [
      'a condition dropped',
      { ...object({ a: text, b: text }), ...when({ required: ['a'] }, { required: ['b'] }) },
      object({ a: text, b: text }),
      'backward',
    ],
    [
      'a condition as dependentRequired',
      { ...object({ a: text, b: text }), ...when({ required: ['a'] }, { required: ['b'] }) },
      object({ a: text, b: text }, [], { dependentRequired: { a: ['b'] } }),
      'both',
    ],
    [
      'a condition as dependentSchemas',
      { ...object({ a: text, b: text }), ...when({ required: ['a'] }, { required: ['b'] }) },
      object({ a: text, b: text }, [], { dependentSchemas: { a: { required: ['b'] } } }),
      'both',
    ],
    [
      'dependencies as dependentRequired',
      { ...draft7, ...object({ a: text, b: text }), dependencies: { a: ['b'] } },
      object({ a: text, b: text }, [], { dependentRequired: { a: ['b'] } }),
      'both',
    ],
    [
      'dependentRequired',
      object({ a: text, b: text }),
      object({ a: text, b: text }, [], { dependentRequired: { a: ['b'] } }),
      'forward',
    ],
    [
      'dependentRequired that required meets',
      object({ a: text, b: text }, ['b']),
      object({ a: text, b: text }, ['b'], { dependentRequired: { a: ['b'] } }),
      'both',
    ],
    [
      'dependentRequired of a field that is not there',
      closedOrder,
      { ...closedOrder, dependentRequired: { a: ['b'] } },
      'both',
    ],
    [
      'a condition widened',
      {
        ...object({ kind: texts('a', 'b'), n: whole }, ['kind']),
        ...when(
          { properties: { kind: { const: 'a' } } },
          { required: ['n'], properties: { n: { maximum: 5 } } },
        ),
      },
      {
        ...object({ kind: texts('a', 'b'), n: whole }, ['kind']),
        ...when({ properties: { kind: { const: 'a' } } }, { properties: { n: { maximum: 9 } } }),
      },
      'backward',
    ],
    [
      'a condition for a new value',
      { ...object({ kind: texts('a'), n: whole }, ['kind']) },
      {
        ...object({ kind: texts('a', 'b'), n: whole }, ['kind']),
        ...when({ properties: { kind: { const: 'b' } } }, { required: ['n'] }),
      },
      'backward',
    ],
    [
      'a condition as a choice',
      {
        ...object({ kind: texts('a', 'b'), n: {} }, ['kind']),
        ...when(
          { properties: { kind: { const: 'a' } } },
          { properties: { n: text } },
          { properties: { n: whole } },
        ),
      },
      {
        oneOf: [
          object({ kind: { const: 'a' }, n: text }, ['kind']),
          object({ kind: { const: 'b' }, n: whole }, ['kind']),
        ],
      },
      'both',
    ],
    [
      'a definition renamed',
      { $ref: '#/$defs/a', $defs: { a: base } },
      { $ref: '#/$defs/b', $defs: { b: base } },
      'both',
    ],
    [
      'a definition moved',
      { $ref: '#/definitions/a', definitions: { a: base } },
      { $ref: '#/$defs/a', $defs: { a: base } },
      'both',
    ],
    [
      'a definition inlined',
      object({ a: { $ref: '#/$defs/a' } }, [], { $defs: { a: base } }),
      object({ a: base }),
      'both',
    ],
    ['a definition that nothing uses', base, { ...base, $defs: { a: { type: 'null' } } }, 'both'],
    [
      'a description beside a reference',
      object({ a: { $ref: '#/$defs/a' } }, [], { $defs: { a: base } }),
      object({ a: { $ref: '#/$defs/a', description: 'An a.' } }, [], { $defs: { a: base } }),
      'both',
    ],
    [
      'another $id',
      { ...base, $id: 'https://shop.example/order/1' },
      { ...base, $id: 'https://shop.example/order/2' },
      'both',
    ],
    ['draft-07 as 2020-12', { ...draft7, ...base }, base, 'both'],
    ['draft-04 as draft-07', { ...draft4, ...base }, { ...draft7, ...base }, 'both'],
    [
      'a field more in what contains itself',
      { $ref: '#/$defs/n', $defs: { n: object({ next: { $ref: '#/$defs/n' } }) } },
      { $ref: '#/$defs/n', $defs: { n: object({ next: { $ref: '#/$defs/n' }, note: text }) } },
      'both',
      'forward',
    ],
    [
      'what contains itself, opened once',
      object({ next: { $ref: '#' } }),
      object({ next: object({ next: { $ref: '#' } }) }),
      'both',
    ],
    [
      'a tree with a bound more',
      {
        $ref: '#/$defs/n',
        $defs: { n: object({ items: { type: 'array', items: { $ref: '#/$defs/n' } } }) },
      },
      {
        $ref: '#/$defs/n',
        $defs: {
          n: object({ items: { type: 'array', maxItems: 9, items: { $ref: '#/$defs/n' } } }),
        },
      },
      'forward',
    ],
    [
      'two that contain each other, renamed',
      {
        $ref: '#/$defs/a',
        $defs: { a: object({ b: { $ref: '#/$defs/b' } }), b: object({ a: { $ref: '#/$defs/a' } }) },
      },
      {
        $ref: '#/$defs/x',
        $defs: { x: object({ b: { $ref: '#/$defs/y' } }), y: object({ a: { $ref: '#/$defs/x' } }) },
      },
      'both',
    ],
    [
      'an unknown keyword that stays, beside a field more',
      object({ a: { ...text, sensitive: true } }),
      object({ a: { ...text, sensitive: true }, b: text }),
      'both',
      'forward',
    ],
    ['an unknown keyword', text, { ...text, sensitive: true }, 'forward'],
  ]);
});

const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
const tuple = (...prefixItems: object[]) => ({ type: 'array', prefixItems, items: false });

describe('compareSchemas, of lists and maps', () => {
  testChanges([
    ['elements said to be anything', { type: 'array' }, list({}), 'both'],
    ['elements widened', list(whole), list(number), 'backward'],
    ['a list that is not empty', list(text), list(text, { minItems: 1 }), 'forward'],
    ['a longer list', list(text, { maxItems: 5 }), list(text, { maxItems: 9 }), 'backward'],
    ['elements alike let through', list(text, { uniqueItems: true }), list(text), 'backward'],
    ['uniqueItems: false', list(text), list(text, { uniqueItems: false }), 'both'],
    [
      'a field more in elements',
      list(base),
      list(object({ id: text, note: text }, ['id'])),
      'both',
      'forward',
    ],
    ['one or a list', text, { anyOf: [text, list(text)] }, 'backward'],
    ['an element more in a tuple', tuple(text), tuple(text, whole), 'backward'],
    [
      'an element more in a full tuple',
      { ...tuple(text), minItems: 1 },
      { ...tuple(text, whole), minItems: 2 },
      'none',
    ],
    ['a tuple as a list', tuple(text, text), list(text, { maxItems: 2 }), 'both'],
    [
      'a tuple of draft-07',
      { ...draft7, type: 'array', items: [text], additionalItems: false },
      tuple(text),
      'both',
    ],
    [
      'an open tuple as it was',
      { ...draft7, type: 'array', items: [text] },
      { type: 'array', prefixItems: [text] },
      'both',
    ],
    ['an element of a kind', list(text), list(text, { contains: { const: 'a' } }), 'forward'],
    [
      'an element of a wider kind',
      list(text, { contains: { const: 'a' } }),
      list(text, { contains: { enum: ['a', 'b'] } }),
      'backward',
    ],
    ['an element of any kind', list(text, { minItems: 1 }), list(text, { contains: {} }), 'both'],
    [
      'fewer of a kind',
      { type: 'array', contains: whole, minContains: 2 },
      { type: 'array', contains: whole },
      'backward',
    ],
    [
      'more of a kind',
      { type: 'array', contains: whole, maxContains: 2 },
      { type: 'array', contains: whole, maxContains: 3 },
      'backward',
    ],
    [
      'minContains: 0',
      { type: 'array' },
      { type: 'array', contains: whole, minContains: 0 },
      'both',
    ],
    [
      'unevaluatedItems for items',
      { type: 'array', prefixItems: [text], unevaluatedItems: false },
      tuple(text),
      'both',
    ],
    [
      'values of a map widened',
      { type: 'object', additionalProperties: whole },
      { type: 'object', additionalProperties: number },
      'backward',
    ],
    [
      'a map as patterns',
      { type: 'object', additionalProperties: text },
      { type: 'object', patternProperties: { '': text } },
      'both',
    ],
    [
      'names of a map',
      { type: 'object', additionalProperties: text },
      { type: 'object', additionalProperties: text, propertyNames: { pattern: '^[a-z]+$' } },
      'forward',
    ],
    [
      'names of a map in other words',
      { type: 'object', additionalProperties: text, propertyNames: { pattern: '^[a-z]+$' } },
      { type: 'object', patternProperties: { '^[a-z]+$': text }, additionalProperties: false },
      'both',
    ],
    [
      'listed names of a map',
      { type: 'object', additionalProperties: whole, propertyNames: { enum: ['a', 'b'] } },
      object({ a: whole, b: whole }, [], closed),
      'both',
    ],
    [
      'a listed name more',
      { type: 'object', additionalProperties: whole, propertyNames: { enum: ['a'] } },
      { type: 'object', additionalProperties: whole, propertyNames: { enum: ['a', 'b'] } },
      'backward',
    ],
    [
      'a field as a pattern',
      object({ a: text }),
      { type: 'object', patternProperties: { '^a$': text } },
      'both',
    ],
    [
      'a pattern of names less',
      {
        type: 'object',
        patternProperties: { '^x-': text, '^y-': whole },
        additionalProperties: false,
      },
      { type: 'object', patternProperties: { '^x-': text }, additionalProperties: whole },
      'backward',
    ],
    [
      'a pattern of names made wider',
      { type: 'object', patternProperties: { '^x-a': text }, additionalProperties: false },
      { type: 'object', patternProperties: { '^x-': text }, additionalProperties: false },
      'backward',
    ],
    [
      'a pattern with \\p, beside a field more',
      object({ a: text }, [], { patternProperties: { '^\\p{Lu}': text } }),
      object({ a: text, b: text }, [], { patternProperties: { '^\\p{Lu}': text } }),
      'both',
      'forward',
    ],
    [
      'a map with a field',
      { type: 'object', additionalProperties: text },
      object({ a: text }, [], { additionalProperties: text }),
      'both',
    ],
    [
      'a map with a field that is asked for',
      { type: 'object', additionalProperties: text },
      object({ a: text }, ['a'], { additionalProperties: text }),
      'forward',
    ],
  ]);
});

const line = z.object({ sku: z.string().min(1), quantity: z.int().positive() });
const placed = z.object({ id: z.uuid(), lines: z.array(line).min(1), note: z.string().optional() });
const of = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' });
const output = (schema: z.ZodType) => z.toJSONSchema(schema);
const byKind = <T extends string>(kind: T) =>
  z.object({ kind: z.literal(kind), at: z.iso.datetime() });

describe('compareSchemas, of what zod emits', () => {
  testChanges([
    ['the input and the output of an object', of(placed), output(placed), 'both', 'forward'],
    [
      'an optional field more',
      of(placed),
      of(placed.extend({ gift: z.boolean().optional() })),
      'both',
      'forward',
    ],
    [
      'an optional field more in the output',
      output(placed),
      output(placed.extend({ gift: z.boolean().optional() })),
      'backward',
    ],
    [
      'a field more with a default',
      of(placed),
      of(placed.extend({ gift: z.boolean().default(false) })),
      'both',
      'forward',
    ],
    ['a field made optional', of(placed), of(placed.partial({ lines: true })), 'backward'],
    [
      'a field that may be null',
      of(placed),
      of(placed.extend({ note: z.string().nullish() })),
      'backward',
    ],
    [
      'a longer text',
      of(z.object({ a: z.string().max(5) })),
      of(z.object({ a: z.string().max(9) })),
      'backward',
    ],
    [
      'a text as an email',
      of(z.object({ a: z.string() })),
      of(z.object({ a: z.email() })),
      'forward',
    ],
    [
      'an email with a length less',
      of(z.object({ a: z.email().max(99) })),
      of(z.object({ a: z.email() })),
      'backward',
    ],
    [
      'numbers as whole ones',
      of(z.object({ a: z.number() })),
      of(z.object({ a: z.int() })),
      'forward',
    ],
    [
      'whole numbers from 1 as from 0',
      of(z.object({ a: z.int().positive() })),
      of(z.object({ a: z.int().nonnegative() })),
      'backward',
    ],
    ['a strict object', of(line), of(line.strict()), 'both', 'forward'],
    [
      'an enum as literals',
      of(z.enum(['a', 'b'])),
      of(z.union([z.literal('a'), z.literal('b')])),
      'both',
    ],
    ['a literal of many as an enum', of(z.literal(['a', 'b'])), of(z.enum(['b', 'a'])), 'both'],
    [
      'an option more',
      of(z.discriminatedUnion('kind', [byKind('a'), byKind('b')])),
      of(z.discriminatedUnion('kind', [byKind('a'), byKind('b'), byKind('c')])),
      'backward',
    ],
    [
      'a union as a discriminated one',
      of(z.union([byKind('a'), byKind('b')])),
      of(z.discriminatedUnion('kind', [byKind('a'), byKind('b')])),
      'both',
    ],
    [
      'an intersection as an object',
      of(z.intersection(line, z.object({ note: z.string() }))),
      of(line.extend({ note: z.string() })),
      'both',
    ],
    [
      'an option more in a record of listed names',
      of(z.record(z.enum(['a']), z.number())),
      of(z.partialRecord(z.enum(['a', 'b']), z.number())),
      'backward',
    ],
    [
      'a record as an object',
      of(z.record(z.enum(['a', 'b']), z.number())),
      output(z.strictObject({ a: z.number(), b: z.number() })),
      'both',
    ],
    [
      'a tuple with a rest',
      of(z.tuple([z.string()])),
      of(z.tuple([z.string()], z.number())),
      'backward',
    ],
    [
      'nullable in other words',
      of(z.string().nullable()),
      of(z.union([z.null(), z.string()])),
      'both',
    ],
    ['anything as unknown', of(z.any()), of(z.unknown()), 'both'],
    ['draft-07 as 2020-12', z.toJSONSchema(placed, { target: 'draft-7' }), output(placed), 'both'],
    ['draft-04 as 2020-12', z.toJSONSchema(placed, { target: 'draft-4' }), output(placed), 'both'],
    [
      'definitions instead of what repeats',
      z.toJSONSchema(z.object({ a: line, b: line }), { reused: 'ref' }),
      z.toJSONSchema(z.object({ a: line, b: line }), { reused: 'inline' }),
      'both',
    ],
  ]);
});

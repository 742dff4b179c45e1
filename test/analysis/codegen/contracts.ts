import type { ContractDescription } from '../../../lib/core/contracts';
import type { JsonObject } from '../../../lib/core/schemas';

/** What is generated from, and read and written again in each language. */

const contract = (
  eventType: string,
  schema: JsonObject | undefined,
  ...examples: JsonObject[]
): ContractDescription => ({
  ...{ source: 'shop.checkout', eventType, owner: 'checkout', examples },
  ...{ compatibility: 'FULL_TRANSITIVE', policy: 'lenient', ...(schema && { schema }) },
});

const text = { type: 'string' };

/** What most events are like: nested, with lists, options, cases, a map, `$defs` of 2020-12. */
export const orderPlaced = contract(
  'order.placed.v1',
  {
    type: 'object',
    required: ['orderId', 'placedAt', 'total', 'lines', 'coupon'],
    properties: {
      orderId: { ...text, minLength: 1, description: 'A number */ """ \\u002a/ of ours.' },
      placedAt: { ...text, format: 'date-time' },
      deliverOn: { ...text, format: 'date' },
      total: { type: 'number', minimum: 0 },
      paid: { type: 'boolean', default: false },
      status: { enum: ['open', 'paid', 'to-pay', 'to pay', ''] },
      coupon: { type: ['string', 'null'] },
      gift: { const: true },
      shipTo: { $ref: '#/$defs/Address' },
      billTo: { anyOf: [{ $ref: '#/$defs/Address' }, { type: 'null' }] },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          required: ['sku', 'quantity'],
          properties: { sku: text, quantity: { type: 'integer', minimum: 1 } },
        },
      },
      labels: { type: 'object', additionalProperties: text },
      position: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] },
    },
    $defs: {
      Address: {
        type: 'object',
        required: ['country'],
        properties: { country: { ...text, pattern: '^[A-Z]{2}$' }, street: text },
      },
    },
  },
  {
    ...{ orderId: 'A-1', placedAt: '2026-01-31T09:30:00.5+01:00', deliverOn: '2026-02-03' },
    ...{ total: 12.5, paid: false, status: 'to-pay', coupon: null, gift: true },
    shipTo: { country: 'US', street: 'Main St' },
    lines: [{ sku: 'x', quantity: 3 }],
    ...{ labels: { ' a b': 'c', class: 'd' }, position: [1.5, -3] },
  },
  {
    ...{ orderId: '…\n"\\', placedAt: '2026-01-31T09:30:00Z', total: 3, coupon: 'X' },
    ...{ status: '', lines: [], billTo: { country: 'FR' } },
  },
);

/** A nested type of the same name as in the one before, with other fields. */
export const orderCancelled = contract(
  'order.cancelled.v2',
  {
    type: 'object',
    properties: {
      lines: { type: 'array', items: { type: 'object', properties: { reason: text } } },
    },
  },
  { lines: [{ reason: 'too late' }, {}] },
);

/** Names that mean something in a language, that none allows, and that look alike in some. */
const hostile = [
  ...['class', 'default', 'import', 'from', 'None', 'self', 'lambda', 'int', 'str', 'float'],
  ...['list', 'dict', 'obj', 'result', 'cast', 'isinstance', 'from_str', 'from_union'],
  ...['to_dict', 'from_dict', 'Any', 'Enum', 'type', 'object', 'print', 'public', 'static'],
  ...['new', 'hashCode', 'getClass', 'toString', 'constructor', 'hasOwnProperty', 'prototype'],
  ...['x y', 'x-y', 'x_y', 'xY', 'XY', '1st', '$', '${a}', '"', '\\', "'", 'a\nb', '%s'],
  ...['été', '日本', '😀', '\u2028', 'data', 'id', 'Converter', 'Convert', 'json'],
];

export const hostileNames = contract(
  'hostile.names.v1',
  {
    type: 'object',
    properties: Object.fromEntries(
      hostile.map((name, at) => [name, at % 2 === 0 ? text : { type: 'integer' }]),
    ),
    required: hostile.slice(0, 20),
  },
  Object.fromEntries(hostile.map((name, at) => [name, at % 2 === 0 ? `${at}` : at])),
);

/** Types that are called as those of the languages are, or as what is generated. */
const types = [
  ...['object', 'string', 'map', 'list', 'date', 'set', 'any', 'error', 'enum', 'convert'],
  ...['type', 'override', 'converter', 'optional', 'typing', '日本', 'EventType', 'record'],
];

export const hostileTypes = contract(
  'hostile.types.v1',
  {
    type: 'object',
    properties: Object.fromEntries(
      types.map((name) => [name, { type: 'object', properties: { [`${name}Of`]: text } }]),
    ),
  },
  Object.fromEntries(types.map((name) => [name, { [`${name}Of`]: 'x' }])),
);

/** Types that hold themselves, choices, conditions, in draft-07. */
export const tree = contract(
  'tree.grown.v1',
  {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $ref: '#/definitions/node',
    definitions: {
      node: {
        type: 'object',
        required: ['name'],
        properties: {
          name: text,
          children: { type: 'array', items: { $ref: '#/definitions/node' } },
          value: { oneOf: [{ type: 'number' }, text, { type: 'array', items: text }] },
          payment: {
            oneOf: [
              {
                type: 'object',
                required: ['kind', 'number'],
                properties: { kind: { const: 'card' }, number: text },
              },
              {
                type: 'object',
                required: ['kind'],
                properties: { kind: { const: 'cash' }, currency: { enum: ['EUR', 'USD', null] } },
              },
            ],
          },
          grade: { enum: [1, 2, 3] },
          pair: { type: 'array', items: [text, { type: 'integer' }], additionalItems: false },
        },
        if: { properties: { name: { const: 'root' } } },
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        then: { properties: { depth: { type: 'integer' } }, required: ['depth'] },
      },
    },
  },
  {
    ...{ name: 'root', depth: 2, grade: 2, pair: ['a', 1] },
    children: [
      { name: 'a', value: 1.5, payment: { kind: 'card', number: '4711' } },
      { name: 'b', value: 'x', children: [{ name: 'c', value: ['p', 'q'], children: [] }] },
      { name: 'd', payment: { kind: 'cash', currency: 'EUR' } },
    ],
  },
);

/** What `allOf` puts together, what is free, and what is closed. */
export const parcel = contract(
  'parcel.sent.v3',
  {
    type: 'object',
    allOf: [
      { $ref: '#/$defs/base' },
      { properties: { weight: { type: 'number' } } },
      { anyOf: [{ required: ['weight'] }, { required: ['note'] }] },
    ],
    properties: {
      extra: { type: 'object' },
      anything: true,
      nothing: false,
      zones: { type: 'object', patternProperties: { '^z': { type: 'integer' } } },
      fixed: { const: { a: [1, 'b'], c: null } },
      state: { anyOf: [{ enum: ['new', 'gone'] }, text] },
      sealed: { type: 'object', properties: { by: text }, additionalProperties: false },
      open: { type: 'object', properties: { by: text }, additionalProperties: { type: 'number' } },
    },
    unevaluatedProperties: false,
    $defs: { base: { type: 'object', required: ['id'], properties: { id: text, note: text } } },
  },
  {
    ...{ id: '1', weight: 2, extra: { deep: [{ x: 1 }, null] }, anything: [1, 'a'] },
    ...{ zones: { z1: 1, z2: 2 }, fixed: { a: [1, 'b'], c: null }, state: 'lost' },
    ...{ sealed: { by: 'me' }, open: { by: 'you' } },
  },
  { id: '2', note: 'n', anything: 'text' },
);

/** Lists of lists, maps of lists, elements that may be null, choices among everything. */
export const shapes = contract(
  'shapes.drawn.v1',
  {
    type: 'object',
    required: ['grid', 'choice'],
    properties: {
      grid: { type: 'array', items: { type: 'array', items: { type: ['integer', 'null'] } } },
      byDay: {
        type: 'object',
        additionalProperties: {
          type: 'array',
          items: { type: 'object', properties: { open: { type: 'boolean' } } },
        },
      },
      marks: { type: 'array', items: { enum: ['x', 'o', null] } },
      choice: {
        anyOf: [
          ...[{ type: 'boolean' }, { type: 'number' }, text, { type: 'null' }],
          { type: 'array', items: { anyOf: [text, { $ref: '#/$defs/point' }] } },
          { $ref: '#/$defs/point' },
        ],
      },
      choices: { type: 'array', items: { $ref: '#/properties/choice' } },
      amounts: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
    },
    $defs: {
      point: {
        type: 'object',
        required: ['x', 'y'],
        properties: { x: { type: 'number' }, y: { type: 'number' } },
        additionalProperties: false,
      },
    },
  },
  {
    ...{ grid: [[1, null], [], [9_007_199_254_740_991]], choice: { x: 1.5, y: -2 } },
    ...{ byDay: { Monday: [{ open: true }, {}], '': [] }, marks: ['x', null, 'o'] },
    choices: [true, 1.25, 7, 'text', null, [], ['a', { x: 0.5, y: 1 }], { x: 1, y: 2 }],
    amounts: { a: 1.5, b: null },
  },
  { grid: [], choice: null },
);

/** Data that is no object. */
export const list = contract(
  'list.sent.v1',
  { type: 'array', items: { type: 'object', properties: { id: text } } },
  [{ id: 'a' }, {}] as never,
);

/** Its data is described nowhere. */
export const undescribed = contract('undescribed.v1', undefined, { a: 1, b: ['c'] });

export const contracts = [
  ...[
    orderPlaced,
    orderCancelled,
    hostileNames,
    hostileTypes,
    tree,
    parcel,
    shapes,
    list,
    undescribed,
  ],
];

/** Each example, with the event that holds it. */
export const examples = contracts.flatMap(({ source, eventType, examples: data }) =>
  data.map((one, at) => ({
    name: `${eventType}, example ${at + 1}`,
    eventType,
    data: one,
    event: {
      ...{ specversion: '1.0', id: `${at}`, source, type: eventType, data: one },
      ...(at === 0 && { time: '2026-01-31T09:30:00Z', partitionkey: 'A-1' }),
    },
  })),
);

import { SchemaError } from '../../../../lib/core/schemas';
import { type EventFormat, emitEvent } from '../../../../lib/core/schemas/emit';
import { awsEvent, judgeOf } from './judges';

const event = { source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' };
const draft4 = { $schema: 'http://json-schema.org/draft-04/schema#' };
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };

/** What becomes of a schema. */
function lowered(schema: object, format: EventFormat = 'OpenApi3') {
  const document = JSON.parse(emitEvent({ ...event, schema }, format));
  return (document.components?.schemas ?? document.definitions).OrderPlacedV1Data;
}

describe('emitEvent', () => {
  const order = {
    ...event,
    summary: 'A customer bought something.',
    schema: {
      title: 'Order',
      type: 'object',
      required: ['total', 'orderId'],
      properties: {
        orderId: { type: 'string', description: 'Given by the shop.' },
        total: { type: 'number', exclusiveMinimum: 0 },
        lines: { type: 'array', items: { $ref: '#/$defs/order-line' } },
      },
      $defs: { 'order-line': { type: 'object', properties: { sku: { type: 'string' } } } },
    },
    examples: [{ orderId: '1', total: 2 }],
  };
  const text = { type: 'string' };
  const some = (description: string) => ({ type: 'string', minLength: 1, description });
  const time = { type: 'string', format: 'date-time' };
  const cloudEvent = (data: string) => ({
    type: 'object',
    description: 'A customer bought something.',
    required: ['data', 'id', 'source', 'specversion', 'type'],
    properties: {
      specversion: { type: 'string', enum: ['1.0'], description: 'Version of CloudEvents.' },
      id: some('Names the event within its source.'),
      source: { type: 'string', enum: ['shop.checkout'], description: 'Who emits it.' },
      type: { type: 'string', enum: ['order.placed.v1'], description: 'What happened.' },
      time: { ...time, description: 'When it happened: an RFC 3339 time with an offset.' },
      subject: some('What it is about, within its source.'),
      datacontenttype: some('Media type of the data; without it the data is JSON.'),
      dataschema: { ...some('URI of the schema of the data.'), format: 'uri' },
      partitionkey: {
        ...text,
        description: 'Events of one key keep their order where the channel keeps one.',
      },
      traceparent: { ...text, description: 'Trace context of the producer.' },
      data: { $ref: data },
    },
  });
  const envelope = (detail: string) => ({
    type: 'object',
    required: [
      'account',
      'detail',
      'detail-type',
      'id',
      'region',
      'resources',
      'source',
      'time',
      'version',
    ],
    'x-amazon-events-source': 'shop.checkout',
    'x-amazon-events-detail-type': 'order.placed.v1',
    properties: {
      account: text,
      detail: { $ref: detail },
      'detail-type': text,
      id: text,
      region: text,
      resources: { type: 'array', items: text },
      source: text,
      time,
      version: text,
    },
  });
  const data = (line: string) => ({
    title: 'Order',
    type: 'object',
    required: ['orderId', 'total'],
    properties: {
      orderId: { type: 'string', description: 'Given by the shop.' },
      total: { type: 'number', minimum: 0, exclusiveMinimum: true },
      lines: { type: 'array', items: { $ref: line } },
    },
  });

  it('wraps the CloudEvent as AWSEvent, from which code bindings are made', () => {
    const home = '#/components/schemas';
    expect(JSON.parse(emitEvent(order, 'OpenApi3'))).toEqual({
      openapi: '3.0.0',
      info: {
        title: 'OrderPlacedV1',
        version: '1.0.0',
        description: 'A customer bought something.',
        contact: { name: 'checkout' },
      },
      paths: {},
      components: {
        schemas: {
          AWSEvent: envelope(`${home}/OrderPlacedV1`),
          OrderPlacedV1: cloudEvent(`${home}/OrderPlacedV1Data`),
          OrderPlacedV1Data: {
            ...data(`${home}/OrderLine`),
            example: { orderId: '1', total: 2 },
          },
          OrderLine: { type: 'object', properties: { sku: text } },
        },
      },
    });
  });

  it('is the envelope itself in draft-04', () => {
    const home = '#/definitions';
    expect(JSON.parse(emitEvent(order, 'JSONSchemaDraft4'))).toEqual({
      $schema: 'http://json-schema.org/draft-04/schema#',
      title: 'OrderPlacedV1',
      ...envelope(`${home}/OrderPlacedV1`),
      definitions: {
        OrderPlacedV1: cloudEvent(`${home}/OrderPlacedV1Data`),
        OrderPlacedV1Data: data(`${home}/OrderLine`),
        OrderLine: { type: 'object', properties: { sku: text } },
      },
    });
  });

  it('sorts the members and has no space, so that the same contract gives the same bytes', () => {
    const bare = { ...event, schema: { type: 'object' } };
    expect(emitEvent(bare, 'OpenApi3')).toMatch(
      /^\{"components":\{"schemas":\{"AWSEvent":\{"properties":\{"account":\{"type":"string"\},"detail":/,
    );
  });

  it('names classes alike in whatever order their references stand', () => {
    const $defs = { line: { title: 'one' }, Line: { title: 'two' } };
    const one = { a: { $ref: '#/$defs/line' }, b: { $ref: '#/$defs/Line' } };
    const other = { b: one.b, a: one.a };
    const texts = [one, other].map((properties) =>
      emitEvent({ ...event, schema: { properties, $defs } }, 'OpenApi3'),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  it('takes the event that is published, and refuses another type or none', () => {
    const takes = judgeOf(emitEvent(order, 'OpenApi3'), 'OpenApi3');
    expect(takes({ orderId: '1', total: 2 })).toBe(true);
    expect(takes({ orderId: '1', total: 0 })).toBe(false);
    expect(awsEvent({})).toHaveProperty('detail.type', 'order.placed.v1');
  });

  test.each([
    ['const', { const: 'a' }, { enum: ['a'] }],
    ['a type and null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    ['null alone', { type: 'null' }, { enum: [null] }],
    [
      'several types',
      { type: ['string', 'array', 'null'], minLength: 1 },
      {
        anyOf: [
          { type: 'string', nullable: true },
          { type: 'array', items: {} },
        ],
        minLength: 1,
      },
    ],
    [
      'a branch that is null',
      { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] },
      { type: 'string', enum: ['a', null], nullable: true },
    ],
    [
      'null beside a reference',
      { anyOf: [{ $ref: '#/$defs/a' }, { type: 'null' }], $defs: { a: {} } },
      { anyOf: [{ $ref: '#/components/schemas/A' }, { enum: [null] }] },
    ],
    [
      'two references, which stay a choice',
      { oneOf: [{ $ref: '#/$defs/a' }, { type: 'null' }, {}], $defs: { a: {} } },
      { oneOf: [{ $ref: '#/components/schemas/A' }, { enum: [null] }, {}] },
    ],
    ['an exclusive bound', { exclusiveMaximum: 9 }, { maximum: 9, exclusiveMaximum: true }],
    [
      'an exclusive bound of integers',
      { type: 'integer', exclusiveMinimum: 0 },
      { type: 'integer', minimum: 1 },
    ],
    [
      'a closed tuple',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false },
      { type: 'array', maxItems: 2, items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
    ],
    [
      'an open tuple',
      { type: 'array', prefixItems: [{ type: 'string' }] },
      { type: 'array', items: {} },
    ],
    [
      'a tuple of draft-07',
      { ...draft7, items: [{ type: 'string' }], additionalItems: { type: 'number' } },
      { items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
    ],
    [
      'a map by pattern',
      {
        type: 'object',
        patternProperties: { '^a': { type: 'string' } },
        additionalProperties: false,
      },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    [
      'a map by pattern beside other properties',
      { patternProperties: { '^a': { type: 'string' } }, additionalProperties: { type: 'null' } },
      { additionalProperties: { anyOf: [{ type: 'string' }, { enum: [null] }] } },
    ],
    ['a map by pattern, else free', { patternProperties: { '^a': { type: 'string' } } }, {}],
    ['examples', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
    [
      'what is said beside a reference',
      { $ref: '#/$defs/a', description: 'why', $defs: { a: {} } },
      { allOf: [{ $ref: '#/components/schemas/A' }], description: 'why' },
    ],
    ['what has no words, let through', { if: {}, else: false, contains: {} }, {}],
    [
      'not, of what is lost below it',
      { not: { required: ['a'], patternProperties: { a: { type: 'string' } } } },
      {},
    ],
    ['not, of what is said in full', { not: { required: ['a'] } }, { not: { required: ['a'] } }],
    [
      'oneOf, of what is lost in a definition',
      { oneOf: [{ $ref: '#/$defs/a' }, {}], $defs: { a: { contains: {} } } },
      { anyOf: [{ $ref: '#/components/schemas/A' }, {}] },
    ],
    [
      'a branch that judges null itself',
      { anyOf: [{ type: 'string', not: { type: 'null' } }, { type: 'null' }] },
      { anyOf: [{ type: 'string', not: { enum: [null] } }, { enum: [null] }] },
    ],
    [
      'null twice, which one alone refuses',
      { oneOf: [{ type: ['string', 'null'] }, { type: 'null' }] },
      { oneOf: [{ type: 'string', nullable: true }, { enum: [null] }] },
    ],
    ['not, of what OpenAPI widens', { not: { type: 'string', nullable: true } }, {}],
    ['not, of what the draft ignores', { ...draft4, not: { const: 1 } }, {}],
    ['not, of a tuple', { ...draft7, not: { items: [{ type: 'string' }] } }, {}],
    [
      'a reference of draft-07, beside which all is ignored',
      {
        ...draft7,
        properties: { a: { $ref: '#/definitions/a', minLength: 2 } },
        definitions: { a: {} },
      },
      { properties: { a: { $ref: '#/components/schemas/A' } } },
    ],
    ['a reference to nowhere', { $ref: 'https://example.com/order.json' }, {}],
    [
      'a reference to the whole',
      { properties: { a: { $ref: '#' } } },
      { properties: { a: { $ref: '#/components/schemas/OrderPlacedV1Data' } } },
    ],
    [
      'true and false',
      { properties: { a: true, b: false } },
      { properties: { a: {}, b: { not: {} } } },
    ],
  ])('says in OpenAPI 3.0: %s', (_, schema, expected) => {
    expect(lowered(schema)).toEqual(expected);
  });

  test.each([
    ['null', { type: ['string', 'null'] }, { type: ['string', 'null'] }],
    [
      'a tuple',
      { prefixItems: [{ type: 'string' }], items: false },
      { items: [{ type: 'string' }], additionalItems: false },
    ],
    [
      'patterns of names',
      { patternProperties: { '^a': {} }, additionalProperties: false },
      { patternProperties: { '^a': {} }, additionalProperties: false },
    ],
    [
      'what depends on a property',
      { dependentRequired: { a: ['b'] } },
      { dependencies: { a: ['b'] } },
    ],
    [
      'formats, titles, defaults and extensions',
      {
        type: 'string',
        format: 'date',
        title: 'Day',
        default: 'today',
        'x-pii': true,
        $comment: 'no',
      },
      { type: 'string', format: 'date', title: 'Day', default: 'today', 'x-pii': true },
    ],
    ['integers', { type: 'integer', const: 1 }, { type: 'integer', enum: [1] }],
  ])('says in draft-04: %s', (_, schema, expected) => {
    expect(lowered(schema, 'JSONSchemaDraft4')).toEqual(expected);
  });

  test.each([
    ['a class of AWS', { a: {}, AWSEvent: {} }, ['A', 'AWSEvent2']],
    ['two that differ in case', { line: {}, Line: {} }, ['Line', 'Line2']],
    ['one without a letter in front', { '1st': {}, __: {} }, ['Type1st', 'Type']],
  ])('gives each definition a class of its own beside %s', (_, $defs, expected) => {
    const allOf = Object.keys($defs).map((name) => ({ $ref: `#/$defs/${name}` }));
    const document = JSON.parse(emitEvent({ ...event, schema: { allOf, $defs } }, 'OpenApi3'));
    const own = ['AWSEvent', 'OrderPlacedV1', 'OrderPlacedV1Data'];
    const names = Object.keys(document.components.schemas).filter((name) => !own.includes(name));
    expect(names.sort()).toEqual([...expected].sort());
  });

  test.each([
    ['a type that is none', { type: 'text' }, 'Schema, /type: "text" is no valid value'],
    ['a list as items in 2020-12', { items: [{}] }, 'Schema, /items: a list is no valid value'],
    ['a number as a schema', { properties: { a: 1 } }, 'Schema, /properties/a: 1 is no schema'],
    ['a draft that nobody reads', { $schema: 'urn:x' }, 'names no draft of JSON Schema'],
  ])('refuses %s', (_, schema, message) => {
    expect(() => lowered(schema)).toThrow(SchemaError);
    expect(() => lowered(schema)).toThrow(message);
  });
});

import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { eventModels } from '../../../lib/constructs/producers/event-models';
import { lowerForApiGateway } from '../../../lib/core/schemas';

const modelsOf = (schema: object) =>
  eventModels('shop.checkout', 'order.placed.v1', lowerForApiGateway(schema).schema);

const takes = (model: object) => {
  const check = new AjvDraft04({ strict: false }).compile(model);
  return (body: unknown): boolean => check(body) === true;
};

const event = {
  specversion: '1.0',
  id: 'o-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  data: { total: 1 },
};

const order = {
  type: 'object',
  required: ['total'],
  properties: { total: { type: 'number' }, rest: { $ref: '#/$defs/rest' } },
  $defs: { rest: { type: 'array', items: { type: 'string' } } },
};

describe('eventModels', () => {
  const { data, event: model, batch } = modelsOf(order);

  test.each<[string, object]>([
    ['an event', {}],
    ['attributes of every kind', { subject: 'a', n: 1, b: true, c: 'd', time: null }],
    ['data as its schema says', { data: { total: 2, rest: ['a'] } }],
    ['binary data that is unset', { data_base64: null }],
  ])('take %s', (_name, members) => {
    expect(takes(model)({ ...event, ...members })).toBe(true);
    expect(takes(batch)([{ ...event, ...members }])).toBe(true);
  });

  test.each<[string, object]>([
    ['another type', { type: 'order.paid.v1' }],
    ['another source', { source: 'shop' }],
    ['another version', { specversion: '0.3' }],
    ['an empty id', { id: '' }],
    ['an id that is no text', { id: 1 }],
    ['no data', { data: undefined }],
    ['data that breaks its schema', { data: { total: '1' } }],
    ['data that breaks a definition of it', { data: { total: 1, rest: [1] } }],
    ['binary data', { data_base64: 'AA==' }],
    ['an attribute that is an object', { partitionkey: {} }],
    ['a time that is no text', { time: 1 }],
  ])('refuse %s', (_name, members) => {
    const body = JSON.parse(JSON.stringify({ ...event, ...members }));
    expect(takes(model)(body)).toBe(false);
    expect(takes(batch)([event, body])).toBe(false);
  });

  test.each([
    ['no event', []],
    ['11 events', Array(11).fill(event)],
    ['an event', event],
  ])('refuse %s as a batch', (_name, body) => {
    expect(takes(batch)(body)).toBe(false);
  });

  it('check each attribute that the specification names', () => {
    expect(Object.keys(model['properties'] as object).sort()).toEqual([
      ...['data', 'data_base64', 'datacontenttype', 'dataschema', 'id', 'source'],
      ...['specversion', 'subject', 'time', 'type'],
    ]);
    expect(model['required']).toEqual(['specversion', 'id', 'source', 'type', 'data']);
  });

  it('refuse of each content type what belongs to another', () => {
    expect(takes(data)(event)).toBe(false);
    expect(takes(model)(event.data)).toBe(false);
    expect(takes(model)([event])).toBe(false);
  });

  it('find a schema again that leads back to itself, beside a definition of that name', () => {
    const tree = {
      type: 'object',
      required: ['name'],
      properties: { name: { $ref: '#/$defs/data' }, inner: { $ref: '#' }, enum: { $ref: '#' } },
      $defs: { data: { type: 'string', enum: ['a', 'b'] } },
    };
    const models = modelsOf(tree);
    for (const [inner, fine] of [
      [{ name: 'b' }, true],
      [{ name: 'c' }, false],
      [{ name: 'a', inner: { name: 1 } }, false],
      [{ name: 'a', enum: { name: 1 } }, false],
    ] as const) {
      const body = { ...event, data: { name: 'a', inner } };
      expect([inner, takes(models.event)(body)]).toEqual([inner, fine]);
      expect([inner, takes(models.batch)([body])]).toEqual([inner, fine]);
    }
  });

  it('take for every data what the model of the data alone takes', () => {
    const members = fc.record(
      { total: fc.jsonValue(), rest: fc.oneof(fc.array(fc.string()), fc.jsonValue()) },
      { requiredKeys: [] },
    );
    const [alone, within] = [takes(data), takes(model)];
    fc.assert(
      fc.property(fc.oneof(members, fc.jsonValue()), (value) => {
        expect(within({ ...event, data: value })).toBe(alone(value));
      }),
    );
  });
});

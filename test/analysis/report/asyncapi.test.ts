import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { DeclaredContract } from '../../../lib/analysis/assembly';
import { type Catalogue, readCatalogue } from '../../../lib/analysis/catalogue';
import { toAsyncApi } from '../../../lib/analysis/report';
import type { JsonObject } from '../../../lib/core/schemas';
import {
  arnOf,
  assemblyOf,
  bus,
  cancelled,
  fromCheckout,
  may,
  mayPut,
  onlyTypes,
  placed,
  role,
  rule,
} from '../catalogue/shop';

const published = require('@asyncapi/specs/schemas/3.1.0-without-$id.json');

const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateSchema: false }));
const isAsyncApi = ajv.compile(published);

/** What the published schema of AsyncAPI says against a document. */
function problemsOf(document: unknown): unknown[] {
  isAsyncApi(document);
  return (isAsyncApi.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const part = { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] };

const schema = {
  $id: 'https://shop.example/order',
  $defs: { part, list: { type: 'array', items: { $ref: '#/$defs/part' } } },
  type: 'object',
  properties: {
    orderId: { type: 'string' },
    lines: { $ref: '#/$defs/list' },
    first: { $ref: 'order#/$defs/part' },
    $ref: { type: 'string' },
    next: { $ref: '#' },
  },
  required: ['orderId'],
} as const;

const data = { orderId: '1', lines: [{ sku: 'MUG' }], next: { orderId: '2', $ref: 'x' } };
const described = { ...placed, summary: 'Somebody bought.', schema, examples: [data] };

const resources = {
  ...bus,
  ...role('Checkout', [mayPut(onlyTypes('order.placed.v1', 'order.cancelled.v1'))]),
  ...rule('Seattle', { ...fromCheckout('order.placed.v1'), detail: { data: { orderId: ['1'] } } }),
  ...rule('All', { source: ['shop.checkout'] }),
};

const catalogueOf = (...contracts: DeclaredContract[]): Catalogue =>
  readCatalogue(assemblyOf(resources, contracts), () => []);

/** What stands at a JSON pointer. */
function at(document: JsonObject, ...way: string[]): unknown {
  return way.reduce<unknown>((value, name) => (value as JsonObject)[name], document);
}

describe('toAsyncApi', () => {
  it('is valid by the schema that AsyncAPI publishes', () => {
    expect(problemsOf(toAsyncApi(catalogueOf(described, cancelled)))).toEqual([]);
  });

  it('would not be, were something missing', () => {
    const document = toAsyncApi(catalogueOf(described));

    expect(problemsOf({ ...document, info: {} })).toEqual(
      expect.arrayContaining([
        "/info must have required property 'title'",
        "/info must have required property 'version'",
      ]),
    );
  });

  it('is valid without any event', () => {
    expect(problemsOf(toAsyncApi({ events: [], channels: [] }))).toEqual([]);
  });

  it('has a channel, who sends and who receives which of its messages', () => {
    const { channels, operations } = toAsyncApi(catalogueOf(described, cancelled)) as {
      channels: JsonObject;
      operations: JsonObject;
    };
    const placedKey = 'shop.checkout-order.placed.v1';
    const cancelledKey = 'shop.checkout-order.cancelled.v1';
    const channel = '#/channels/Shop-Orders';
    const message = (key: string) => ({ $ref: `${channel}/messages/${key}` });

    expect(channels).toEqual({
      'Shop-Orders': {
        ...{ address: 'orders', title: 'orders', summary: 'EventBridge event bus' },
        messages: {
          [placedKey]: { $ref: `#/components/messages/${placedKey}` },
          [cancelledKey]: { $ref: `#/components/messages/${cancelledKey}` },
        },
        'x-stack': 'Shop',
      },
    });
    expect(operations).toEqual({
      'send-Shop-Checkout-Shop-Orders': {
        ...{ action: 'send', title: 'Shop/Checkout', channel: { $ref: channel } },
        messages: [message(placedKey), message(cancelledKey)],
        'x-stack': 'Shop',
      },
      'receive-Shop-Seattle-Shop-Orders': {
        ...{ action: 'receive', title: 'Shop/Seattle', channel: { $ref: channel } },
        messages: [message(placedKey)],
        'x-stack': 'Shop',
        'x-consumes': {
          [placedKey]: {
            delivery: 'pull',
            filters: [{ of: 'data', pattern: { orderId: ['1'] } }],
          },
        },
      },
      'receive-Shop-All-Shop-Orders': {
        ...{ action: 'receive', title: 'Shop/All', channel: { $ref: channel } },
        messages: [message(placedKey), message(cancelledKey)],
        'x-stack': 'Shop',
        'x-consumes': {
          [placedKey]: { delivery: 'pull' },
          [cancelledKey]: { delivery: 'pull' },
        },
      },
    });
  });

  it('describes a message as the CloudEvent that travels, with its owner and examples', () => {
    const document = toAsyncApi(catalogueOf(described));
    const message = at(document, 'components', 'messages', 'shop.checkout-order.placed.v1');

    expect(message).toMatchObject({
      ...{ name: 'order.placed.v1', summary: 'Somebody bought.', 'x-owner': 'checkout' },
      contentType: 'application/cloudevents+json',
      examples: [
        {
          payload: {
            ...{ specversion: '1.0', source: 'shop.checkout', type: 'order.placed.v1' },
            ...{ datacontenttype: 'application/json', data },
          },
        },
      ],
    });
    expect(message).not.toHaveProperty('headers');
  });

  it('names the attributes of messages where they travel on a topic', () => {
    const onTopic = {
      Topic: { Type: 'AWS::SNS::Topic' },
      ...role('Checkout', [may('sns:Publish', { Ref: 'Topic' })]),
    };
    const document = toAsyncApi(readCatalogue(assemblyOf(onTopic), () => []));

    expect(problemsOf(document)).toEqual([]);
    expect(at(document, 'channels', 'Shop-Topic')).toMatchObject({
      ...{ address: null, title: 'Shop/Topic', summary: 'SNS topic' },
    });
    expect(at(document, 'components', 'messages', 'shop.checkout-order.placed.v1')).toMatchObject({
      headers: { properties: { source: { const: 'shop.checkout' } } },
    });
  });

  describe('a payload', () => {
    const way = ['components', 'messages', 'shop.checkout-order.placed.v1', 'payload'];
    const document = toAsyncApi(catalogueOf(described));
    const validator = addFormats(new Ajv2020({ strict: false }));
    validator.addSchema(document, 'https://a.example/asyncapi.json');
    const pointer = `#/${way.join('/')}/schema`;
    const isPayload = validator.compile({ $ref: `https://a.example/asyncapi.json${pointer}` });
    const [example] = at(document, ...way.slice(0, -1), 'examples') as { payload: object }[];

    it('takes the message’s own examples, its references read from the whole document', () => {
      expect(isPayload(example?.payload)).toBe(true);
    });

    it.each([
      ['data that the contract refuses', { data: { orderId: 1 } }],
      ['an element that a reference refuses', { data: { ...data, lines: [{}] } }],
      ['a field that a reference by the schema’s own id refuses', { data: { ...data, first: {} } }],
      ['what the whole refuses again within itself', { data: { ...data, next: {} } }],
      ['another source', { source: 'shop.other' }],
      ['no id', { id: '' }],
      ['a subject that is empty', { subject: '' }],
      ['a schema of the data that has no address', { dataschema: 'order v1' }],
      ['a partition key that is no text', { partitionkey: 1 }],
    ])('refuses %s', (_, change) => {
      expect(isPayload({ ...example?.payload, ...change })).toBe(false);
    });

    it('describes every attribute of a CloudEvent that an event may have', () => {
      expect(Object.keys(at(document, ...way, 'schema', 'properties') as object)).toEqual([
        ...['specversion', 'id', 'source', 'type', 'time', 'subject', 'datacontenttype'],
        ...['dataschema', 'partitionkey', 'traceparent', 'data'],
      ]);
      expect(at(document, ...way, 'schema', 'required')).toEqual([
        ...['specversion', 'id', 'source', 'type', 'data'],
      ]);
      expect(at(document, ...way, 'schema', 'properties', 'dataschema')).toEqual({
        ...{ type: 'string', minLength: 1, format: 'uri' },
        description: 'URI of the schema of the data.',
      });
    });

    it('names its draft', () => {
      expect(at(document, ...way, 'schemaFormat')).toBe('application/schema+json;version=2020-12');
    });
  });

  it('keeps names apart that look alike as keys', () => {
    const twin = { ...placed, eventType: 'order_placed.v1', source: 'shop/checkout' };
    const other = { ...twin, source: 'shop checkout' };
    const { components } = toAsyncApi(catalogueOf(twin, other)) as { components: JsonObject };

    expect(Object.keys(components['messages'] as JsonObject)).toEqual([
      'shop-checkout-order_placed.v1',
      'shop-checkout-order_placed.v1-2',
    ]);
  });

  it('gives the same bytes for the same catalogue', () => {
    const [one, other] = [1, 2].map(() => JSON.stringify(toAsyncApi(catalogueOf(described))));

    expect(one).toBe(other);
  });

  it('takes what no template names', () => {
    const none = readCatalogue(assemblyOf({ Box: arnOf('Box') }, [described]), () => []);

    expect(problemsOf(toAsyncApi(none))).toEqual([]);
  });
});

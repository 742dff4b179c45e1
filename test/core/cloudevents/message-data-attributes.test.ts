import {
  dataAttributesOf,
  dataFieldIssues,
} from '../../../lib/core/cloudevents/message-data-attributes';

const event = { specversion: '1.0', id: 'a-1', source: 'shop.checkout', type: 'order.placed.v1' };
const eventOf = (data?: unknown) => ({ ...event, specversion: '1.0', data }) as const;
const us = { DataType: 'String', StringValue: 'US' };

describe('dataAttributesOf', () => {
  test.each<[string, unknown, string[], object]>([
    ['a field', { country: 'US' }, ['country'], { country: us }],
    ['a deep field', { a: { b: { c: 'US' } } }, ['a.b.c'], { 'a.b.c': us }],
    [
      'a field named __proto__',
      JSON.parse('{"__proto__":"US"}'),
      ['__proto__'],
      named('__proto__'),
    ],
    [
      'a field below one named __proto__',
      JSON.parse('{"__proto__":{"a":"US"}}'),
      ['__proto__.a'],
      { '__proto__.a': us },
    ],
    ['nothing for a field that is missing', { a: {} }, ['a.b', 'b'], {}],
    ['nothing for a field that is undefined', { a: undefined }, ['a', 'a.b'], {}],
    ['nothing below null and scalars', { a: null, b: 'x' }, ['a.b', 'b.length'], {}],
    ['nothing that is inherited', {}, ['constructor', 'toString.name', '__proto__'], {}],
    ['nothing of an empty list', { a: [] }, ['a'], {}],
    ['nothing without data', undefined, ['a'], {}],
    ['nothing of data that is text', 'text', ['length'], {}],
  ])('copies %s', (_, data, paths, attributes) => {
    expect(dataAttributesOf(eventOf(data), paths)).toEqual(attributes);
  });

  test('has the attribute named __proto__ as its own', () => {
    const made = dataAttributesOf(eventOf(JSON.parse('{"__proto__":"US"}')), ['__proto__']);
    expect(JSON.stringify(made)).toBe('{"__proto__":{"DataType":"String","StringValue":"US"}}');
  });
});

function named(name: string): object {
  return Object.fromEntries([[name, us]]);
}

describe('dataFieldIssues', () => {
  test('accepts what an event has not', () => {
    expect(dataFieldIssues(eventOf({ a: null }), ['a.b', 'c'])).toEqual([]);
  });

  test.each<[string, unknown, string, string]>([
    ['an object', { shipTo: { country: {} } }, 'shipTo.country', 'data.shipTo.country'],
    ['an object in a list', { tags: ['a', {}] }, 'tags', 'data.tags[1]'],
    ['a number that SNS does not compare', { total: 1e10 }, 'total', 'data.total'],
    ['a list on the way', { items: [{ sku: 'a' }] }, 'items.sku', 'data.items'],
    ['data that is a list', [{ sku: 'a' }], 'sku', 'data'],
    ['a name with the dots', { 'a.b': 1, a: { b: 1 } }, 'a.b', 'data["a.b"]'],
    ['a name with some of the dots', { a: { 'b.c': 1 } }, 'a.b.c', 'data.a["b.c"]'],
  ])('refuses %s', (_, data, field, path) => {
    expect(dataFieldIssues(eventOf(data), [field])).toMatchObject([{ attribute: 'data', path }]);
  });

  test('says what to do about an object', () => {
    expect(dataFieldIssues(eventOf({ shipTo: {} }), ['shipTo'])).toEqual([
      {
        attribute: 'data',
        path: 'data.shipTo',
        value: {},
        expected:
          'text, a number, a boolean, null or a list of these to be a message attribute; otherwise leave shipTo out of dataAttributes',
      },
    ]);
  });

  test('says why a list on the way has no attribute', () => {
    expect(dataFieldIssues(eventOf({ items: [] }), ['items.sku'])).toMatchObject([
      {
        expected:
          'an object, as the message attribute items.sku has no place for a value each element; otherwise leave items.sku out of dataAttributes',
      },
    ]);
  });
});

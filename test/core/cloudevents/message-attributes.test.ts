import fc from 'fast-check';
import {
  attributeNameIssues,
  messageAttributesOf,
} from '../../../lib/core/cloudevents/message-attributes';
import { anyEvent } from './any-event';

const order = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
} as const;
const named = {
  source: { DataType: 'String', StringValue: 'shop.checkout' },
  type: { DataType: 'String', StringValue: 'order.placed.v1' },
};
const nine = ['subject', 'time', 'id', 'specversion', 'a', 'b', 'c', 'd', 'e'];

/** Name and value as sqs-message-metadata describes them. */
const nameOfAws = /^(?!aws\.|amazon\.|\.)(?!.*\.\.)[\w.-]{1,256}(?<!\.)$/i;
const valueOfAws = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]+$/u;

describe('messageAttributesOf', () => {
  test('copies source and type', () => {
    expect(messageAttributesOf({ ...order, subject: 'A-1042', data: 1 })).toEqual(named);
  });

  test('copies text as String, an integer as Number and a boolean as its word', () => {
    const event = { ...order, subject: 'ä', lines: -3, express: false };
    expect(messageAttributesOf(event, { attributes: ['subject', 'lines', 'express'] })).toEqual({
      ...named,
      subject: { DataType: 'String', StringValue: 'ä' },
      lines: { DataType: 'Number', StringValue: '-3' },
      express: { DataType: 'String', StringValue: 'false' },
    });
  });

  test.each([
    ['a quotation mark', 'say "hi"', '["say \\"hi\\""]'],
    ['a backslash', 'a\\b', '["a\\\\b"]'],
  ])('escapes %s, which would keep SNS from filtering the message', (_, subject, StringValue) => {
    expect(messageAttributesOf({ ...order, subject }, { attributes: ['subject'] })).toEqual({
      ...named,
      subject: { DataType: 'String.Array', StringValue },
    });
  });

  test('leaves source and type as they are, which a consumer compares with the event', () => {
    expect(messageAttributesOf({ ...order, type: 'a"b' }).type).toEqual({
      DataType: 'String',
      StringValue: 'a"b',
    });
  });

  test('adds fields of the data, named by their paths', () => {
    const event = { ...order, subject: 'A-1', data: { shipTo: { country: 'US' }, total: 12.5 } };
    const dataAttributes = ['shipTo.country', 'total', 'total', 'coupon'];
    expect(messageAttributesOf(event, { attributes: ['subject'], dataAttributes })).toEqual({
      ...named,
      subject: { DataType: 'String', StringValue: 'A-1' },
      'shipTo.country': { DataType: 'String', StringValue: 'US' },
      total: { DataType: 'Number', StringValue: '12.5' },
    });
  });

  test('leaves out what the event has not, what is empty and what every object inherits', () => {
    const attributes = ['subject', 'tenant', 'constructor', 'source', 'source'];
    expect(messageAttributesOf({ ...order, tenant: '' }, { attributes })).toEqual(named);
  });

  test('for every valid event, copies all attributes to names and values that AWS takes', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const { data: _, ...context }: Record<string, unknown> = event;
        const names = Object.keys(context).filter((name) => name !== 'data_base64');
        const copies = Object.entries(messageAttributesOf(event, { attributes: names }));
        expect(copies).toHaveLength(names.filter((name) => context[name] !== '').length);
        for (const [name, { DataType, StringValue }] of copies) {
          expect(name).toMatch(nameOfAws);
          expect(StringValue).toMatch(valueOfAws);
          const said = DataType === 'String.Array' ? JSON.parse(StringValue)[0] : StringValue;
          expect(said).toBe(`${context[name]}`);
        }
      }),
    );
  });
});

describe('attributeNameIssues', () => {
  test.each<[string, unknown]>([
    ['no names', undefined],
    ['an empty list', []],
    ['a name of 256 characters', ['a'.repeat(256)]],
    ['eight further ones', nine.slice(1)],
    ['eight and what is there anyway', [...nine.slice(1), 'source', 'type', 'time']],
  ])('accepts %s', (_, attributes) => {
    expect(attributeNameIssues({ attributes }, 10)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['one name alone', 'tenant', 'attributes'],
    ['null', null, 'attributes'],
    ['a name in capitals', ['subject', 'Tenant'], 'attributes[1]'],
    ['the data', ['data'], 'attributes[0]'],
    ['binary data', ['data_base64'], 'attributes[0]'],
    ['a field of the data', ['data.total'], 'attributes[0]'],
    ['__proto__', ['__proto__'], 'attributes[0]'],
    ['an empty name', [''], 'attributes[0]'],
    ['a name of 257 characters', ['a'.repeat(257)], 'attributes[0]'],
    ['a number', [1], 'attributes[0]'],
    ['a hole', new Array(1), 'attributes[0]'],
    ['nine further ones', nine, 'the number of message attributes'],
  ])('refuses %s', (_, attributes, path) => {
    expect(attributeNameIssues({ attributes }, 10).map((issue) => issue.path)).toEqual([path]);
  });

  test.each<[string, unknown]>([
    ['a field', ['total']],
    ['a field inside a field', ['shipTo.country', 'a-b._c.9']],
    ['a name of any object', ['constructor', '__proto__']],
    ['a path of 256 characters', ['a'.repeat(256)]],
    ['eight fields', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
    ['eight fields, one of them twice', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'a']],
  ])('accepts %s of the data', (_, dataAttributes) => {
    expect(attributeNameIssues({ dataAttributes }, 10)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['one path alone', 'total', 'dataAttributes'],
    ['null', null, 'dataAttributes'],
    ['an empty path', [''], 'dataAttributes[0]'],
    ['a space', ['total', 'ship to'], 'dataAttributes[1]'],
    ['an index', ['items[0]'], 'dataAttributes[0]'],
    ['a leading dot', ['.a'], 'dataAttributes[0]'],
    ['a trailing dot', ['a.'], 'dataAttributes[0]'],
    ['two dots in a row', ['a..b'], 'dataAttributes[0]'],
    ['AWS. in front', ['aWs.total'], 'dataAttributes[0]'],
    ['Amazon. in front', ['AMAZON.total'], 'dataAttributes[0]'],
    ['a path of 257 characters', ['a'.repeat(257)], 'dataAttributes[0]'],
    ['a number', [1], 'dataAttributes[0]'],
    ['a hole', new Array(1), 'dataAttributes[0]'],
    ['the name source', ['source'], 'dataAttributes[0]'],
    ['the name type', ['total', 'type'], 'dataAttributes[1]'],
    ['the name of an attribute that is copied', ['subject'], 'dataAttributes[0]'],
    ['more than fit beside subject', [...'abcdefgh'], 'the number of message attributes'],
  ])('refuses %s as paths of the data', (_, dataAttributes, path) => {
    const issues = attributeNameIssues({ attributes: ['subject'], dataAttributes }, 10);
    expect(issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('says which names are taken', () => {
    const options = { attributes: ['subject'], dataAttributes: ['subject'] };
    expect(attributeNameIssues(options, 10)).toMatchObject([
      {
        value: 'subject',
        expected:
          'a path other than the names of attributes of the event that are copied: source, type, subject',
      },
    ]);
  });

  test('gives the count and the limit', () => {
    expect(attributeNameIssues({ attributes: nine }, 10)).toMatchObject([
      { value: 11, expected: 'at most 10 message attributes, source and type among them' },
    ]);
  });
});

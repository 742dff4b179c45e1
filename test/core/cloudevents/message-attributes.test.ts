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
    expect(messageAttributesOf(event, ['subject', 'lines', 'express'])).toEqual({
      ...named,
      subject: { DataType: 'String', StringValue: 'ä' },
      lines: { DataType: 'Number', StringValue: '-3' },
      express: { DataType: 'String', StringValue: 'false' },
    });
  });

  test('leaves out what the event has not, what is empty and what every object inherits', () => {
    const names = ['subject', 'tenant', 'constructor', 'source', 'source'];
    expect(messageAttributesOf({ ...order, tenant: '' }, names)).toEqual(named);
  });

  test('for every valid event, copies all attributes to names and values that AWS takes', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const { data: _, ...context }: Record<string, unknown> = event;
        const names = Object.keys(context).filter((name) => name !== 'data_base64');
        const copies = Object.entries(messageAttributesOf(event, names));
        expect(copies).toHaveLength(names.filter((name) => context[name] !== '').length);
        for (const [name, { StringValue }] of copies) {
          expect(name).toMatch(nameOfAws);
          expect(StringValue).toMatch(valueOfAws);
          expect(StringValue).toBe(`${context[name]}`);
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
  ])('accepts %s', (_, names) => {
    expect(attributeNameIssues(names, 10)).toEqual([]);
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
  ])('refuses %s', (_, names, path) => {
    expect(attributeNameIssues(names, 10).map((issue) => issue.path)).toEqual([path]);
  });

  test('gives the count and the limit', () => {
    expect(attributeNameIssues(nine, 10)).toMatchObject([
      { value: 11, expected: 'at most 10 message attributes, source and type among them' },
    ]);
  });
});

import { EventError, matches } from '../../../../lib/core/event-patterns';
import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';
import { readEvent } from '../../../../lib/core/event-patterns/dialects/event';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';

type Row = readonly [name: string, pattern: object, event: string | object];

function table(
  dialect: DialectName,
  rows: { matching: readonly Row[]; other: readonly Row[] },
): void {
  describe(`matches, ${dialect}`, () => {
    test.each(rows.matching)('matches %s', (_, pattern, event) => {
      expect(matches(parsePattern(pattern, dialect), event)).toBe(true);
    });
    test.each(rows.other)('does not match %s', (_, pattern, event) => {
      expect(matches(parsePattern(pattern, dialect), event)).toBe(false);
    });
  });
}

const text = (StringValue: string) => ({ DataType: 'String', StringValue });
const number = (StringValue: string) => ({ DataType: 'Number', StringValue });
const array = (items: unknown) => ({
  DataType: 'String.Array',
  StringValue: JSON.stringify(items),
});
const base64 = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');

table('sns-attributes', {
  matching: [
    ['a text', { store: ['seattle'] }, { store: text('seattle') }],
    ['a text as a subscriber sees it', { store: ['x'] }, { store: { Type: 'String', Value: 'x' } }],
    ['a JSON text', { store: ['x'] }, '{"store":{"DataType":"String","StringValue":"x"}}'],
    ['a text that looks like a number', { store: ['5'] }, { store: text('5') }],
    ['a number', { total: [{ numeric: ['>', 0, '<=', 100] }] }, { total: number('99') }],
    ['a number by its value', { total: [300] }, { total: number('3e2') }],
    [
      'a number of a type of its own',
      { n: [1] },
      { n: { DataType: 'Number.int', StringValue: '1' } },
    ],
    [
      'a text of a type of its own',
      { s: ['1'] },
      { s: { DataType: 'String.x', StringValue: '1' } },
    ],
    ['any element of an array', { store: ['b'] }, { store: array(['a', 'b']) }],
    ['a number in an array', { store: [7] }, { store: array(['a', 7]) }],
    ['true in an array', { store: [true] }, { store: array([true]) }],
    ['null in an array', { store: [null] }, { store: array([null]) }],
    [
      'an array by an element that is not excluded',
      { s: [{ 'anything-but': 'a' }] },
      { s: array(['a', 'b']) },
    ],
    ['the absence of an attribute', { store: [{ exists: false }] }, { other: text('x') }],
    ['an empty array as absent', { store: [{ exists: false }] }, { store: array([]) }],
    ['a name with dots', { 'a.b': ['x'] }, { 'a.b': text('x') }],
    ['either object of $or', { $or: [{ a: ['1'] }, { b: ['2'] }] }, { b: text('2') }],
    [
      'an attribute named __proto__',
      JSON.parse('{"__proto__":["x"]}'),
      '{"__proto__":{"Type":"String","Value":"x"}}',
    ],
  ],
  other: [
    ['a number by a text', { total: ['99'] }, { total: number('99') }],
    ['a text by a number', { total: [5] }, { total: text('5') }],
    ['a number outside', { total: [{ numeric: ['>', 0, '<=', 100] }] }, { total: number('111') }],
    ['an array as a text', { store: ['["a"]'] }, { store: array(['a']) }],
    [
      'what is binary',
      { store: [{ exists: true }] },
      { other: text('x'), store: { DataType: 'Binary', BinaryValue: 'eA==' } },
    ],
    ['the absence where there are no attributes', { store: [{ exists: false }] }, {}],
    [
      'the absence beside what is binary only',
      { s: [{ exists: false }] },
      { b: { DataType: 'Binary', BinaryValue: 'eA==' } },
    ],
    ['an object in an array', { 'store.name': ['x'] }, { store: array([{ name: 'x' }]) }],
    [
      'an array that is no JSON',
      { store: [{ exists: true }] },
      { store: { DataType: 'String.Array', StringValue: '[' } },
    ],
    ['what is no attribute', { store: [{ exists: true }] }, { store: 'x', other: text('x') }],
  ],
});

table('sns-body', {
  matching: [
    ['a field of a JSON text', { a: { b: ['x'] } }, '{"a":{"b":"x"}}'],
    ['a field of an object', { a: { b: ['x'] } }, { a: { b: 'x' } }],
    ['the absence of a field', { a: [{ exists: false }] }, '{}'],
    ['a name with dots', { 'a.b': ['x'] }, '{"a":{"b":"x"}}'],
    ['an address in a block', { ip: [{ cidr: '10.0.0.0/24' }] }, '{"ip":"10.0.0.255"}'],
  ],
  other: [
    ['a plain text', { a: [{ exists: false }] }, 'hello'],
    ['a list', { a: [{ exists: false }] }, '[{"b":1}]'],
    ['null', { a: [{ exists: false }] }, 'null'],
    ['what nests too deep', { a: [{ exists: false }] }, '['.repeat(5000)],
    ['an address outside', { ip: [{ cidr: '10.0.0.0/24' }] }, '{"ip":"10.0.0.256"}'],
  ],
});

const inBody = { body: { a: ['x'] } };
const inData = { data: { city: ['Seattle'] }, partitionKey: ['1'] };

for (const dialect of ['lambda', 'pipes'] as const) {
  table(dialect, {
    matching: [
      ['a field of a body', inBody, { body: '{"a":"x"}' }],
      ['a field of a body in a JSON text', inBody, '{"body":"{\\"a\\":\\"x\\"}"}'],
      ['a body that is an object already', inBody, { body: { a: 'x' } }],
      ['an element of a body that is a list', inBody, { body: '[{"a":"y"},{"a":"x"}]' }],
      ['a plain text', { body: ['hello'] }, { body: 'hello' }],
      ['a plain text that could be Base64', { body: ['QUJD'] }, { body: 'QUJD' }],
      ['a body that is a number', { body: [{ numeric: ['>', 1] }] }, { body: '2' }],
      ['a field beside the body', { messageId: ['1'] }, { messageId: '1', body: 'hello' }],
      ['Kinesis data', inData, { partitionKey: '1', data: base64({ city: 'Seattle' }) }],
      [
        'Kinesis data as a function gets it',
        inData,
        { kinesis: { partitionKey: '1', data: base64({ city: 'Seattle' }) } },
      ],
      ['data that is written down as it is', { data: { a: [1] } }, { data: '{"a":1}' }],
      ['a plain text in Base64', { data: ['ABC:AAAA'] }, { data: 'QUJDOkFBQUE=' }],
      [
        'the key and the value of Kafka',
        { key: ['k'], value: { a: [1] } },
        { key: 'aw==', value: base64({ a: 1 }) },
      ],
      [
        'a change in a table',
        { eventName: ['INSERT'], dynamodb: { NewImage: { id: { S: ['1'] } } } },
        { eventName: 'INSERT', dynamodb: { NewImage: { id: { S: '1' } } } },
      ],
      ['text with accents', { data: ['é'] }, { data: 'w6k=' }],
    ],
    other: [
      ['another value in a body', inBody, { body: '{"a":"y"}' }],
      ['a plain text by fields', inBody, { body: 'hello' }],
      ['a JSON body by a plain text', { body: ['{"a":"x"}'] }, { body: '{"a":"x"}' }],
      ['a missing body', inBody, { messageId: '1' }],
      ['a field that the body lacks', { body: { a: [{ exists: true }] } }, { body: '{}' }],
      [
        'a payload further down',
        { dynamodb: { body: { a: [1] } } },
        { dynamodb: { body: '{"a":1}' } },
      ],
      ['a body that nests too deep', { body: { a: [1] } }, { body: '{"a":'.repeat(2000) }],
    ],
  });
}

describe('readEvent', () => {
  test.each<DialectName>(['eventbridge', 'eventbridge-v2'])(
    'gives the event itself to %s',
    (dialect) => {
      expect(readEvent(dialect, { body: '{"a":1}' })).toEqual({
        kind: 'object',
        members: [{ name: 'body', value: { kind: 'string', text: '{"a":1}' } }],
      });
    },
  );

  test.each<[DialectName, string | object]>([
    ['eventbridge', '[]'],
    ['eventbridge-v2', 'x'],
    ['sns-attributes', '"x"'],
    ['sns-body', []],
    ['pipes', 'x'],
    ['lambda', '1'],
  ])('refuses what is no object, with %s', (dialect, event) => {
    expect(() => readEvent(dialect, event)).toThrow(EventError);
  });
});

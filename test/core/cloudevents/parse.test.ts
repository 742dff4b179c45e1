import fc from 'fast-check';
import { CloudEventError, parseCloudEvent } from '../../../lib/core/cloudevents';
import { anyEvent, extensionName } from './any-event';

const required = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
};

function refusalOf(value: string | object): CloudEventError {
  try {
    parseCloudEvent(value);
  } catch (error) {
    if (error instanceof CloudEventError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

const accepted: [name: string, members: object][] = [
  ['the required attributes alone', {}],
  ['a time with nanoseconds and an offset', { time: '2026-01-31T09:30:00.123456789+05:30' }],
  ['a subject', { subject: 'order 536365' }],
  ['a type in any script', { type: '注文.確定.v1 😀' }],
  ['an id that is a space', { id: ' ' }],
  ['a source that is a URL', { source: 'https://shop.example/orders?region=eu#1' }],
  ['a media type with parameters', { datacontenttype: 'application/json; charset=utf-8' }],
  ['a content type without data', { datacontenttype: 'application/xml' }],
  ['a schema', { dataschema: 'https://shop.example/order.v1.json?draft=4' }],
  ['null as data', { data: null }],
  ['null as data beside an unset data_base64', { data: null, data_base64: undefined }],
  ['false as data', { data: false }],
  ['an object as data of a +json type', { datacontenttype: 'application/vnd.a+json', data: {} }],
  ['an object as data of JSON in capitals', { datacontenttype: 'Application/JSON', data: {} }],
  ['text as data of another type', { datacontenttype: 'text/csv', data: 'a,b' }],
  ['binary data', { data_base64: 'AP8=' }],
  ['no bytes as binary data', { data_base64: '' }],
  ['binary data of a JSON type', { datacontenttype: 'application/json', data_base64: 'e30=' }],
  ['an extension that is text', { partitionkey: 'eu' }],
  ['an extension that is empty text', { comment: '' }],
  ['an extension that is a boolean', { sampled: false }],
  ['an extension that is the largest integer', { hops: 2147483647 }],
  ['an extension that is the smallest integer', { hops: -2147483648 }],
  ['an extension named by digits', { '0': 'zero' }],
  ['an extension with the name of an inherited member', { constructor: 'x' }],
  ['an extension with a long name', { averyveryverylongextensionname: 'x' }],
];

const refused: [name: string, members: object, attribute: string][] = [
  ['no specversion', { specversion: undefined }, 'specversion'],
  ['an older specversion', { specversion: '0.3' }, 'specversion'],
  ['a specversion with a patch', { specversion: '1.0.2' }, 'specversion'],
  ['a specversion that is a number', { specversion: 1 }, 'specversion'],
  ['no id', { id: undefined }, 'id'],
  ['an id that is null', { id: null }, 'id'],
  ['an empty id', { id: '' }, 'id'],
  ['an id that is a number', { id: 1 }, 'id'],
  ['no source', { source: undefined }, 'source'],
  ['an empty source', { source: '' }, 'source'],
  ['a source with a space', { source: 'shop checkout' }, 'source'],
  ['a source outside ASCII', { source: 'shöp' }, 'source'],
  ['a source with half an encoded byte', { source: '/a%4' }, 'source'],
  ['no type', { type: undefined }, 'type'],
  ['an empty type', { type: '' }, 'type'],
  ['a type that is an array', { type: ['order.placed.v1'] }, 'type'],
  ['an empty time', { time: '' }, 'time'],
  ['a time that is a Date', { time: new Date(0) }, 'time'],
  ['a time without an offset', { time: '2026-01-31T09:30:00' }, 'time'],
  ['a day that the calendar has not', { time: '2026-02-29T09:30:00Z' }, 'time'],
  ['a leap second', { time: '2016-12-31T23:59:60Z' }, 'time'],
  ['an empty subject', { subject: '' }, 'subject'],
  ['a subject that is a number', { subject: 5 }, 'subject'],
  ['an empty datacontenttype', { datacontenttype: '' }, 'datacontenttype'],
  ['a datacontenttype without a subtype', { datacontenttype: 'json' }, 'datacontenttype'],
  ['an empty dataschema', { dataschema: '' }, 'dataschema'],
  ['a dataschema that is relative', { dataschema: '/order.v1.json' }, 'dataschema'],
  ['a dataschema with a fragment', { dataschema: 'https://a.example/b#c' }, 'dataschema'],
  ['an extension that is an object', { trace: {} }, 'trace'],
  ['an extension that is an array', { trace: ['a'] }, 'trace'],
  ['an extension that is a fraction', { rate: 0.5 }, 'rate'],
  ['an extension above 32 bits', { hops: 2147483648 }, 'hops'],
  ['an extension below 32 bits', { hops: -2147483649 }, 'hops'],
  ['an extension that is NaN', { hops: Number.NaN }, 'hops'],
  ['an extension that is a bigint', { hops: 1n }, 'hops'],
  ['a name in capitals', { partitionKey: 'eu' }, 'partitionKey'],
  ['a name with an underscore', { partition_key: 'eu' }, 'partition_key'],
  ['a name with a letter outside ASCII', { größe: 'L' }, 'größe'],
  ['an empty name', { '': 'x' }, ''],
  ['a name with a line break at its end', { 'a\n': 'x' }, 'a\n'],
  ['a field __proto__', JSON.parse('{"__proto__": "x"}'), '__proto__'],
  ['data beside data_base64', { data: 1, data_base64: 'AP8=' }, 'data_base64'],
  ['null as data beside data_base64', { data: null, data_base64: 'AP8=' }, 'data_base64'],
  ['base64 without padding', { data_base64: 'AP8' }, 'data_base64'],
  ['base64 in the alphabet of URLs', { data_base64: '_-8=' }, 'data_base64'],
  ['base64 with a line break', { data_base64: 'AP8=\n' }, 'data_base64'],
  ['base64 with stray bits', { data_base64: 'AP9=' }, 'data_base64'],
  ['binary data that is an array', { data_base64: [0, 255] }, 'data_base64'],
  ['an object as data of XML', { datacontenttype: 'application/xml', data: {} }, 'data'],
  ['null as data of text', { datacontenttype: 'text/plain', data: null }, 'data'],
];

/** Code points that the CloudEvents type String excludes, and their neighbours that it allows. */
const excluded = [
  0x0, 0xa, 0x1f, 0x7f, 0x9f, 0xd800, 0xdfff, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x10ffff,
];
const allowed = [0x20, 0x7e, 0xa0, 0xd7ff, 0xe000, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0x10fffd];
const hex = (point: number): [string, string] => [
  `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
  String.fromCodePoint(point),
];

describe('parseCloudEvent', () => {
  test.each(accepted)('accepts %s', (_, members) => {
    const event = { ...required, ...members };
    expect(parseCloudEvent(event)).toEqual(event);
  });

  test.each(refused)('refuses %s', (_, members, attribute) => {
    const { issues } = refusalOf({ ...required, ...Object.fromEntries(Object.entries(members)) });
    expect(issues.map((issue) => issue.attribute)).toEqual([attribute]);
  });

  test.each(excluded.map(hex))('refuses %s in an attribute', (_, character) => {
    for (const attribute of ['id', 'type', 'subject', 'partitionkey']) {
      expect(refusalOf({ ...required, [attribute]: `a${character}b` }).attribute).toBe(attribute);
    }
  });

  test.each(allowed.map(hex))('accepts %s in an attribute', (_, character) => {
    const event = { ...required, id: character, type: character, partitionkey: character };
    expect(parseCloudEvent(event)).toEqual(event);
  });

  test('reads the JSON text of an event', () => {
    const text = `{"specversion":"1.0","id":"a-1","source":"shop.checkout","type":"order.placed.v1",
      "time":"2026-01-31T09:30:00Z","partitionkey":"eu","data":{"__proto__":1,"total":9.5}}`;
    const event = parseCloudEvent(text);
    expect(event.time).toBe('2026-01-31T09:30:00Z');
    expect(event['partitionkey']).toBe('eu');
    expect(JSON.stringify(event.data)).toBe('{"__proto__":1,"total":9.5}');
  });

  test('leaves out an attribute that is null or undefined, and keeps null as data', () => {
    const unset = { subject: null, time: undefined, partitionkey: null, data_base64: null };
    const event = parseCloudEvent({ ...required, ...unset, data: null });
    expect(Object.keys(event)).toEqual(['specversion', 'id', 'source', 'type', 'data']);
    expect(event.data).toBeNull();
  });
});

describe('parseCloudEvent', () => {
  test('does not change the object that it reads', () => {
    const event = Object.freeze({ ...required, subject: null });
    expect(parseCloudEvent(event)).not.toHaveProperty('subject');
    expect(event).toHaveProperty('subject', null);
  });

  test.each([
    ['text that is not JSON', '{"specversion":', 'a JSON text'],
    ['empty text', '', 'a JSON text'],
    ['the text of an array', '[]', 'an object with the members of a CloudEvent 1.0'],
    ['the text of null', 'null', 'an object with the members of a CloudEvent 1.0'],
    ['the text of a text', '"{}"', 'an object with the members of a CloudEvent 1.0'],
    ['an array', [required], 'an object with the members of a CloudEvent 1.0'],
  ])('refuses %s as a whole', (_, value, expected) => {
    const error = refusalOf(value);
    expect(error.attribute).toBe('');
    expect(error.expected).toBe(expected);
  });

  test('refuses everything that is wrong in one error', () => {
    const error = refusalOf({ specversion: '1.0', source: '', type: 'a', hops: 0.5 });
    expect(error.issues).toEqual([
      { attribute: 'id', path: 'id', value: undefined, expected: expect.any(String) },
      { attribute: 'source', path: 'source', value: '', expected: expect.any(String) },
      { attribute: 'hops', path: 'hops', value: 0.5, expected: expect.any(String) },
    ]);
    expect(error.attribute).toBe('id');
  });
});

describe('parseCloudEvent', () => {
  test('refuses 200,000 bad names without exhausting the stack', () => {
    const names = Array.from({ length: 200_000 }, (_, index) => [`A${index}`, 1]);
    expect(refusalOf({ ...required, ...Object.fromEntries(names) }).issues).toHaveLength(200_000);
  });

  test('reads data that is nested a million levels deep', () => {
    const data = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const text = `${JSON.stringify(required).slice(0, -1)},"data":${data}}`;
    expect(parseCloudEvent(text).id).toBe('a-1');
  });

  test('for every valid event, text and object give the same event', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const text = JSON.stringify(event);
        expect(JSON.stringify(parseCloudEvent(event))).toBe(text);
        expect(JSON.stringify(parseCloudEvent(text))).toBe(text);
      }),
    );
  });
});

describe('parseCloudEvent', () => {
  test('for every valid event, refuses it without a required attribute and names that one', () => {
    const attribute = fc.constantFrom('specversion', 'id', 'source', 'type');
    fc.assert(
      fc.property(anyEvent, attribute, fc.boolean(), (event, name, isNull) => {
        const error = refusalOf({ ...event, [name]: isNull ? null : undefined });
        expect(error.issues).toHaveLength(1);
        expect([error.attribute, error.value]).toEqual([name, undefined]);
      }),
    );
  });

  test('for every valid event, refuses an extension of another type and names it', () => {
    const wrong = fc.constantFrom<unknown>([], {}, 0.1, 2 ** 31, -(2 ** 31) - 1, 'a\u0000');
    fc.assert(
      fc.property(anyEvent, extensionName, wrong, (event, name, value) => {
        expect(refusalOf({ ...event, [name]: value })).toMatchObject({ attribute: name, value });
      }),
    );
  });

  test('for every valid event, refuses a control character in any text attribute', () => {
    const attribute = fc.constantFrom('id', 'source', 'type', 'time', 'subject', 'dataschema');
    const control = fc.constantFrom('\u0000', '\n', '\u007f', '\u0085');
    fc.assert(
      fc.property(anyEvent, attribute, control, (event, name, character) => {
        const value = `${event[name] ?? 'a'}${character}`;
        expect(refusalOf({ ...event, [name]: value }).attribute).toBe(name);
      }),
    );
  });

  test('for every JSON text, gives an event or a CloudEventError', () => {
    const members = fc.dictionary(
      fc.oneof(fc.constantFrom('id', 'source', 'type', 'data', 'time', '__proto__'), fc.string()),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(members, fc.boolean(), (value, valid) => {
        const text = JSON.stringify(valid ? { ...value, ...required } : value);
        try {
          expect(parseCloudEvent(text).specversion).toBe('1.0');
        } catch (error) {
          expect(error).toBeInstanceOf(CloudEventError);
        }
      }),
    );
  });
});

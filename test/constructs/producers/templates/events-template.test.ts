import fc from 'fast-check';
import {
  batchTemplate,
  eventTemplate,
} from '../../../../lib/constructs/producers/templates/events-template';
import { renderRequest } from '../../../support/velocity';
import { options, type Told, toldOf } from './oracle';

const event = {
  specversion: '1.0',
  id: 'o-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  data: { total: 1 },
};

const one = eventTemplate(options);
const many = batchTemplate(options);
const sent = (body: unknown): Told => toldOf(renderRequest(one, { body: JSON.stringify(body) }));
const sentAll = (body: unknown): Told =>
  toldOf(renderRequest(many, { body: JSON.stringify(body) }));

const refused: [string, object, string][] = [
  ['another type', { type: 'order.paid.v1' }, 'stranger'],
  ['another source', { source: 'aws.ec2' }, 'stranger'],
  ['a source that is no text', { source: ['shop.checkout'] }, 'stranger'],
  ['no type', { type: undefined }, 'stranger'],
  ['another version', { specversion: '0.3' }, 'identity'],
  ['no version', { specversion: undefined }, 'identity'],
  ['an empty id', { id: '' }, 'identity'],
  ['no id', { id: undefined }, 'identity'],
  ['an id of null', { id: null }, 'identity'],
  ['an id that is a number', { id: 7 }, 'attribute'],
  ['an id with a line break', { id: 'a\nb' }, 'attribute'],
  ['an id with a lone surrogate', { id: 'a\ud800' }, 'attribute'],
  ['an id with a noncharacter', { id: 'a\u{1ffff}' }, 'attribute'],
  ['no data', { data: undefined }, 'data'],
  ['binary data', { data_base64: 'AA==' }, 'data'],
  ['binary data alone', { data: undefined, data_base64: 'AA==' }, 'data'],
  ['data that is no JSON', { datacontenttype: 'text/plain' }, 'data'],
  ['a content type that is none', { datacontenttype: 'json' }, 'data'],
  ['a day that is none', { time: '2026-02-29T00:00:00Z' }, 'attribute'],
  ['a leap second', { time: '2026-06-30T23:59:60Z' }, 'attribute'],
  ['a time without an offset', { time: '2026-06-30T23:59:59' }, 'attribute'],
  ['an empty subject', { subject: '' }, 'attribute'],
  ['a relative dataschema', { dataschema: 'order.json' }, 'attribute'],
  ['a dataschema with a fragment', { dataschema: 'https://a.example/b#c' }, 'attribute'],
  ['a dataschema with a space', { dataschema: 'https://a.example/b c' }, 'attribute'],
  ['a dataschema with half a byte', { dataschema: 'https://a.example/%4' }, 'attribute'],
  ['a name in capitals', { partitionKey: 'a' }, 'attribute'],
  ['a name with an underscore', { data_: 'a' }, 'attribute'],
  ['a name that leads to another member', { "a']['b": 'a' }, 'attribute'],
  ['an attribute that is an object', { partitionkey: {} }, 'attribute'],
  ['an attribute that is a fraction', { sequence: 1.5 }, 'attribute'],
  ['an attribute beyond 32 bits', { sequence: 2_147_483_648 }, 'attribute'],
  [
    'more than 100 members',
    Object.fromEntries(Array.from({ length: 96 }, (_, at) => [`a${at}`, at])),
    'attribute',
  ],
];

const kept: [string, object][] = [
  ['a subject', { subject: 'order "1" \\ of it\'s' }],
  ['a time to the nanosecond', { time: '2026-01-31T09:30:00.123456789+01:00' }],
  ['a leap day', { time: '2028-02-29t00:00:00z' }],
  ['a leap day of a century', { time: '2000-02-29T00:00:00-23:59' }],
  ['a dataschema', { dataschema: 'https://me@a.example:80/%C3%A9/b;c?d=/e' }],
  ['a dataschema that is a URN', { dataschema: 'urn:shop:order' }],
  ['a content type', { datacontenttype: 'application/vnd.shop+json; charset="utf-8"' }],
  ['a content type in capitals', { datacontenttype: 'Application/JSON' }],
  ['a trace', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
  ['an integer', { sequence: 2_147_483_647, low: -2_147_483_648, none: 0 }],
  ['a boolean', { urgent: true, late: false }],
  ['an empty extension', { comexample: '' }],
  ['an id of any script', { id: 'né 😀 $id #end ${x}' }],
  ['names of digits', { 1: 'a', constructor: 'b' }],
  ['data that is null', { data: null }],
  ['data that is a text', { data: '' }],
];

describe('eventTemplate', () => {
  test.each(kept)('keeps %s', (_name, attributes) => {
    expect(sent({ ...event, ...attributes })).toEqual([{ ...event, ...attributes }]);
  });

  test.each(refused)('refuses %s', (_name, attributes, why) => {
    expect(sent({ ...event, ...attributes })).toBe(why);
  });

  test.each([
    ['a list', [event]],
    ['a text', 'a'],
    ['null', null],
  ])('refuses %s', (_name, body) => {
    expect(sent(body)).toBe('identity');
  });

  it('leaves out what is null, which is unset', () => {
    expect(sent({ ...event, subject: null, data_base64: null, time: null })).toEqual([event]);
  });

  it('writes a member that stands twice once', () => {
    const twice = JSON.stringify(event).replace('{', '{"source":"aws.ec2","id":"first",');
    const request = renderRequest(one, { body: twice });
    expect(toldOf(request)).toEqual([event]);
    expect(request.match(/id\\"/g)).toHaveLength(1);
    expect(request).not.toContain('aws.ec2');
  });

  it('refuses a body above the limit', () => {
    const small = eventTemplate({ ...options, maxBodySize: 100 });
    const body = JSON.stringify({ ...event, data: 'x'.repeat(100) });
    expect(toldOf(renderRequest(small, { body }))).toBe('tooLarge');
  });

  it('takes no id from the Idempotency-Key', () => {
    const request = renderRequest(one, { body: JSON.stringify(event), key: 'k' });
    expect(toldOf(request)).toEqual([event]);
  });
});

describe('batchTemplate', () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...event, id: `${at}` }));

  test.each([1, 2, 10])('takes %i events, each with its own attributes', (count) => {
    const all = events(count).map((each, at) => ({ ...each, [`a${at}`]: at, data: { at } }));
    expect(sentAll(all)).toEqual(all);
  });

  test.each([
    ['no event', []],
    ['11 events', events(11)],
    ['one event that is no list', event],
    ['a map of events', { a: event }],
    ['null', null],
  ])('refuses %s', (_name, body) => {
    expect(sentAll(body)).toBe('batch');
  });

  test.each(refused)('refuses all where the second has %s', (_name, attributes, why) => {
    expect(sentAll([event, { ...event, ...attributes }, event])).toBe(why);
  });

  test.each([
    ['null', null],
    ['a list', [event]],
    ['a text', 'x'],
  ])('refuses all where the second is %s', (_name, second) => {
    expect(sentAll([event, second])).toBe('identity');
  });
});

const hostile = fc.constantFrom(
  '","source":"aws.evil',
  '\\',
  "'",
  '$source',
  '#set($source = 1)',
  '#end',
  '${busName}',
  '\u2028',
  '1.0',
  '2026-01-01T00:00:00Z',
  'https://a.example/b',
  'application/json',
);
const attribute = fc.tuple(
  fc.string({ unit: fc.constantFrom(...'az09'), minLength: 1 }),
  fc.oneof(hostile, fc.string(), fc.boolean(), fc.integer()),
);
const odd = fc.tuple(
  fc.oneof(
    fc.constantFrom('subject', 'time', 'dataschema', 'datacontenttype', 'data_base64', '__proto__'),
    fc.constantFrom('specversion', 'id', 'source', 'type', 'constructor'),
    fc.string({ unit: 'binary' }),
  ),
  fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })),
);
const anyEvent = fc
  .tuple(
    fc.array(attribute, { maxLength: 3 }),
    fc.array(odd, { maxLength: 2 }),
    fc.oneof(hostile, fc.string({ minLength: 1 })),
    fc.jsonValue({ stringUnit: 'binary' }),
  )
  .map(([fine, others, id, data]) => ({
    ...Object.fromEntries(fine),
    ...event,
    id,
    data,
    ...Object.fromEntries(others),
  }));

describe('for every body', () => {
  it('an event that arrives is the one that was sent, of the source and type of the contract', () => {
    let arrived = 0;
    fc.assert(
      fc.property(fc.oneof(anyEvent, fc.jsonValue()), (body) => {
        const told = sent(body);
        if (typeof told === 'string') return;
        arrived += 1;
        expect(told).toEqual([withoutNull(JSON.parse(JSON.stringify(body)))]);
      }),
      { numRuns: 3000, examples: [[oddlyNamed]] },
    );
    expect(arrived).toBeGreaterThan(300);
  });

  it('so are the events of a list, all or none', () => {
    let arrived = 0;
    const lists = fc.oneof(
      fc.array(anyEvent, { maxLength: 3 }),
      fc.array(anyEvent),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(lists, (body) => {
        const told = sentAll(body);
        if (typeof told === 'string') return;
        arrived += 1;
        expect(told).toEqual((JSON.parse(JSON.stringify(body)) as object[]).map(withoutNull));
      }),
      { numRuns: 1000 },
    );
    expect(arrived).toBeGreaterThan(30);
  });
});

/** Members of names that JavaScript calls by itself. */
const oddlyNamed = {
  ...{ specversion: [{ toString: '', valueOf: '' }], id: ' ' },
  ...{ source: 'shop.checkout', type: 'order.placed.v1', data: {} },
};

const withoutNull = (sentEvent: object): object =>
  Object.fromEntries(
    Object.entries(sentEvent).filter(([key, member]) => member !== null || key === 'data'),
  );

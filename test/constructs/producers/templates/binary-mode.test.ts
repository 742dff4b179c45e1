import fc from 'fast-check';
import { dataTemplate } from '../../../../lib/constructs/producers/templates/data-template';
import { renderRequest } from '../../../support/velocity';
import { options, type Told, toldOf } from './oracle';

const template = dataTemplate(options);

const required = {
  'ce-specversion': '1.0',
  'ce-id': 'o-1',
  'ce-source': 'shop.checkout',
  'ce-type': 'order.placed.v1',
};

const event = {
  specversion: '1.0',
  id: 'o-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  datacontenttype: 'application/json',
  data: { total: 1 },
};

const sent = (headers: Record<string, string>, body = '{"total":1}'): Told =>
  toldOf(renderRequest(template, { body, headers }));

describe('dataTemplate of a CloudEvent in binary mode', () => {
  it('makes the event of the headers and the body, and no time of its own', () => {
    expect(sent(required)).toEqual([event]);
  });

  it('takes the headers for every spelling', () => {
    const spelt = fc.tuple(...Object.keys(required).map((name) => fc.mixedCase(fc.constant(name))));
    fc.assert(
      fc.property(spelt, (names) => {
        const values = Object.values(required);
        expect(sent(Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])))).toEqual(
          [event],
        );
      }),
    );
  });

  test.each([
    ['an attribute', { 'ce-subject': 'o-1' }, { subject: 'o-1' }],
    ['an extension', { 'CE-TraceParent': '00-0a-b7-01' }, { traceparent: '00-0a-b7-01' }],
    [
      'percent-encoded text',
      { 'ce-subject': 'Euro%20%e2%82%AC%20%F0%9F%98%80' },
      { subject: 'Euro € 😀' },
    ],
    ['a plus sign', { 'ce-subject': 'a+b%2Bc' }, { subject: 'a+b+c' }],
    [
      'a text in quotation marks',
      { 'ce-subject': '"a \\"b\\" \\\\ c"' },
      { subject: 'a "b" \\ c' },
    ],
    ['one quotation mark', { 'ce-subject': '"' }, { subject: '"' }],
    ['one round of decoding', { 'ce-subject': '%2541' }, { subject: '%41' }],
    ['an empty extension', { 'ce-comexample': '' }, { comexample: '' }],
    ['a time', { 'ce-time': '2026-01-31T09:30:00+01:00' }, { time: '2026-01-31T09:30:00+01:00' }],
    ['a schema', { 'ce-dataschema': 'https://a.example/b' }, { dataschema: 'https://a.example/b' }],
    ['the id before the key', { 'Idempotency-Key': 'k' }, {}],
  ])('keeps %s', (_name, headers, attributes) => {
    expect(sent({ ...required, ...headers })).toEqual([{ ...event, ...attributes }]);
  });

  test.each([
    ['another type', { 'ce-type': 'order.paid.v1' }, 'stranger'],
    ['another source', { 'ce-source': 'aws.ec2' }, 'stranger'],
    ['another version', { 'ce-specversion': '0.3' }, 'identity'],
    ['an empty version', { 'ce-specversion': '' }, 'identity'],
    ['an empty id', { 'ce-id': '' }, 'identity'],
    ['a header twice, spelt otherwise', { 'CE-Id': 'o-2' }, 'attribute'],
    ['a name with a hyphen', { 'ce-a-b': 'c' }, 'attribute'],
    ['no name', { 'ce-': 'c' }, 'attribute'],
    ['half a byte', { 'ce-subject': '100%' }, 'attribute'],
    ['bytes that are no UTF-8', { 'ce-subject': '%C0%A0' }, 'attribute'],
    ['a line break', { 'ce-subject': 'a%0Ab' }, 'attribute'],
    [
      'bytes that are no UTF-8 behind a line separator',
      { 'ce-subject': '%E2%80%A8%FF' },
      'attribute',
    ],
    ['a value beyond ASCII', { 'ce-subject': 'é' }, 'attribute'],
    ['an empty subject', { 'ce-subject': '' }, 'attribute'],
    ['a time that is none', { 'ce-time': '2026-02-30T00:00:00Z' }, 'attribute'],
    ['data in a header', { 'ce-data': '1' }, 'data'],
    ['a content type in a header', { 'ce-datacontenttype': 'application/json' }, 'data'],
    [
      'more than 500 headers',
      Object.fromEntries(Array.from({ length: 497 }, (_, at) => [`x${at}`, ''])),
      'attribute',
    ],
  ])('refuses %s', (_name, headers, why) => {
    expect(sent({ ...required, ...headers })).toBe(why);
  });

  test.each([
    ['ce-specversion', 'identity'],
    ['ce-id', 'identity'],
    ['ce-source', 'stranger'],
    ['ce-type', 'stranger'],
  ])('refuses an event without %s, rather than make one of its own', (name, why) => {
    expect(
      sent(Object.fromEntries(Object.entries(required).filter(([other]) => other !== name))),
    ).toBe(why);
  });

  it('refuses a body above the limit', () => {
    expect(sent(required, `"${'x'.repeat(900_000)}"`)).toBe('tooLarge');
  });

  it('makes what a strict consumer takes, of the source and type of the contract, for every header', () => {
    const values = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.integer({ min: 9, max: 255 }).map((code) => String.fromCharCode(code)),
      }),
      fc
        .string({ unit: 'binary' })
        .map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '?'))),
      fc.constantFrom(
        '","source":"aws.evil',
        '\\',
        '"\\"',
        '$id',
        '#end',
        "'",
        '%22%2C%22',
        '%5C',
        '%27',
      ),
    );
    const names = fc.oneof(
      fc.constantFrom(
        'ce-subject',
        'ce-time',
        'ce-dataschema',
        'CE-Data',
        'ce-__proto__',
        'ce-constructor',
      ),
      fc.string().map((text) => `ce-${text}`),
      fc.string({ unit: fc.constantFrom(...'az09') }).map((text) => `ce-${text}`),
    );
    let arrived = 0;
    const others = fc.dictionary(names, values, { maxKeys: 3 });
    const body = fc.jsonValue({ stringUnit: 'binary' }).map((data) => JSON.stringify(data));
    fc.assert(
      fc.property(
        others,
        fc.dictionary(fc.constantFrom(...Object.keys(required)), values, { maxKeys: 1 }),
        body,
        (more, wrong, data) => {
          const told = sent({ ...required, ...more, ...wrong }, data);
          if (typeof told === 'string') return;
          arrived += 1;
          expect(JSON.stringify(told[0]?.data)).toBe(data);
        },
      ),
      { numRuns: 3000 },
    );
    expect(arrived).toBeGreaterThan(300);
  });
});

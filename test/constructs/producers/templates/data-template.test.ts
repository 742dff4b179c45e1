import fc from 'fast-check';
import { dataTemplate } from '../../../../lib/constructs/producers/templates/data-template';
import { parseCloudEvent } from '../../../../lib/runtime';
import { type HttpRequest, renderRequest } from '../../../support/velocity';

const template = dataTemplate({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  busName: 'orders',
  maxBodySize: 900_000,
});

const entryOf = (request: HttpRequest) => {
  const { Entries } = JSON.parse(renderRequest(template, request));
  expect(Entries).toHaveLength(1);
  const { Detail, ...rest } = Entries[0];
  return { ...rest, detail: JSON.parse(Detail) };
};

describe('dataTemplate', () => {
  it('makes a CloudEvent of the body, with source and type of the contract', () => {
    expect(entryOf({ body: '{"orderId":"1"}', key: 'o-1' })).toEqual({
      Source: 'shop.checkout',
      DetailType: 'order.placed.v1',
      EventBusName: 'orders',
      detail: {
        specversion: '1.0',
        id: 'o-1',
        source: 'shop.checkout',
        type: 'order.placed.v1',
        time: '2026-04-09T12:34:56Z',
        data: { orderId: '1' },
      },
    });
  });

  it('takes the key for every spelling of its header', () => {
    fc.assert(
      fc.property(fc.mixedCase(fc.constant('idempotency-key')), (header) => {
        expect(entryOf({ body: '{}', key: 'o-1', header }).detail.id).toBe('o-1');
      }),
    );
    expect(entryOf({ body: '{}', key: 'o-1', header: 'X-Key' }).detail.id).toBe('JJbx=');
  });

  it('writes what an id cannot hold as in a URL', () => {
    expect(entryOf({ body: '{}', key: 'a\tb' }).detail.id).toBe('a%09b');
    expect(entryOf({ body: '{}', key: 'é\x85' }).detail.id).toBe('%C3%A9%C2%85');
  });

  it('makes the id of the extended request id where the caller says no key', () => {
    expect(entryOf({ body: '{}', extendedRequestId: 'Xy1=' }).detail.id).toBe('Xy1=');
  });

  test.each([
    ['01/Jan/2026:00:00:00 +0000', '2026-01-01T00:00:00Z'],
    ['29/Feb/2028:23:59:59 +0000', '2028-02-29T23:59:59Z'],
    ['15/Mar/2026:01:02:03 +0000', '2026-03-15T01:02:03Z'],
    ['15/May/2026:01:02:03 +0000', '2026-05-15T01:02:03Z'],
    ['15/Jun/2026:01:02:03 +0000', '2026-06-15T01:02:03Z'],
    ['15/Jul/2026:01:02:03 +0000', '2026-07-15T01:02:03Z'],
    ['15/Aug/2026:01:02:03 +0000', '2026-08-15T01:02:03Z'],
    ['15/Sep/2026:01:02:03 +0000', '2026-09-15T01:02:03Z'],
    ['15/Oct/2026:01:02:03 +0000', '2026-10-15T01:02:03Z'],
    ['15/Nov/2026:01:02:03 +0000', '2026-11-15T01:02:03Z'],
    ['31/Dec/2026:12:00:00 +0000', '2026-12-31T12:00:00Z'],
  ])('makes the time of the request time: %s', (requestTime, time) => {
    expect(entryOf({ body: '{}', requestTime }).detail.time).toBe(time);
  });

  const bodies = fc.jsonValue({ stringUnit: 'binary' }).map((data) => JSON.stringify({ data }));
  const hostile = [
    '',
    "a'b",
    '","source":"aws.evil',
    '\\',
    'x"y',
    '$id',
    '${busName}',
    '#set($source = 1)',
    "$util.escapeJavaScript('x')",
    '\u2028',
    'é',
  ];
  const keys = fc.oneof(fc.constantFrom(...hostile), fc.string(), fc.string({ unit: 'binary' }));

  it('carries every body and every key as they were, and lets neither touch anything else', () => {
    fc.assert(
      fc.property(bodies, keys, (body, key) => {
        const { detail, ...rest } = entryOf({ body, key });
        expect(rest).toEqual({
          Source: 'shop.checkout',
          DetailType: 'order.placed.v1',
          EventBusName: 'orders',
        });
        const { data, id, ...attributes } = detail;
        expect(JSON.stringify(data)).toBe(body);
        expect(id).toBe(/^[ -~]+$/.test(key) ? key : key === '' ? 'JJbx=' : id);
        expect(id).toMatch(/^[ -~]+$/);
        expect(attributes).toEqual({
          specversion: '1.0',
          source: 'shop.checkout',
          type: 'order.placed.v1',
          time: '2026-04-09T12:34:56Z',
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('makes what a strict consumer takes, for every key that a header can hold', () => {
    const key = fc.string({
      unit: fc.integer({ min: 9, max: 255 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(key, (header) => {
        const { detail } = entryOf({ body: '{}', key: header });
        expect(parseCloudEvent(detail)).toEqual(detail);
      }),
    );
  });

  it('asks PutEvents to take nothing of a body above the limit', () => {
    const small = dataTemplate({
      source: 's',
      eventType: 't.v1',
      busName: 'b',
      maxBodySize: 10,
    });
    const sent = (body: string) => JSON.parse(renderRequest(small, { body })).Entries;
    expect(sent('"12345678"')).toHaveLength(1);
    const empty = { Source: 's', DetailType: 't.v1', EventBusName: 'b' };
    expect(sent('"123456789"')).toEqual([empty, { ...empty, Detail: 'refused' }]);
  });
});

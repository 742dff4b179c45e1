import fc from 'fast-check';
import { writeCloudEvent } from '../../../lib/core/cloudevents/write';
import { anyEvent } from './any-event';

const order = { specversion: '1.0', id: 'a-1', source: 's', type: 't' } as const;

/** Written from the list of characters at API_SendMessage. */
const sendable = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]+$/u;

describe('writeCloudEvent', () => {
  test('writes the members in their order', () => {
    expect(writeCloudEvent({ ...order, data: { total: 9.5 } })).toBe(
      '{"specversion":"1.0","id":"a-1","source":"s","type":"t","data":{"total":9.5}}',
    );
  });

  test('escapes the characters that SQS refuses, in text and keys', () => {
    const data = { 'a\uffff': 'b\ufffe\u0000\\' };
    const text = writeCloudEvent({ ...order, data });
    expect(text).toContain('"data":{"a\\uffff":"b\\ufffe\\u0000\\\\"}');
    expect(JSON.parse(text)).toEqual({ ...order, data });
  });

  test('for every valid event, writes what SQS takes and JSON reads back', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const text = writeCloudEvent(event);
        expect(text).toMatch(sendable);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(event));
      }),
      { numRuns: 500 },
    );
  });
});

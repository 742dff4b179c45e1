import fc from 'fast-check';
import {
  CloudEventError,
  type EventBridgeEnvelope,
  fromEventBridgeEvent,
  fromPutEventsEntry,
  type PutEventsEntry,
} from '../../../lib/core/cloudevents';
import { anyEvent } from './any-event';

const detail = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  time: '2026-01-31T09:30:00.123456789+05:30',
  data: { total: 9.5 },
};
const entry = {
  Source: 'shop.checkout',
  DetailType: 'order.placed.v1',
  Detail: JSON.stringify(detail),
  Time: new Date(Date.UTC(2026, 0, 31, 4, 0, 0, 123)),
};
const envelope = {
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  source: 'shop.checkout',
  'detail-type': 'order.placed.v1',
  account: '123456789012',
  time: '2026-01-31T04:00:00Z',
  region: 'eu-west-1',
  resources: [],
  detail,
};

function issuesOf(read: () => unknown): [attribute: string, path: string][] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CloudEventError)) throw error;
    return error.issues.map(({ attribute, path }) => [attribute, path]);
  }
  return [];
}

const without = (name: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(detail).filter(([key]) => key !== name)));

const badEntries: [string, object, string, string][] = [
  ['another Source', { Source: 'shop.returns' }, 'source', 'Source'],
  ['a Source in other letters', { Source: 'Shop.Checkout' }, 'source', 'Source'],
  ['no Source', { Source: undefined }, 'source', 'Source'],
  ['another DetailType', { DetailType: 'order.placed.v2' }, 'type', 'DetailType'],
  ['no DetailType', { DetailType: undefined }, 'type', 'DetailType'],
  ['a Time a millisecond later', { Time: new Date(entry.Time.getTime() + 1) }, 'time', 'Time'],
  ['an invalid Time', { Time: new Date(Number.NaN) }, 'time', 'Time'],
  ['a Time that is text', { Time: '2026-01-31T04:00:00.123Z' }, 'time', 'Time'],
  ['no Time for an event with a time', { Time: undefined }, 'time', 'Time'],
  ['a Time for an event without a time', { Detail: without('time') }, 'time', 'Time'],
  ['no Detail', { Detail: undefined }, '', 'Detail'],
  ['a Detail that is an object', { Detail: detail }, '', 'Detail'],
  ['a Detail that is no JSON', { Detail: '{' }, '', 'the event'],
  ['a Detail that is the text of a text', { Detail: JSON.stringify('{}') }, '', 'the event'],
  ['a Detail that is no CloudEvent', { Detail: without('id') }, 'id', 'id'],
];

describe('fromPutEventsEntry', () => {
  test('gives the event of an entry', () => {
    expect(fromPutEventsEntry(entry)).toEqual(detail);
  });

  test('accepts what else an entry has', () => {
    const full = { ...entry, EventBusName: 'orders', Resources: ['a'], TraceHeader: 'b' };
    expect(fromPutEventsEntry(full)).toEqual(detail);
  });

  test.each(badEntries)('refuses %s', (_, members, attribute, path) => {
    const changed = { ...entry, ...members } as Partial<PutEventsEntry>;
    expect(issuesOf(() => fromPutEventsEntry(changed))).toEqual([[attribute, path]]);
  });

  test('refuses everything that differs in one error', () => {
    expect(issuesOf(() => fromPutEventsEntry({ Detail: entry.Detail }))).toEqual([
      ['source', 'Source'],
      ['type', 'DetailType'],
      ['time', 'Time'],
    ]);
  });

  test('names both values of what differs', () => {
    expect(() => fromPutEventsEntry({ ...entry, Source: 'shop.returns' })).toThrow(
      'Invalid CloudEvent: Source is "shop.returns"; expected the event\'s source "shop.checkout".',
    );
  });

  test('refuses null for an entry', () => {
    expect(issuesOf(() => fromPutEventsEntry(JSON.parse('null')))).toEqual([['', 'the entry']]);
  });
});

describe('fromEventBridgeEvent', () => {
  test('gives the event of an envelope, with its own id and time', () => {
    expect(fromEventBridgeEvent(envelope)).toEqual(detail);
  });

  test.each<[string, object, string, string]>([
    ['another source', { source: 'shop.returns' }, 'source', 'source of the envelope'],
    ['no source', { source: undefined }, 'source', 'source of the envelope'],
    ['another detail-type', { 'detail-type': 'order.placed.v2' }, 'type', 'detail-type'],
    ['no detail-type', { 'detail-type': undefined }, 'type', 'detail-type'],
    ['no detail', { detail: undefined }, '', 'the event'],
    ['a detail that is text', { detail: entry.Detail }, '', 'the event'],
    ['a detail that is no CloudEvent', { detail: JSON.parse(without('id')) }, 'id', 'id'],
    ['a CloudEvent for an envelope', { ...detail, detail: undefined }, '', 'the event'],
  ])('refuses %s', (_, members, attribute, path) => {
    const changed = { ...envelope, ...members } as EventBridgeEnvelope;
    expect(issuesOf(() => fromEventBridgeEvent(changed))).toEqual([[attribute, path]]);
  });

  test.each([
    ['null', 'null'],
    ['text', '"{}"'],
  ])('refuses %s for an envelope', (_, text) => {
    expect(issuesOf(() => fromEventBridgeEvent(JSON.parse(text)))).toEqual([['', 'the envelope']]);
  });

  test('for every valid event in an envelope, gives that event', () => {
    fc.assert(
      fc.property(anyEvent, fc.uuid(), (event, id) => {
        const around = { ...envelope, id, source: event.source, 'detail-type': event.type };
        const back = fromEventBridgeEvent({ ...around, detail: event });
        expect(JSON.stringify(back)).toBe(JSON.stringify(event));
      }),
    );
  });
});

import fc from 'fast-check';
import {
  type CloudEvent,
  CloudEventError,
  fromPutEventsEntry,
  toPutEventsEntry,
} from '../../../lib/core/cloudevents';
import { anyEvent } from './any-event';

const order: CloudEvent = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
};

function issuesOf(event: CloudEvent): [attribute: string, path: string][] {
  try {
    toPutEventsEntry(event);
  } catch (error) {
    if (!(error instanceof CloudEventError)) throw error;
    return error.issues.map(({ attribute, path }) => [attribute, path]);
  }
  return [];
}

/** 64 bytes of Detail around the text of the data, and 2 of Source and DetailType. */
const small = { specversion: '1.0', id: '1', source: 's', type: 't' } as const;
const overhead = 66;
/** 30 bytes of Detail, and 14 of Time. */
const time = '2026-01-31T09:30:00Z';
const overheadOfTime = 44;
const lastFit = 999_999;

const accepted: [string, object][] = [
  ['a source of 256 characters', { source: 'a'.repeat(256) }],
  ['a type of 128 characters', { type: 'a'.repeat(128) }],
  ['a source that only looks like one of AWS', { source: 'aws-orders' }],
  ['a source with aws. inside', { source: 'my.aws.orders' }],
  ['null as data', { data: null }],
];

const refused: [string, object, string, string][] = [
  ['what is no CloudEvent', { id: '' }, 'id', 'id'],
  ['a source of 257 characters', { source: 'a'.repeat(257) }, 'source', 'source'],
  ['a type of 129 characters', { type: 'a'.repeat(129) }, 'type', 'type'],
  ['a type of 65 characters that take two units each', { type: '😀'.repeat(65) }, 'type', 'type'],
  ['a source of AWS', { source: 'aws.s3' }, 'source', 'source'],
  ['NaN in the data', { data: { lines: [{ price: Number.NaN }] } }, 'data', 'data.lines[0].price'],
  ['a Date in the data', { data: { placedAt: new Date(0) } }, 'data', 'data.placedAt'],
  ['data that is too large by itself', { data: 'x'.repeat(1_000_000) }, 'data', 'data'],
  ['an integer of more than 64 bits', { data: 2 ** 63 }, 'data', 'data'],
  ['a function as data', { data: () => 1 }, 'data', 'data'],
];

describe('toPutEventsEntry', () => {
  test('puts the whole event in Detail, and its type, source and time around it', () => {
    const event = {
      ...order,
      time: '2026-01-31T09:30:00Z',
      partitionkey: 'eu',
      data: { total: 9.5 },
    };
    expect(toPutEventsEntry(event, { eventBusName: 'orders' })).toEqual({
      Source: 'shop.checkout',
      DetailType: 'order.placed.v1',
      Detail:
        '{"specversion":"1.0","id":"a-1","source":"shop.checkout","type":"order.placed.v1",' +
        '"time":"2026-01-31T09:30:00Z","partitionkey":"eu","data":{"total":9.5}}',
      Time: new Date(Date.UTC(2026, 0, 31, 9, 30)),
      EventBusName: 'orders',
    });
  });

  test('has no Time without a time, and no bus without a name', () => {
    expect(Object.keys(toPutEventsEntry(order))).toEqual(['Source', 'DetailType', 'Detail']);
    expect(Object.keys(toPutEventsEntry(order, { eventBusName: undefined }))).toHaveLength(3);
  });

  test('keeps nanoseconds and the offset in Detail, though Time is a Date', () => {
    const entry = toPutEventsEntry({ ...order, time: '2026-01-31T09:30:00.123456789+05:30' });
    expect(entry.Time).toEqual(new Date(Date.UTC(2026, 0, 31, 4, 0, 0, 123)));
    expect(entry.Detail).toContain('"time":"2026-01-31T09:30:00.123456789+05:30"');
    expect(fromPutEventsEntry(entry).time).toBe('2026-01-31T09:30:00.123456789+05:30');
  });

  test('leaves out what is unset in the event, and what is undefined in the data', () => {
    const unset = { subject: undefined, ...JSON.parse('{"partitionkey":null}') };
    const { Detail } = toPutEventsEntry({ ...order, ...unset, data: { a: undefined, b: 1 } });
    expect(JSON.parse(Detail)).toEqual({ ...order, data: { b: 1 } });
  });
});

describe('toPutEventsEntry', () => {
  test('carries a field __proto__ of the data', () => {
    const data = JSON.parse('{"__proto__":{"admin":true}}');
    expect(toPutEventsEntry({ ...order, data }).Detail).toContain('{"__proto__":{"admin":true}}');
  });

  test('writes Detail as a body is written, so that a queue takes it', () => {
    const { Detail } = toPutEventsEntry({ ...order, data: '\uffff' });
    expect(Detail).toContain('"data":"\\uffff"');
  });

  test.each(accepted)('accepts %s', (_, members) => {
    expect(issuesOf({ ...order, ...members })).toEqual([]);
  });

  test.each(refused)('refuses %s', (_, members, attribute, path) => {
    expect(issuesOf({ ...order, ...members })).toEqual([[attribute, path]]);
  });

  test('refuses everything that EventBridge would not take in one error', () => {
    const event = { ...order, source: `aws.${'a'.repeat(256)}`, type: 'a'.repeat(129), data: 1n };
    const attributes = issuesOf(event).map(([attribute]) => attribute);
    expect(attributes).toEqual(['source', 'source', 'type', 'data']);
  });

  test('refuses an empty name of a bus', () => {
    expect(() => toPutEventsEntry(order, { eventBusName: '' })).toThrow(
      'eventBusName is ""; expected the name or ARN of a bus; leave it out for the default bus.',
    );
  });

  test('refuses the text of an event', () => {
    expect(() => toPutEventsEntry(JSON.stringify(order) as unknown as CloudEvent)).toThrow(
      'expected an object with the members of a CloudEvent 1.0',
    );
  });
});

describe('toPutEventsEntry', () => {
  test.each<[string, number, object]>([
    ['data', lastFit - overhead, {}],
    ['data beside a time', lastFit - overhead - overheadOfTime, { time }],
    [
      'data and 200,000 euro signs of three bytes',
      lastFit - overhead - 600_000,
      { euros: 200_000 },
    ],
  ])('accepts %s up to 999,999 bytes and refuses the next byte', (_, fitting, more) => {
    const { euros = 0, ...attributes }: { euros?: number } = more;
    const withData = (length: number): CloudEvent => {
      return { ...small, ...attributes, data: '€'.repeat(euros) + 'x'.repeat(length) };
    };
    expect(issuesOf(withData(fitting))).toEqual([]);
    expect(issuesOf(withData(fitting + 1))).toEqual([['', 'the size of the entry']]);
  });

  test('accepts a Detail of 1000 levels and refuses one of 1001', () => {
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), 1);
    expect(issuesOf({ ...order, data: nested(999) })).toEqual([]);
    expect(issuesOf({ ...order, data: nested(1000) })).toEqual([
      ['data', `data${'.inner'.repeat(999)}`],
    ]);
  });
});

describe('toPutEventsEntry', () => {
  test('for every valid event, the way to an entry and back changes nothing', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const entry = toPutEventsEntry(event);
        const back = fromPutEventsEntry(entry);
        const { data, ...attributes }: CloudEvent = event;
        const { data: dataBack, ...attributesBack } = back;
        expect(attributesBack).toEqual(attributes);
        expect(JSON.stringify(dataBack)).toBe(JSON.stringify(data));
        expect([entry.Source, entry.DetailType]).toEqual([event.source, event.type]);
        expect(entry.Time === undefined).toBe(event.time === undefined);
      }),
      { numRuns: 1000 },
    );
  });

  test('for every valid event, refuses it without a required attribute and names that one', () => {
    const required = fc.constantFrom('specversion', 'id', 'source', 'type');
    fc.assert(
      fc.property(anyEvent, required, (event, name) => {
        expect(issuesOf({ ...event, [name]: undefined })).toEqual([[name, name]]);
      }),
    );
  });
});

describe('CloudEvent', () => {
  test('types data and extensions', () => {
    const event: CloudEvent<{ total: number }> = {
      ...small,
      partitionkey: 'eu',
      data: { total: 1 },
    };
    const total: number | undefined = event.data?.total;
    expect(total).toBe(1);
    // @ts-expect-error an extension is text, a boolean or an integer
    const wrong: CloudEvent<{ total: number }> = { ...small, trace: ['a'] };
    expect(issuesOf(wrong)).toEqual([['trace', 'trace']]);
  });
});

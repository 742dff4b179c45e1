import type { QueueMessage } from '../../../../lib/analysis';
import { addPipe, grouped, message, pipeHop, pushHop, routeOf, set } from '../queue-template';

const criteria = (...patterns: unknown[]) => ({
  Filters: patterns.map((pattern) => ({
    Pattern: typeof pattern === 'string' ? pattern : JSON.stringify(pattern),
  })),
});

const type = (name: string) => ({ body: { type: [name] } });
const wrongType = type('order.cancelled.v1');
const text: QueueMessage = { body: 'order-1' };
const plain = { body: ['order-1'] };
const attributes = {
  kind: { DataType: 'String', StringValue: 'order' },
  raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1]) },
};

type Row = [name: string, filters: object, event: QueueMessage, is: string, reason: string];

const both: Row[] = [
  ['no filter', {}, message, 'matched', ''],
  ['a filter that matches', criteria(type('order.placed.v1')), message, 'matched', ''],
  ['one of two that matches', criteria(wrongType, type('order.placed.v1')), message, 'matched', ''],
  [
    'none of two',
    criteria(wrongType, type('x')),
    message,
    'filtered',
    'the filters do not match; ',
  ],
  ['a plain text', criteria(plain), text, 'matched', ''],
  ['another plain text', criteria({ body: ['x'] }), text, 'filtered', 'the filters do not match; '],
  [
    'a text for JSON',
    criteria(plain),
    message,
    'filtered',
    'the body is JSON, and the pattern is for a plain text; ',
  ],
  [
    'JSON for a text',
    criteria(wrongType),
    text,
    'filtered',
    'the body is a plain text, and the pattern is for JSON; ',
  ],
  ...['5', 'null'].map((body): Row => {
    const reason = 'the body is a plain text, and the pattern is for JSON; ';
    return [`JSON for ${body}`, criteria(wrongType), { body }, 'filtered', reason];
  }),
  ['what is no JSON', criteria('{'), message, 'unknown', 'the filter is not valid: '],
  ['what is no text', { Filters: [{ Pattern: 5 }] }, message, 'unknown', 'neither an object nor'],
  ['one without a pattern', { Filters: [{}] }, message, 'unknown', 'neither an object nor'],
  [
    'one that is not known, beside one that matches',
    criteria('{', type('order.placed.v1')),
    message,
    'matched',
    '',
  ],
  [
    'one that is not known, beside one that does not match',
    criteria('{', wrongType),
    message,
    'unknown',
    'the filter is not valid',
  ],
  [
    'one that a deployment decides',
    { Filters: [{ Pattern: { Ref: 'Nothing' } }] },
    message,
    'unknown',
    'the filter is not known: ',
  ],
  ['filters that a deployment decides', { Ref: 'Nothing' }, message, 'unknown', 'is not'],
  ['a list that is none', { Filters: { Ref: 'Nothing' } }, message, 'unknown', 'is not'],
];

describe('The filters of a pipe', () => {
  const hopFor = (filters: object, event: QueueMessage) => {
    const SourceParameters = { FilterCriteria: filters };
    return pipeHop(set('Pipe', { SourceParameters }), event);
  };

  test.each(both)('%s', (_, filters, event, pattern, reason) => {
    const hop = hopFor(filters, event);
    expect(hop).toMatchObject({ pattern, reason: expect.stringContaining(reason) });
    if (pattern === 'filtered') {
      expect(hop.verdict).toBe('lost');
      expect(hop.reason).toContain('a pipe removes what its filters do not match from the queue');
    }
    if (pattern === 'unknown') expect(hop.verdict).toBe('unknown');
  });

  it.each<[string, object, string, string]>([
    ['asks for the group', { attributes: { MessageGroupId: ['g'] } }, 'matched', ''],
    ['asks for another group', { attributes: { MessageGroupId: ['x'] } }, 'filtered', ''],
    [
      'asks for a message attribute',
      { messageAttributes: { kind: { stringValue: ['order'] } } },
      'matched',
      '',
    ],
    [
      'asks for a binary one',
      { messageAttributes: { raw: { dataType: ['Binary'], binaryValue: ['AQ=='] } } },
      'matched',
      '',
    ],
    [
      'asks for what only SQS knows',
      { attributes: { SenderId: ['me'] } },
      'unknown',
      'the filter asks for attributes.SenderId: which no template tells',
    ],
    [
      'asks for what a message may have',
      { attributes: { SequenceNumber: [{ exists: false }] } },
      'unknown',
      'attributes.SequenceNumber',
    ],
    ['asks for the id', { messageId: ['1'] }, 'unknown', 'the filter asks for messageId'],
    ['asks for the queue', { eventSourceARN: [{ suffix: ':work' }] }, 'matched', ''],
    ['asks for the region', { awsRegion: ['eu-west-1'] }, 'matched', ''],
  ])('%s', (_, pattern, is, reason) => {
    const event = { ...message, messageGroupId: 'g', messageAttributes: attributes };
    const hop = hopFor(criteria(pattern), event);
    expect(hop).toMatchObject({ pattern: is, reason: expect.stringContaining(reason) });
  });

  it('that a deployment decides are not known', () => {
    const hop = pipeHop(set('Pipe', { SourceParameters: { Ref: 'Nothing' } }));
    expect(hop).toMatchObject({ verdict: 'unknown', pattern: 'unknown' });
  });

  it.each<[string, object]>([
    ['the group', { attributes: { MessageGroupId: [{ exists: false }] } }],
    ['an attribute', { messageAttributes: { kind: { stringValue: ['order'] } } }],
  ])('ask in vain for %s of a message that is not told', (_, pattern) => {
    const { hops } = routeOf((resources) => {
      addPipe('Work', 'Next', { InputTemplate: '"<$.body.id>"' })(resources);
      addPipe('Next', 'Last')(resources);
      const { NextToLast } = resources as unknown as { NextToLast: { Properties: object } };
      const SourceParameters = { FilterCriteria: criteria(pattern) };
      Object.assign(NextToLast.Properties, { SourceParameters });
    });
    expect(hops[1]).toMatchObject({ onward: { hops: [{ verdict: 'unknown' }] } });
  });

  it.each<[string, unknown]>([
    ['a field', { type: ['x'] }],
    ['the body', ['x']],
  ])('ask in vain for %s of a body that is not told', (_, body) => {
    const { hops } = routeOf((resources) => {
      addPipe('Work', 'Next', { InputTemplate: '"<$.body.id>"' })(resources);
      addPipe('Next', 'Last')(resources);
      const { NextToLast } = resources as unknown as { NextToLast: { Properties: object } };
      const SourceParameters = { FilterCriteria: criteria({ body }) };
      Object.assign(NextToLast.Properties, { SourceParameters });
    });
    const why = ': what a pipe makes of an InputTemplate of texts is not read';
    const last = { verdict: 'unknown', reason: expect.stringContaining(why) };
    expect(hops[1]).toMatchObject({ onward: { hops: [last] } });
  });

  it('are not asked of what nests too deep', () => {
    const body = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const hop = hopFor(criteria({ body: { a: [1] } }), { body });
    expect(hop).toMatchObject({ verdict: 'lost', pattern: 'filtered' });
    const group = pipeHop(undefined, { body });
    expect(group.verdict).toBe('deadLettered');
  });

  it('takes no wildcard', () => {
    const hop = hopFor(criteria({ body: { type: [{ wildcard: 'order.*' }] } }), message);
    expect(hop).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining('wildcard') });
  });

  it('do not follow lists that combine in too many ways', () => {
    // Names that repeat leave each list two choices, and none of them lets `z` in.
    const fields = Array.from({ length: 4 }, (_, at) => `f${at}`);
    const texts = Array.from({ length: 30 }, () =>
      fields.map((field) => `"a":[{"${field}":1},{"${field}":1},{"z":1}]`).join(','),
    );
    const pattern = { a: Object.fromEntries([...fields, 'z'].map((field) => [field, [1]])) };
    const hop = hopFor(criteria({ body: pattern }), { body: `{${texts.join(',')}}` });
    const reason = expect.stringContaining('its arrays combine in too many ways');
    expect(hop).toMatchObject({ verdict: 'unknown', reason });
  });
});

describe('The filters of an event source mapping', () => {
  const hopFor = (filters: object, event: QueueMessage) =>
    pushHop(set('EventSource', { FilterCriteria: filters }), {
      ...event,
      messageGroupId: 'customer-7',
    });

  test.each(both)('%s', (_, filters, event, pattern, reason) => {
    const hop = hopFor(filters, event);
    expect(hop).toMatchObject({ pattern, reason: expect.stringContaining(reason) });
    if (pattern === 'filtered') {
      expect(hop.verdict).toBe('lost');
      expect(hop.reason).toContain('Lambda deletes what the filters do not match from the queue');
    }
    if (pattern === 'unknown') expect(hop.verdict).toBe('unknown');
  });

  it('asks for the body only', () => {
    const hop = hopFor(criteria({ eventSource: ['aws:sqs'] }), grouped);
    expect(hop).toMatchObject({
      verdict: 'unknown',
      reason: 'the filter asks for eventSource: for a queue Lambda filters by the body only',
    });
  });

  it('takes a wildcard', () => {
    const hop = hopFor(criteria({ body: { type: [{ wildcard: 'order.*' }] } }), grouped);
    expect(hop.verdict).toBe('delivered');
  });
});

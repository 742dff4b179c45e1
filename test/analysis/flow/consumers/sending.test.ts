import type { QueueMessage } from '../../../../lib/analysis';
import {
  addPipe,
  message,
  pipeHop,
  placed,
  type QueueChange,
  type QueueRow,
  routeOf,
  set,
} from '../queue-template';

const parameters =
  (ids: object, target: object = {}): QueueChange =>
  (resources) => {
    const SqsQueueParameters = { MessageGroupId: '$.body.partitionkey', ...ids };
    Object.assign(resources.Pipe.Properties.TargetParameters, { SqsQueueParameters });
    Object.assign(resources.Fifo.Properties, target);
  };

const group = (MessageGroupId: unknown, target?: object) => parameters({ MessageGroupId }, target);
const standard = { FifoQueue: undefined, ContentBasedDeduplication: undefined };
const byId = { ContentBasedDeduplication: undefined };
const deduplication = (MessageDeduplicationId: unknown, target: object = byId) =>
  parameters({ MessageDeduplicationId }, target);

const refuses = "; the queue's dead-letter queue: SQS moves it there after 5 receives";
const ids = 'SQS takes 1 to 128 letters, digits or punctuation characters';

const rows: QueueRow[] = [
  ['a path to a text', group('$.body.partitionkey'), 'delivered', ''],
  ['a fixed group', group('all'), 'delivered', ''],
  ['no group', group(undefined), 'deadLettered', `the pipe sets no MessageGroupId${refuses}`],
  ['an empty group', group(''), 'deadLettered', 'the pipe sets no MessageGroupId'],
  [
    'a path to nothing',
    group('$.body.nothing'),
    'deadLettered',
    `the MessageGroupId is $.body.nothing: the event has nothing at $.body.nothing${refuses}`,
  ],
  [
    'a path to a number',
    group('$.body.data.total'),
    'unknown',
    'what a pipe makes of the number at $.body.data.total is not documented',
  ],
  ['a path to null', group('$.body.none'), 'unknown', 'of the null at $.body.none'],
  ['a path to an object', group('$.body.data'), 'unknown', 'of the object at $.body.data'],
  ['a path that no page explains', group("$.body['a']"), 'unknown', "['a'] means"],
  ['a text that SQS refuses', group('a b'), 'deadLettered', `the MessageGroupId is "a b": ${ids}`],
  ['a part of a text', group('for $.body.id'), 'deadLettered', ids],
  [
    'the group of a message that has none',
    group('$.attributes.MessageGroupId'),
    'deadLettered',
    'the event has nothing at $.attributes.MessageGroupId',
  ],
  [
    'an attribute that only SQS knows',
    group('$.attributes.AWSTraceHeader'),
    'unknown',
    'whether the record has $.attributes.AWSTraceHeader no template tells',
  ],
  ['no group, for a standard queue', group(undefined, standard), 'delivered', ''],
  [
    'a path to nothing, for a standard queue',
    group('$.body.nothing', standard),
    'unknown',
    'the event has nothing at $.body.nothing',
  ],
  [
    'a deduplication id, for a standard queue',
    deduplication('$.messageId', standard),
    'deadLettered',
    'Shop/Fifo is a standard queue, which takes no deduplication id',
  ],
  ['the id of the record', deduplication('$.messageId'), 'delivered', ''],
  ['the id of the event', deduplication('$.body.id'), 'delivered', ''],
  [
    'no deduplication id',
    deduplication(undefined),
    'deadLettered',
    'Shop/Fifo is a FIFO queue without ContentBasedDeduplication and the pipe sets no MessageDeduplicationId',
  ],
  [
    'a deduplication id from nothing',
    deduplication('$.body.nothing'),
    'deadLettered',
    'the MessageDeduplicationId is $.body.nothing',
  ],
  [
    'a deduplication id from a number',
    deduplication('$.body.data.total'),
    'unknown',
    'the MessageDeduplicationId: what a pipe makes of the number',
  ],
  [
    'deduplication that a deployment decides',
    deduplication(undefined, { ContentBasedDeduplication: { Ref: 'Nothing' } }),
    'unknown',
    'whether Shop/Fifo deduplicates by content is not known',
  ],
  [
    'a group that a deployment decides',
    group({ Ref: 'Nothing' }),
    'unknown',
    'the MessageGroupId is not known: ⟨parameter Nothing of Shop⟩',
  ],
  [
    'ids that a deployment decides',
    set('Pipe', { TargetParameters: { SqsQueueParameters: { Ref: 'Nothing' } } }),
    'unknown',
    'the MessageGroupId is not known: ⟨parameter Nothing of Shop⟩',
  ],
  [
    'parameters that a deployment decides',
    set('Pipe', { TargetParameters: { Ref: 'Nothing' } }),
    'unknown',
    'the MessageGroupId is not known: ⟨parameter Nothing of Shop⟩',
  ],
  [
    'a kind that a deployment decides',
    group('all', { FifoQueue: { Ref: 'Nothing' } }),
    'unknown',
    'whether Shop/Fifo is FIFO is not known',
  ],
];

describe('What a pipe sends to a queue', () => {
  const event = { body: { ...placed, none: null } };

  test.each(rows)('with %s', (_, change, verdict, reason) => {
    const hop = pipeHop(change, event);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.delivers !== undefined && 'body' in hop.delivers).toBe(verdict === 'delivered');
  });

  it.each<[string, QueueChange, object]>([
    ['the group at a path', group('$.body.partitionkey'), { messageGroupId: 'customer-7' }],
    ['a fixed group', group('all'), { messageGroupId: 'all' }],
    ['a group for a fair queue', group('all', standard), { messageGroupId: 'all' }],
    ['no group', group(undefined, standard), {}],
  ])('arrives with %s', (_, change, ids) => {
    expect(pipeHop(change, message).delivers).toEqual({ body: placed, ...ids });
  });

  it('passes a group on that a FIFO queue had', () => {
    const change = group('$.attributes.MessageGroupId');
    const { delivers } = pipeHop(change, { ...message, messageGroupId: 'seattle' });
    expect(delivers).toMatchObject({ messageGroupId: 'seattle' });
  });

  it.each([['$.attributes.MessageGroupId'], ['$.body.partitionkey']])(
    'has no known group where the message is not told: %s',
    (MessageGroupId) => {
      const { hops } = routeOf((resources) => {
        addPipe('Work', 'Next', { InputTemplate: '"<$.body.id>"' })(resources);
        addPipe('Next', 'Fifo', { SqsQueueParameters: { MessageGroupId } })(resources);
      });
      expect(hops[1]).toMatchObject({ onward: { hops: [{ verdict: 'unknown' }] } });
    },
  );

  it('has no group in a body that is no JSON', () => {
    const hop = pipeHop(undefined, { body: 'order-1' });
    expect(hop).toMatchObject({
      verdict: 'deadLettered',
      reason: expect.stringContaining('nothing at $.body.partitionkey'),
    });
  });
});

const template =
  (InputTemplate: unknown): QueueChange =>
  ({ Pipe }) =>
    void Object.assign(Pipe.Properties.TargetParameters, {
      InputTemplate,
      SqsQueueParameters: { MessageGroupId: 'all', MessageDeduplicationId: '$.messageId' },
    });

describe('What arrives from a pipe', () => {
  const delivered = (InputTemplate: unknown, event: QueueMessage = message) =>
    pipeHop(template(InputTemplate), event).delivers;

  it.each<[string, unknown, unknown]>([
    ['the body', '<$.body>', placed],
    ['the body between spaces', ' <$.body>\n', placed],
    ['a field of the body', '{"id":<$.body.id>}', { id: 'order-1' }],
    ['a field in quotes', '{"id":"<$.body.id>"}', { id: 'order-1' }],
    ['one field twice', '{"a":<$.body.id>,"b":<$.body.id>}', { a: 'order-1', b: 'order-1' }],
    [
      'objects and numbers',
      '{"data":<$.body.data>,"n":<$.body.data.total>}',
      { data: placed.data, n: 20 },
    ],
    ['the body within JSON', '{"event":<$.body>}', { event: placed }],
    ['a fixed text', '{"a":1}', { a: 1 }],
    ['8,192 characters', `{"a":"${'x'.repeat(8184)}"}`, { a: 'x'.repeat(8184) }],
  ])('is %s', (_, InputTemplate, body) => {
    expect(delivered(InputTemplate)).toEqual({ body, messageGroupId: 'all' });
  });

  it.each<[string, unknown, string]>([
    [
      'a path to nothing',
      '{"id":<$.body.nothing>}',
      'the InputTemplate: the event has nothing at $.body.nothing, and is then left out',
    ],
    ['a text', '"Order <$.body.id>"', 'an InputTemplate of texts is not read'],
    ['a reserved variable', '{"p":<aws.pipes.pipe-name>}', '<aws.pipes.pipe-name>'],
    ['what is no JSON', '{"id":', 'JSON'],
    ['one that a deployment decides', { Ref: 'Nothing' }, 'the InputTemplate is not known: '],
    ['8,193 characters', `{"a":"${'x'.repeat(8185)}"}`, 'more than 8192 characters'],
    ['an object in quotes', '{"x":"<$.body.data>"}', ''],
  ])('is not told for %s', (_, InputTemplate, reason) => {
    expect(delivered(InputTemplate)).toEqual({ unknown: expect.stringContaining(reason) });
  });

  it('is a text where the body is none', () => {
    expect(delivered('<$.body>', { body: 'order-1' })).toEqual({
      body: 'order-1',
      text: 'order-1',
      messageGroupId: 'all',
    });
  });

  it('says that the guide speaks against JSON', () => {
    const guide = 'the guide says that it loses its quotes';
    expect(pipeHop().reason).toContain(guide);
    expect(pipeHop(template('<$.body>'), { body: 'order-1' }).reason).not.toContain(guide);
    expect(pipeHop(template('{"event":<$.body>}')).reason).not.toContain(guide);
  });

  it('is without a template the whole record', () => {
    const kind = { DataType: 'String', StringValue: 'order' };
    const event = { ...message, messageGroupId: 'customer-7', messageAttributes: { kind } };
    expect(delivered(undefined, event)).toEqual({
      messageGroupId: 'all',
      body: {
        messageId: '⟨message id⟩',
        receiptHandle: '⟨receipt handle⟩',
        body: JSON.stringify(placed),
        attributes: {
          ApproximateReceiveCount: '⟨ApproximateReceiveCount⟩',
          SentTimestamp: '⟨SentTimestamp⟩',
          SenderId: '⟨SenderId⟩',
          ApproximateFirstReceiveTimestamp: '⟨ApproximateFirstReceiveTimestamp⟩',
          MessageGroupId: 'customer-7',
        },
        messageAttributes: {
          kind: {
            stringValue: 'order',
            stringListValues: [],
            binaryListValues: [],
            dataType: 'String',
          },
        },
        md5OfBody: '⟨MD5 of the body⟩',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:work',
        awsRegion: 'eu-west-1',
      },
    });
    expect(delivered('', event)).toEqual(delivered(undefined, event));
  });

  it.each([['<$.body>'], ['{"id":<$.body.id>}'], [undefined]])(
    'is not told where the body of the source is not: %s',
    (InputTemplate) => {
      const { hops } = routeOf((resources) => {
        addPipe('Work', 'Next', { InputTemplate: '"<$.body.id>"' })(resources);
        addPipe('Next', 'Last', { InputTemplate })(resources);
      });
      const [, next] = hops;
      const unread = { unknown: 'what a pipe makes of an InputTemplate of texts is not read' };
      expect(next).toMatchObject({ delivers: unread, onward: { hops: [{ delivers: unread }] } });
      expect(next).not.toHaveProperty('onward.event');
    },
  );
});

import { pushHop, type QueueChange, type QueueRow, set } from '../queue-template';

const standard = set('Fifo', { FifoQueue: undefined });

const mapping =
  (properties: object, queue: QueueChange = standard): QueueChange =>
  (resources) => {
    queue(resources);
    set('Fifo', { VisibilityTimeout: 1_000 })(resources);
    set('EventSource', { ...properties })(resources);
  };
const ofFifo = (properties: object) => mapping(properties, () => {});

const window = 'MaximumBatchingWindowInSeconds';
const concurrency = (MaximumConcurrency: unknown) => ({ ScalingConfig: { MaximumConcurrency } });
const refuses = 'Lambda refuses the mapping: ';

const refused: QueueRow[] = [
  [
    'a batch of 100 without a window',
    mapping({ BatchSize: 100 }),
    'denied',
    `${refuses}its BatchSize is 100, and without a MaximumBatchingWindowInSeconds it may be 10; it stays in the queue`,
  ],
  ['one of 11', mapping({ BatchSize: '11' }), 'denied', 'its BatchSize is 11, and without'],
  ['a window of 0', mapping({ BatchSize: 11, [window]: 0 }), 'denied', 'and without'],
  [
    'a window on a FIFO queue',
    ofFifo({ [window]: 1 }),
    'denied',
    `${refuses}it has a MaximumBatchingWindowInSeconds, and of a FIFO queue it may have none`,
  ],
  [
    'a batch of 11 of a FIFO queue',
    ofFifo({ BatchSize: 11 }),
    'denied',
    `${refuses}its BatchSize is 11, and of a FIFO queue it may be 10; it stays`,
  ],
  [
    'a concurrency of 1',
    mapping(concurrency(1)),
    'denied',
    `${refuses}its MaximumConcurrency is 1, and may be 2 to 1000 batches`,
  ],
  ['a concurrency of 1001', mapping(concurrency(1001)), 'denied', 'MaximumConcurrency is 1001'],
  ['an empty batch', mapping({ BatchSize: 0 }), 'denied', 'BatchSize is 0, and may be 1 to 10000'],
  ['a batch of 10001', mapping({ BatchSize: 10_001, [window]: 1 }), 'denied', '10001, and may be'],
  ['a window of 301 s', mapping({ [window]: 301 }), 'denied', 'is 301, and may be 0 to 300 sec'],
  ['a window before now', mapping({ [window]: -1 }), 'denied', 'is -1, and may be 0 to 300'],
  [
    'two things',
    ofFifo({ BatchSize: 11, ...concurrency(1) }),
    'denied',
    'may be 2 to 1000 batches; its BatchSize is 11',
  ],
  [
    'a function of no template',
    mapping({ FunctionName: 'other', ...concurrency(1) }),
    'denied',
    'MaximumConcurrency is 1',
  ],
];

const accepted: [name: string, change: QueueChange][] = [
  ['a batch of 10', mapping({ BatchSize: 10 })],
  ['a batch of 10 of a FIFO queue', ofFifo({ BatchSize: 10 })],
  ['one of 10000 with a window', mapping({ BatchSize: 10_000, [window]: 1 })],
  ['a window of 300 s', mapping({ [window]: 300 })],
  ['a window of 0 on a FIFO queue', ofFifo({ [window]: 0 })],
  ['a concurrency of 2', mapping(concurrency(2))],
  ['a concurrency of 1000', ofFifo(concurrency(1000))],
  ['a size that a deployment decides', mapping({ BatchSize: { Ref: 'Nothing' } })],
  ['a window that one decides', mapping({ BatchSize: 100, [window]: { Ref: 'Nothing' } })],
  ['a window that one decides, on a FIFO queue', ofFifo({ [window]: { Ref: 'Nothing' } })],
  ['a concurrency that one decides', mapping(concurrency({ Ref: 'Nothing' }))],
];

describe('judgeSettings', () => {
  test.each(refused)('the verdict on %s', (_, change, verdict, reason) => {
    const hop = pushHop(change);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.source.verdict).toBe('denied');
    expect(hop.delivers).toBeUndefined();
  });

  test.each(accepted)('is nothing against %s', (_, change) => {
    expect(pushHop(change)).toMatchObject({ verdict: 'delivered' });
  });

  it('names what is off before what is wrong', () => {
    const change = mapping({ Enabled: false, BatchSize: 100 });
    expect(pushHop(change).reason).toContain('the event source mapping is not enabled');
  });

  it('judges no source that may be a stream', () => {
    const change = mapping({ BatchSize: 100, EventSourceArn: { Ref: 'Source' } });
    expect(pushHop(change)).toMatchObject({ verdict: 'unknown' });
  });
});

import {
  grouped,
  placed,
  pushHop,
  type QueueChange,
  type QueueRow,
  set,
  warehouse,
} from '../queue-template';

const source = (properties: object): QueueChange => set('EventSource', { ...properties });
const ofFunction = (properties: object): QueueChange => set('Function', { ...properties });
const partial = ['ReportBatchItemFailures'];
const batch = 'without ReportBatchItemFailures one bad record sends its whole batch back';

const timeouts =
  (visibility: unknown, timeout: unknown, window?: number): QueueChange =>
  (resources) => {
    Object.assign(resources.Fifo.Properties, { VisibilityTimeout: visibility });
    Object.assign(resources.Function.Properties, { Timeout: timeout });
    if (window === undefined) return;
    // A FIFO queue has no batching window.
    Object.assign(resources.Fifo.Properties, { FifoQueue: undefined });
    const MaximumBatchingWindowInSeconds = window;
    Object.assign(resources.EventSource.Properties, { MaximumBatchingWindowInSeconds });
  };

const rows: QueueRow[] = [
  ['partial responses', source({ FunctionResponseTypes: partial }), 'delivered', ''],
  ['whole batches', source({ FunctionResponseTypes: undefined }), 'delivered', batch],
  [
    'what a deployment decides',
    source({ FunctionResponseTypes: { Ref: 'Nothing' } }),
    'delivered',
    '',
  ],
  ['other answers', source({ FunctionResponseTypes: ['Other'] }), 'delivered', batch],
  ['batches of one', source({ FunctionResponseTypes: [], BatchSize: 1 }), 'delivered', ''],
  [
    'a visibility timeout that is short by a second',
    timeouts(59, 10),
    'delivered',
    "the queue's visibility timeout of 59 s is below 60 s, six times the function's timeout of 10 s",
  ],
  ['one that is too short for the window', timeouts(60, 10, 1), 'delivered', 'below 61 s'],
  ['one that is just as long', timeouts(10, 10), 'delivered', '10 s is below 60 s'],
  ['the default timeouts', timeouts(undefined, undefined), 'delivered', ''],
  ['a default that is too short', timeouts(undefined, 6), 'delivered', '30 s is below 36 s'],
  [
    "a visibility timeout below the function's",
    timeouts(9, 10),
    'denied',
    "Lambda refuses the mapping: the queue's visibility timeout of 9 s is shorter than the function's timeout of 10 s; it stays in the queue until its retention of 4 days ends",
  ],
  ['a timeout that a deployment decides', timeouts(9, { Ref: 'Nothing' }), 'delivered', ''],
  [
    'a mapping that is off',
    source({ Enabled: false }),
    'denied',
    'the event source mapping is not enabled; it stays',
  ],
  ['one that is on', source({ Enabled: 'true' }), 'delivered', ''],
  [
    'one that a deployment switches',
    source({ Enabled: { Ref: 'Nothing' } }),
    'unknown',
    'whether the event source mapping is enabled is not known',
  ],
  ['the name of the function', source({ FunctionName: 'ship' }), 'delivered', ''],
  [
    'its ARN, with a version',
    source({ FunctionName: 'arn:aws:lambda:eu-west-1:111122223333:function:ship:7' }),
    'delivered',
    '',
  ],
  ['its partial ARN', source({ FunctionName: '111122223333:function:ship' }), 'delivered', ''],
  [
    'a function of another account',
    source({ FunctionName: 'arn:aws:lambda:eu-west-1:444455556666:function:ship' }),
    'unknown',
    'no template declares the function arn:aws:lambda:eu-west-1:444455556666:function:ship',
  ],
  ['a function of no template', source({ FunctionName: 'other' }), 'unknown', 'function other'],
  [
    'a function that may not exist',
    ({ Function: ship }) => {
      ship.Condition = 'IsProduction';
    },
    'unknown',
    'Shop/Function: it exists only if the condition IsProduction holds',
  ],
  [
    'a mapping that may not exist',
    ({ EventSource }) => {
      EventSource.Condition = 'IsProduction';
    },
    'unknown',
    'the event source mapping: it exists only if the condition IsProduction holds',
  ],
  [
    'a function that is never called',
    ofFunction({ ReservedConcurrentExecutions: 0 }),
    'lost',
    'Shop/Function has a reserved concurrency of 0: it is never called; it is tried again until its retention of 4 days ends, as the queue has no dead-letter queue',
  ],
  [
    'one that is called now and then',
    ofFunction({ ReservedConcurrentExecutions: 1 }),
    'delivered',
    '',
  ],
];

describe('The hop of an event source mapping', () => {
  test.each(rows)('with %s', (_, change, verdict, reason) => {
    const hop = pushHop(change);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.delivers !== undefined).toBe(verdict === 'delivered');
  });

  it('delivers the body and the group', () => {
    const hop = pushHop();
    expect(hop.delivers).toEqual({ body: placed, messageGroupId: 'customer-7' });
    expect(hop).toMatchObject({
      to: { kind: 'function', logicalId: 'Function', name: 'ship', stack: 'Shop' },
      from: { logicalId: 'Fifo' },
      source: { verdict: 'delivered', from: { logicalId: 'Fifo' } },
      eventSource: { kind: 'eventSource', logicalId: 'EventSource', enabled: 'yes' },
      pattern: 'matched',
    });
  });

  it('names the queue of a function of no template', () => {
    const { source: reception, to } = pushHop(source({ FunctionName: 'other' }));
    expect(reception).toMatchObject({ verdict: 'unknown', from: { logicalId: 'Fifo' } });
    expect(to).toBe('other');
  });

  it('delivers a text and attributes', () => {
    const kind = { DataType: 'String', StringValue: 'order' };
    const event = { ...grouped, body: 'order-1', messageAttributes: { kind } };
    expect(pushHop(undefined, event).delivers).toEqual({
      body: 'order-1',
      text: 'order-1',
      messageAttributes: { kind },
      messageGroupId: 'customer-7',
    });
  });

  it.each<[string, QueueChange]>([
    ['all is as it should be', () => {}],
    ['a batch is one event', source({ FunctionResponseTypes: [], BatchSize: 1 })],
    ['a deployment decides', source({ FunctionResponseTypes: { Ref: 'Nothing' } })],
    ['the visibility timeout is just enough', timeouts(60, 10)],
    ['it is just enough for the window', timeouts(61, 10, 1)],
    ['the function has the default timeout', timeouts(18, undefined)],
    ['the queue has the default timeout', timeouts(undefined, 5)],
    ['a timeout is not known', timeouts({ Ref: 'Nothing' }, 100)],
  ])('warns of nothing where %s', (_, change) => {
    const { reason, verdict } = pushHop(change);
    expect(verdict).toBe('delivered');
    expect(reason).not.toContain(batch);
    expect(reason).not.toContain('visibility');
  });

  it('gets no body that is not told', () => {
    const flow = warehouse(({ Pipe }) => {
      Pipe.Properties.TargetParameters.InputTemplate = '"<$.body.id>"';
    });
    const [hop] = flow.route({ body: placed }, { channel: 'work' }).hops;
    expect(hop).toMatchObject({
      onward: {
        hops: [
          {
            verdict: 'delivered',
            delivers: { unknown: 'what a pipe makes of an InputTemplate of texts is not read' },
          },
        ],
      },
    });
  });

  it('sets an event aside that is never processed', () => {
    const hop = pushHop((resources) => {
      ofFunction({ ReservedConcurrentExecutions: '0' })(resources);
      set('DeadLetters', { FifoQueue: true, QueueName: 'd.fifo' })(resources);
      const RedrivePolicy = resources.Work.Properties['RedrivePolicy'];
      set('Fifo', { RedrivePolicy })(resources);
    });
    expect(hop).toMatchObject({
      verdict: 'deadLettered',
      deadLetter: { to: { logicalId: 'DeadLetters' }, verdict: 'delivered' },
    });
  });
});

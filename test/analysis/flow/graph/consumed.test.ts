import { Flow, type QueueRoute } from '../../../../lib/analysis';
import {
  addPipe,
  arnOf,
  message,
  type QueueResources,
  queueTemplate,
  set,
} from '../queue-template';
import { environment } from '../shop-template';

type Change = (resources: QueueResources) => void;

function flowOf(change: Change): Flow {
  const template = queueTemplate();
  change(template.Resources);
  return Flow.of({ Shop: JSON.parse(JSON.stringify(template)) }, environment);
}

const hopsOf = (change: Change): QueueRoute['hops'] =>
  flowOf(change).route(message, { channel: 'work' }).hops;

const table =
  (Type: string): Change =>
  (resources) => {
    Object.assign(resources, { Table: { Type } });
  };

const both =
  (one: Change, other: Change): Change =>
  (resources) => {
    one(resources);
    other(resources);
  };

const stream = { 'Fn::GetAtt': ['Table', 'StreamArn'] };
const from = (Source: unknown) => set('Pipe', { Source });

const none: [name: string, change: Change][] = [
  ['another queue', from(arnOf('DeadLetters'))],
  ['a queue of another name', from('arn:aws:sqs:eu-west-1:111122223333:other')],
  ["a table's stream", both(table('AWS::DynamoDB::Table'), from(stream))],
  [
    "a table's stream, as a text",
    both(table('AWS::DynamoDB::Table'), from({ 'Fn::GetAtt': 'Table.StreamArn' })),
  ],
  [
    'a Ref to a resource that is no queue',
    both(table('AWS::Kinesis::Stream'), from({ Ref: 'Table' })),
  ],
  [
    'a stream, by its parameters',
    both(
      from({ Ref: 'Nothing' }),
      set('Pipe', { SourceParameters: { KinesisStreamParameters: {} } }),
    ),
  ],
  [
    'a broker, by its parameters',
    both(
      from({ Ref: 'Nothing' }),
      set('Pipe', { SourceParameters: { RabbitMQBrokerParameters: {} } }),
    ),
  ],
];

const perhaps: [name: string, change: Change, source: string][] = [
  ['a parameter', from({ Ref: 'Nothing' }), '⟨parameter Nothing of Shop⟩'],
  ['an import', from({ 'Fn::ImportValue': 'Queue' }), '⟨export Queue⟩'],
  [
    'a parameter of SSM',
    both(table('AWS::SSM::Parameter'), from({ 'Fn::GetAtt': 'Table.Value' })),
    '⟨Value of Table in Shop⟩',
  ],
  [
    'a nested stack',
    both(table('AWS::CloudFormation::Stack'), from({ 'Fn::GetAtt': 'Table.Outputs.Arn' })),
    '⟨Outputs.Arn of Table in Shop⟩',
  ],
  [
    'a resource of a third party',
    both(table('Custom::Queue'), from({ 'Fn::GetAtt': 'Table.Arn' })),
    '⟨Arn of Table in Shop⟩',
  ],
  [
    'a resource of a registry',
    both(table('Shop::Queue::Queue'), from({ 'Fn::GetAtt': 'Table.Arn' })),
    '⟨Arn of Table in Shop⟩',
  ],
  ['nothing', from(undefined), '⟨no source⟩'],
];

describe('A pipe whose source is', () => {
  test.each(none)('%s does not stand on the queue', (_, change) => {
    expect(hopsOf(change)).toEqual([]);
  });

  test.each(perhaps)('%s may stand on every queue', (_, change, source) => {
    expect(hopsOf(change)).toMatchObject([
      { verdict: 'unknown', reason: `the source of the pipe may be another one: ${source}` },
    ]);
  });

  it('a queue that may not exist may have no event', () => {
    const hops = hopsOf(({ Work }) => {
      Work.Condition = 'IsProduction';
    });
    const reason = 'the queue: it exists only if the condition IsProduction holds';
    expect(hops).toMatchObject([{ verdict: 'unknown', reason }]);
  });

  it('the queue may not exist itself', () => {
    const hops = hopsOf(({ Pipe }) => {
      Pipe.Condition = 'IsProduction';
    });
    const reason = 'the pipe: it exists only if the condition IsProduction holds';
    expect(hops).toMatchObject([{ verdict: 'unknown', reason }]);
  });
});

describe('An event source mapping', () => {
  const source = (properties: object) => set('EventSource', { ...properties });
  const fromTable = { EventSourceArn: stream };
  const open = { EventSourceArn: { Ref: 'Nothing' } };

  it.each<[string, Change]>([
    ['of a table', both(table('AWS::DynamoDB::Table'), source(fromTable))],
    ['with a starting position', source({ ...open, StartingPosition: 'LATEST' })],
    ['with topics', source({ ...open, Topics: ['a'] })],
    ['with queues of a broker', source({ ...open, Queues: ['a'] })],
    ['of a Kafka of its own', source({ EventSourceArn: undefined, SelfManagedEventSource: {} })],
  ])('%s is no consumer of a queue', (_, change) => {
    expect(flowOf(change).eventSources).toEqual([]);
  });

  it('of a queue of no template receives nothing that is known', () => {
    const EventSourceArn = 'arn:aws:sqs:eu-west-1:111122223333:other';
    const reason = `no template declares a queue of the ARN ${EventSourceArn}`;
    const [node] = flowOf(source({ EventSourceArn })).eventSources;
    expect(node?.reception).toEqual({ from: EventSourceArn, verdict: 'unknown', reason });
  });

  it('of a parameter may be one', () => {
    const hops = hopsOf(source(open));
    expect(hops[1]).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('the source of the event source mapping may be another one'),
    });
  });
});

describe('Flow', () => {
  it('lists pipes and event source mappings as the templates have them', () => {
    const flow = flowOf(addPipe('Work', 'Other'));
    expect(flow.pipes).toMatchObject([
      {
        kind: 'pipe',
        stack: 'Shop',
        logicalId: 'Pipe',
        name: 'to-seattle',
        arn: 'arn:aws:pipes:eu-west-1:111122223333:pipe/to-seattle',
        source: 'arn:aws:sqs:eu-west-1:111122223333:work',
        state: 'RUNNING',
        filters: [],
        reception: { verdict: 'delivered', from: { logicalId: 'Work' } },
        admission: { verdict: 'delivered', to: { logicalId: 'Fifo' } },
        deadLetter: { verdict: 'delivered', to: { logicalId: 'DeadLetters' } },
      },
      { kind: 'pipe', logicalId: 'WorkToOther', name: '⟨Shop/WorkToOther⟩' },
    ]);
    expect(flow.eventSources).toMatchObject([
      {
        kind: 'eventSource',
        logicalId: 'EventSource',
        source: 'arn:aws:sqs:eu-west-1:111122223333:seattle.fifo',
        target: {
          kind: 'function',
          name: 'ship',
          arn: 'arn:aws:lambda:eu-west-1:111122223333:function:ship',
        },
      },
    ]);
    expect(flow.eventSources[0]).not.toHaveProperty('deadLetter');
  });
});

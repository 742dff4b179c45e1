import { allow, arnOf, pipeHop, type QueueChange, type QueueRow, set } from '../queue-template';

const without =
  (at: number): QueueChange =>
  ({ PipeRole }) => {
    PipeRole.Properties.Policies[0]?.PolicyDocument.Statement.splice(at, 1);
  };

const target = (Target: unknown) => set('Pipe', { Target });
const aside = "; the queue's dead-letter queue: SQS moves it there after 5 receives";

const keyFor =
  (condition: object): QueueChange =>
  ({ PipeRole }) => {
    const statement = allow(['kms:GenerateDataKey', 'kms:Decrypt'], '*', condition);
    PipeRole.Properties.Policies[0]?.PolicyDocument.Statement.splice(3, 1, statement);
  };

const rows: QueueRow[] = [
  [
    'all that it takes',
    () => {},
    'delivered',
    'Own in Shop/PipeRole allows Shop/PipeRole sqs:SendMessage: statement 3',
  ],
  ['no right to send', without(2), 'deadLettered', 'sqs:SendMessage'],
  ['no right to use the key', without(3), 'deadLettered', 'kms:GenerateDataKey'],
  [
    'a key for encryption only',
    ({ PipeRole }) => {
      PipeRole.Properties.Policies[0]?.PolicyDocument.Statement.splice(
        3,
        1,
        allow('kms:GenerateDataKey', arnOf('Key')),
      );
    },
    'deadLettered',
    'kms:Decrypt',
  ],
  [
    'a key for any queue',
    keyFor({ ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': 'arn:aws:sqs:*:*:*' } }),
    'delivered',
    '',
  ],
  [
    'a key for the source only',
    keyFor({ StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arnOf('Work') } }),
    'deadLettered',
    'the request has arn:aws:sqs:eu-west-1:111122223333:seattle.fifo',
  ],
  [
    'a target that may not exist',
    ({ Fifo }) => {
      Fifo.Condition = 'IsProduction';
    },
    'unknown',
    'Shop/Fifo: it exists only if the condition IsProduction holds',
  ],
  [
    'a target of no template',
    target('arn:aws:sqs:eu-west-1:111122223333:other'),
    'unknown',
    "what becomes of it at the pipe's target arn:aws:sqs:eu-west-1:111122223333:other is not read",
  ],
  [
    'a function',
    target(arnOf('Function')),
    'unknown',
    'target arn:aws:lambda:eu-west-1:111122223333:function:ship is not read',
  ],
  ['no target', target(undefined), 'unknown', 'target ⟨no target⟩ is not read'],
  [
    'an enrichment',
    set('Pipe', { Enrichment: arnOf('Function') }),
    'unknown',
    'the pipe has an enrichment, what it makes of the event is open: arn:aws:lambda',
  ],
  [
    'an enrichment that is not known',
    set('Pipe', { Enrichment: [] }),
    'unknown',
    'which is not known',
  ],
];

describe('What a pipe sends, with', () => {
  test.each(rows)('%s', (_, change, verdict, reason) => {
    const hop = pipeHop(change);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.reason.endsWith(aside)).toBe(verdict === 'deadLettered');
    expect(hop.delivers !== undefined && 'body' in hop.delivers).toBe(verdict === 'delivered');
  });

  it('is lost without a dead-letter queue', () => {
    const hop = pipeHop((resources) => {
      without(2)(resources);
      set('Work', { RedrivePolicy: undefined })(resources);
    });
    expect(hop).toMatchObject({
      verdict: 'lost',
      pattern: 'matched',
      target: { verdict: 'denied' },
      reason: expect.stringContaining(
        '; it is tried again until its retention of 4 days ends, as the queue has no dead-letter queue',
      ),
    });
    expect(hop).not.toHaveProperty('deadLetter');
  });
});

const redrive = (RedriveAllowPolicy: unknown) => set('DeadLetters', { RedriveAllowPolicy });
const byQueue = (...sourceQueueArns: unknown[]) =>
  redrive({ redrivePermission: 'byQueue', sourceQueueArns });

const redrives: QueueRow[] = [
  ['nothing said', () => {}, 'deadLettered', 'SQS moves it there after 5 receives'],
  ['any source', redrive({ redrivePermission: 'allowAll' }), 'deadLettered', ''],
  [
    'no source',
    redrive({ redrivePermission: 'denyAll' }),
    'lost',
    'the RedriveAllowPolicy of Shop/DeadLetters is denyAll',
  ],
  [
    'this source',
    byQueue('arn:aws:sqs:eu-west-1:111122223333:other', arnOf('Work')),
    'deadLettered',
    '',
  ],
  [
    'another source',
    byQueue(arnOf('Fifo')),
    'lost',
    'the RedriveAllowPolicy of Shop/DeadLetters names arn:aws:sqs:eu-west-1:111122223333:seattle.fifo',
  ],
  ['none by name', byQueue(), 'lost', 'names no queue'],
  [
    'a source that is not known',
    byQueue({ Ref: 'Nothing' }),
    'unknown',
    'names ⟨parameter Nothing of Shop⟩',
  ],
  [
    'a permission that is not known',
    redrive({ redrivePermission: { Ref: 'Nothing' } }),
    'unknown',
    'is not known',
  ],
  [
    'sources that a deployment decides',
    redrive({ Ref: 'Nothing' }),
    'unknown',
    'the RedriveAllowPolicy of Shop/DeadLetters is not known',
  ],
  [
    'a policy that a deployment decides',
    set('Work', { RedrivePolicy: { Ref: 'Nothing' } }),
    'unknown',
    'the RedrivePolicy is not known: ⟨parameter Nothing of Shop⟩',
  ],
  [
    'a FIFO queue',
    set('DeadLetters', { FifoQueue: true }),
    'lost',
    'Shop/DeadLetters is of another kind: the dead-letter queue of a standard queue is standard',
  ],
  [
    'a kind that is not known',
    set('DeadLetters', { FifoQueue: { Ref: 'Nothing' } }),
    'unknown',
    'are FIFO is not known',
  ],
  [
    'a queue that may not exist',
    ({ DeadLetters }) => {
      DeadLetters.Condition = 'IsProduction';
    },
    'unknown',
    'Shop/DeadLetters: it exists only if',
  ],
  [
    'a queue of no template',
    set('Work', { RedrivePolicy: { deadLetterTargetArn: 'other' } }),
    'unknown',
    'no template declares a queue of the ARN other',
  ],
  [
    'no count',
    set('Work', { RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters') } }),
    'deadLettered',
    'after some receives',
  ],
];

describe("The source's dead-letter queue, with", () => {
  test.each(redrives)('%s', (_, change, verdict, reason) => {
    const hop = pipeHop((resources) => {
      without(2)(resources);
      change(resources);
    });
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it('a standard queue is none of a FIFO queue', () => {
    const hop = pipeHop(
      (resources) => {
        without(2)(resources);
        set('Work', { FifoQueue: true })(resources);
      },
      { body: 'x', messageGroupId: 'g' },
    );
    expect(hop).toMatchObject({
      verdict: 'lost',
      reason: expect.stringContaining('the dead-letter queue of a FIFO queue is FIFO'),
    });
  });
});

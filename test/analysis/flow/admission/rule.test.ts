import { add, type Change, drop, hopOf, type Row, type Statement, shop } from '../shop-template';

const encryption: Row[] = [
  [
    'the key has no statement',
    ({ Key, DeadLetters }) => {
      Key.Properties.KeyPolicy.Statement = [];
      DeadLetters.Properties = {};
    },
    'deadLettered',
    'Shop/Key does not allow events.amazonaws.com kms:GenerateDataKey: no statement allows anything',
  ],
  [
    'the key has no statement, and the dead-letter queue is under it too',
    ({ Key }) => {
      Key.Properties.KeyPolicy.Statement = [];
    },
    'lost',
    'its dead-letter queue: Shop/Key does not allow events.amazonaws.com kms:GenerateDataKey',
  ],
  [
    'the key has the default policy',
    ({ Key }) => {
      delete (Key.Properties as { KeyPolicy?: unknown }).KeyPolicy;
    },
    'lost',
    'Shop/Key does not allow',
  ],
  [
    'the key lets nobody decrypt',
    ({ Key }) => {
      (Key.Properties.KeyPolicy.Statement[0] as Statement).Action = 'kms:GenerateDataKey*';
    },
    'lost',
    'Shop/Key does not allow events.amazonaws.com kms:Decrypt',
  ],
  [
    'the key is for queues of another account',
    ({ Key }) => {
      (Key.Properties.KeyPolicy.Statement[0] as Statement).Condition = {
        ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': 'arn:aws:sqs:*:444455556666:*' },
      };
    },
    'lost',
    'kms:EncryptionContext:aws:sqs:arn wants arn:aws:sqs:*:444455556666:*',
  ],
  [
    'the key hangs on aws:SourceArn, which may not reach KMS',
    ({ Key }) => {
      (Key.Properties.KeyPolicy.Statement[0] as Statement).Condition = {
        ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Rule', 'Arn'] } },
      };
    },
    'unknown',
    'whether the request carries aws:SourceArn is not known',
  ],
  [
    'the key is disabled',
    ({ Key }) => {
      Key.Properties.Enabled = false;
    },
    'lost',
    'the key Shop/Key is not enabled',
  ],
  [
    'the key is in no template',
    ({ Queue }) => {
      Queue.Properties.KmsMasterKeyId = 'alias/of-another-team';
    },
    'unknown',
    'no template declares the key of Shop/Queue: alias/of-another-team',
  ],
  [
    'the key is the AWS managed one',
    ({ Queue }) => {
      Queue.Properties.KmsMasterKeyId = 'alias/aws/sqs';
    },
    'deadLettered',
    'Shop/Queue is under alias/aws/sqs',
  ],
  [
    'the key is an alias of the template',
    (resources) => {
      add(resources, 'Alias', {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: 'alias/orders', TargetKeyId: { Ref: 'Key' } },
      });
      resources.Queue.Properties.KmsMasterKeyId = 'alias/orders';
    },
    'delivered',
    'Shop/Key allows events.amazonaws.com kms:Decrypt: statement 1 (Events)',
  ],
  [
    'the alias of the key may not exist',
    (resources) => {
      add(resources, 'Alias', {
        Type: 'AWS::KMS::Alias',
        Condition: 'IsProduction',
        Properties: { AliasName: 'alias/orders', TargetKeyId: { Ref: 'Key' } },
      });
      resources.Queue.Properties.KmsMasterKeyId = 'alias/orders';
    },
    'unknown',
    'the key Shop/Key: it exists only if the condition IsProduction holds',
  ],
  [
    'the key may not exist',
    ({ Key }) => {
      Object.assign(Key, { Condition: 'IsProduction' });
    },
    'unknown',
    'the key Shop/Key: it exists only if the condition IsProduction holds',
  ],
  [
    'the key may not exist, and lets nobody in anyway',
    ({ Key }) => {
      Object.assign(Key, { Condition: 'IsProduction' });
      Key.Properties.KeyPolicy.Statement = [];
    },
    'lost',
    'Shop/Key does not allow',
  ],
];

const deadLetters: Row[] = [
  [
    'there is no dead-letter queue',
    (resources) => {
      drop(resources, 'QueuePolicy');
      delete resources.Rule.Properties.Targets[0]?.DeadLetterConfig;
    },
    'lost',
    'no queue policy names Shop/Queue; the target has no dead-letter queue',
  ],
  [
    'the dead-letter queue has no policy',
    (resources) => {
      drop(resources, 'QueuePolicy');
      drop(resources, 'DeadLettersPolicy');
    },
    'lost',
    'its dead-letter queue: no queue policy names Shop/DeadLetters',
  ],
  [
    'the dead-letter queue is FIFO',
    (resources) => {
      drop(resources, 'QueuePolicy');
      resources.DeadLetters.Properties.FifoQueue = true;
    },
    'lost',
    'Shop/DeadLetters is a FIFO queue; a dead-letter queue is standard',
  ],
  [
    'the dead-letter queue is in no template',
    (resources) => {
      drop(resources, 'QueuePolicy');
      Object.assign(resources.Rule.Properties.Targets[0] ?? {}, {
        DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:elsewhere' },
      });
    },
    'unknown',
    'no template declares a queue of the ARN arn:aws:sqs:eu-west-1:111122223333:elsewhere',
  ],
  [
    'the dead-letter queue is decided by a condition',
    (resources) => {
      drop(resources, 'QueuePolicy');
      Object.assign(resources.Rule.Properties.Targets[0] ?? {}, {
        DeadLetterConfig: { 'Fn::If': ['IsProduction', {}, {}] },
      });
    },
    'unknown',
    'Fn::If IsProduction in Shop',
  ],
];

const fifo = (properties: object, target: object): Change => {
  return ({ Queue, Rule }) => {
    Object.assign(Queue.Properties, { FifoQueue: true }, properties);
    Object.assign(Rule.Properties.Targets[0] ?? {}, target);
  };
};
const grouped = { SqsParameters: { MessageGroupId: 'orders' } };

const targets: Row[] = [
  [
    'a FIFO queue without a message group',
    fifo({ ContentBasedDeduplication: true }, {}),
    'deadLettered',
    'the target has no SqsParameters.MessageGroupId',
  ],
  [
    'a FIFO queue without deduplication',
    fifo({}, grouped),
    'deadLettered',
    'Shop/Queue is a FIFO queue without ContentBasedDeduplication',
  ],
  [
    'a FIFO queue with both',
    fifo({ ContentBasedDeduplication: true }, grouped),
    'delivered',
    'statement 1 (Events)',
  ],
  [
    'a queue that may be FIFO',
    fifo({ FifoQueue: { Ref: 'IsFifo' } }, {}),
    'unknown',
    'whether Shop/Queue is a FIFO queue is not known',
  ],
  [
    'a queue that may not exist',
    ({ Queue }) => {
      Queue.Condition = 'IsProduction';
    },
    'unknown',
    'Shop/Queue: it exists only if the condition IsProduction holds',
  ],
  [
    'a queue of no template',
    ({ Rule }) => {
      Object.assign(Rule.Properties.Targets[0] ?? {}, {
        Arn: 'arn:aws:sqs:eu-west-1:111122223333:elsewhere',
      });
    },
    'unknown',
    'no template declares a queue of the ARN arn:aws:sqs:eu-west-1:111122223333:elsewhere',
  ],
  [
    'a queue by a role',
    ({ Rule }) => {
      Object.assign(Rule.Properties.Targets[0] ?? {}, { RoleArn: 'arn:aws:iam::1:role/r' });
    },
    'unknown',
    'the target has a RoleArn, whose permissions are not read: arn:aws:iam::1:role/r',
  ],
];

describe('admitRule', () => {
  test.each(encryption)('the verdict where %s', (_, change, verdict, reason) => {
    expect(hopOf(shop(change))).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });

  test.each(deadLetters)(
    'the verdict where the target refuses and %s',
    (_, change, verdict, reason) => {
      expect(hopOf(shop(change))).toMatchObject({
        verdict,
        reason: expect.stringContaining(reason),
      });
    },
  );

  test.each(targets)('the verdict on %s', (_, change, verdict, reason) => {
    expect(hopOf(shop(change))).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });
});

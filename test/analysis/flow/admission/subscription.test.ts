import { add, drop } from '../shop-template';
import {
  placed,
  subscription,
  subscriptionHop,
  type TopicChange,
  type TopicResources,
  type TopicRow,
  topicArn,
  topicShop,
} from '../topic-template';

const dropped =
  (...logicalIds: string[]): TopicChange =>
  (resources) => {
    for (const logicalId of logicalIds) delete (resources as { [id: string]: unknown })[logicalId];
  };

const statementOf = ({ QueuePolicy }: TopicResources) => {
  const [statement] = QueuePolicy.Properties.PolicyDocument.Statement;
  if (!statement) throw new Error('expected a statement');
  return statement;
};

const condition =
  (Condition: object): TopicChange =>
  (resources) => {
    Object.assign(statementOf(resources), { Condition });
  };

const keyCondition =
  (Condition: object): TopicChange =>
  ({ Key }) => {
    Object.assign(Key.Properties.KeyPolicy.Statement[0] ?? {}, { Condition });
  };

const policies: TopicRow[] = [
  [
    'there is no policy',
    dropped('QueuePolicy'),
    'deadLettered',
    'no queue policy names Shop/Queue',
  ],
  [
    'there is no policy at all',
    dropped('QueuePolicy', 'DeadLettersPolicy'),
    'lost',
    'its dead-letter queue: no queue policy names Shop/DeadLetters',
  ],
  [
    'there is no dead-letter queue either',
    (resources) => {
      dropped('QueuePolicy')(resources);
      subscription({ RedrivePolicy: undefined })(resources);
    },
    'lost',
    'no queue policy names Shop/Queue; the subscription has no dead-letter queue',
  ],
  [
    'the statement is for EventBridge',
    (resources) => {
      statementOf(resources).Principal = { Service: 'events.amazonaws.com' };
    },
    'deadLettered',
    'statement 1 (Sns): does not name sns.amazonaws.com',
  ],
  [
    'the statement is for another topic',
    condition({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:returns' } }),
    'deadLettered',
    'the request has arn:aws:sns:eu-west-1:111122223333:orders',
  ],
  [
    'the statement is for another account',
    condition({ StringEquals: { 'aws:SourceAccount': '444455556666' } }),
    'deadLettered',
    'wants 444455556666, the request has 111122223333',
  ],
  [
    'the statement is for the account',
    condition({ StringEquals: { 'aws:SourceAccount': '111122223333' } }),
    'delivered',
    '',
  ],
  [
    'the statement is for the topics of the account',
    condition({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } }),
    'delivered',
    '',
  ],
  [
    'the statement hangs on the principal',
    condition({ ArnEquals: { 'aws:PrincipalArn': topicArn } }),
    'unknown',
    'whether the request carries aws:PrincipalArn is not known',
  ],
];

const keys: TopicRow[] = [
  [
    'the key has no statement',
    ({ Key }) => {
      Key.Properties.KeyPolicy.Statement = [];
    },
    'lost',
    'Shop/Key does not allow sns.amazonaws.com kms:GenerateDataKey: no statement allows anything; its dead-letter queue: Shop/Key does not allow',
  ],
  [
    'the key has no statement, and the dead-letter queue another one',
    ({ Key, DeadLetters }) => {
      Key.Properties.KeyPolicy.Statement = [];
      DeadLetters.Properties = {};
    },
    'deadLettered',
    'Shop/Key does not allow sns.amazonaws.com kms:GenerateDataKey',
  ],
  [
    'the key names the topic',
    keyCondition({ ArnEquals: { 'aws:SourceArn': topicArn } }),
    'delivered',
    'Shop/Key allows sns.amazonaws.com kms:Decrypt: statement 1 (Sns)',
  ],
  [
    'the key names another topic',
    keyCondition({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:returns' } }),
    'lost',
    'Shop/Key does not allow sns.amazonaws.com kms:GenerateDataKey',
  ],
  [
    'the key hangs on the account, which may not reach KMS',
    keyCondition({ StringEquals: { 'aws:SourceAccount': '111122223333' } }),
    'unknown',
    'whether the request carries aws:SourceAccount is not known',
  ],
  [
    'the key is the AWS managed one',
    ({ Queue }) => {
      Queue.Properties.KmsMasterKeyId = 'alias/aws/sqs';
    },
    'deadLettered',
    'Shop/Queue is under alias/aws/sqs, the AWS managed key, whose policy never lets sns.amazonaws.com in',
  ],
  [
    'the key of the topic lets nobody in',
    (resources) => {
      add(resources as never, 'TopicKey', { Type: 'AWS::KMS::Key' });
      resources.Topic.Properties.KmsMasterKeyId = { Ref: 'TopicKey' };
    },
    'delivered',
    'Shop/QueuePolicy allows sns.amazonaws.com sqs:SendMessage',
  ],
];

const fifoTopic: TopicChange = ({ Topic }) => {
  Object.assign(Topic.Properties, { FifoTopic: true, TopicName: 'orders.fifo' });
};
const fifoQueue: TopicChange = ({ Queue }) => {
  Queue.Properties.FifoQueue = true;
};
const fifoDeadLetters: TopicChange = ({ DeadLetters }) => {
  DeadLetters.Properties.FifoQueue = 'true';
};
const all =
  (...changes: TopicChange[]): TopicChange =>
  (resources) => {
    for (const change of changes) change(resources);
  };

const kinds: TopicRow[] = [
  ['a FIFO topic and queue', all(fifoTopic, fifoQueue), 'delivered', ''],
  ['a FIFO topic and a standard queue', fifoTopic, 'delivered', ''],
  [
    'a standard topic and a FIFO queue, whatever its dead-letter queue',
    fifoQueue,
    'lost',
    'Shop/Queue is a FIFO queue, and SNS refuses its subscription to a standard topic',
  ],
  [
    'a standard topic and a queue that may be FIFO',
    ({ Queue }) => {
      Queue.Properties.FifoQueue = { Ref: 'IsFifo' };
    },
    'unknown',
    'whether Shop/Queue is a FIFO queue is not known',
  ],
  [
    'a topic that may be FIFO and a FIFO queue',
    all(fifoQueue, ({ Topic }) => {
      Topic.Properties.FifoTopic = { Ref: 'IsFifo' };
    }),
    'unknown',
    'whether arn:aws:sns:eu-west-1:111122223333:orders is a FIFO topic is not known',
  ],
  [
    'a refusing queue, and a FIFO dead-letter queue of a standard topic',
    all(dropped('QueuePolicy'), fifoDeadLetters),
    'lost',
    'Shop/DeadLetters is a FIFO queue; the dead-letter queue of a standard topic is standard',
  ],
  [
    'a refusing queue, and a FIFO dead-letter queue of a FIFO topic',
    all(dropped('QueuePolicy'), fifoTopic, fifoQueue, fifoDeadLetters),
    'deadLettered',
    'no queue policy names Shop/Queue; its dead-letter queue: Shop/DeadLettersPolicy allows',
  ],
  [
    'a refusing queue, and a standard dead-letter queue of a FIFO topic',
    all(dropped('QueuePolicy'), fifoTopic, fifoQueue),
    'unknown',
    'Shop/DeadLetters is a standard queue; that of a FIFO topic is FIFO',
  ],
];

const endpoints: TopicRow[] = [
  [
    'a queue of no template',
    subscription({ Endpoint: 'arn:aws:sqs:eu-west-1:111122223333:elsewhere' }),
    'unknown',
    'no template declares a queue of the ARN arn:aws:sqs:eu-west-1:111122223333:elsewhere',
  ],
  [
    'a refusing queue, and a dead-letter queue of no template',
    all(
      dropped('QueuePolicy'),
      subscription({ RedrivePolicy: '{"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:1:x"}' }),
    ),
    'unknown',
    'its dead-letter queue: no template declares a queue of the ARN arn:aws:sqs:eu-west-1:1:x',
  ],
  [
    'a refusing queue, and a dead-letter queue that a condition decides',
    all(
      dropped('QueuePolicy'),
      subscription({ RedrivePolicy: { 'Fn::If': ['IsProduction', {}, {}] } }),
    ),
    'unknown',
    'Fn::If IsProduction in Shop',
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
    'a topic in another region',
    subscription({ Region: 'us-east-1' }),
    'unknown',
    'is a topic of the region and account of Shop/Queue is not known',
  ],
  [
    'a topic of another account',
    all(
      dropped('Topic'),
      subscription({ TopicArn: 'arn:aws:sns:eu-west-1:444455556666:theirs' }),
      condition({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:444455556666:theirs' } }),
    ),
    'unknown',
    'whether arn:aws:sns:eu-west-1:444455556666:theirs is a topic of the region and account of Shop/Queue',
  ],
  [
    'a topic of the account that no template declares',
    all(
      dropped('Topic'),
      subscription({ TopicArn: 'arn:aws:sns:eu-west-1:111122223333:theirs' }),
      condition({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:theirs' } }),
    ),
    'delivered',
    '',
  ],
  [
    'a topic whose ARN is exported by a stack that is not given',
    all(
      dropped('Topic'),
      subscription({ TopicArn: { 'Fn::ImportValue': 'Orders:Arn' } }),
      condition({}),
    ),
    'unknown',
    'whether ⟨export Orders:Arn⟩ is a topic of the region and account of Shop/Queue is not known',
  ],
];

describe('admitSubscription', () => {
  const grouped = { ...placed, messageGroupId: 'customer-1' };

  test.each([...policies, ...keys, ...kinds, ...endpoints])(
    'the verdict where %s',
    (_, change, verdict, reason) => {
      expect(subscriptionHop(topicShop(change), grouped)).toMatchObject({
        verdict,
        reason: expect.stringContaining(reason),
      });
    },
  );

  it('names the statements that let the topic in', () => {
    expect(subscriptionHop(topicShop()).reason).toBe(
      'Shop/QueuePolicy allows sns.amazonaws.com sqs:SendMessage: statement 1 (Sns); ' +
        'Shop/Key allows sns.amazonaws.com kms:GenerateDataKey: statement 1 (Sns); ' +
        'Shop/Key allows sns.amazonaws.com kms:Decrypt: statement 1 (Sns)',
    );
  });

  it('decides the same without an environment, as long as no policy names one', () => {
    expect(subscriptionHop(topicShop(undefined, {})).verdict).toBe('delivered');
  });

  it('asks the dead-letter queue even where nothing refuses', () => {
    const hop = subscriptionHop(
      topicShop((resources) => drop(resources as never, 'DeadLettersPolicy')),
    );
    expect(hop).toMatchObject({ verdict: 'delivered', deadLetter: { verdict: 'denied' } });
  });
});

import type { Fields } from '../template';

export interface ExpectedKey {
  readonly place: string;
  /** What its policy allows to services; everything else is its account's. */
  readonly allows: readonly Fields[];
}

const here = '${AWS::Region}:${AWS::AccountId}';

/** In a key policy `*` is the key itself. */
export const keys: readonly ExpectedKey[] = [
  {
    place: 'Sealed/Key',
    allows: [
      // EventBridge asks what the key is without an encryption context.
      { ...to('events.amazonaws.com'), Action: 'kms:DescribeKey' },
      {
        ...to('events.amazonaws.com'),
        Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
        Condition: {
          StringEquals: {
            'kms:EncryptionContext:aws:events:event-bus:arn': `arn:\${AWS::Partition}:events:${here}:event-bus/Sealed-Bus-1DC27903`,
          },
        },
      },
      forQueues('events.amazonaws.com'),
    ],
  },
  { place: 'Fanout/AuditKey', allows: [forQueues('sns.amazonaws.com')] },
  { place: 'Fanout/TopicKey', allows: [forQueues('sns.amazonaws.com'), forTopics()] },
  { place: 'Ordered/LedgerKey', allows: [forQueues('sns.amazonaws.com'), forTopics()] },
  // Nobody but producers and consumers uses it, by their own policies.
  { place: 'Worked/TasksKey', allows: [] },
  { place: 'InTurn/TurnKey', allows: [forQueues('sns.amazonaws.com')] },
];

/** The service puts into the queues of the account that are under the key. */
function forQueues(service: string): Fields {
  const queues = `arn:\${AWS::Partition}:sqs:${here}:*`;
  return {
    ...to(service),
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': queues } },
  };
}

/** SNS keeps messages of the account's topics that are under the key. */
function forTopics(): Fields {
  const topics = `arn:\${AWS::Partition}:sns:${here}:*`;
  return {
    ...to('sns.amazonaws.com'),
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': topics } },
  };
}

function to(service: string): Fields {
  return { Effect: 'Allow', Principal: { Service: service }, Resource: '*' };
}

import type { Hop } from '../../../../lib/analysis';
import { add, allowEvents, type Change, hopOf, type Row, shop } from '../shop-template';

/** The shop whose rule publishes to a topic under a key of its own. */
function withTopic(
  change: (topic: ReturnType<typeof topicOf>) => void = () => {},
  further: Change = () => {},
): Change {
  return (resources, template) => {
    const topic = topicOf();
    change(topic);
    for (const [logicalId, resource] of Object.entries(topic)) add(resources, logicalId, resource);
    const [target] = resources.Rule.Properties.Targets;
    if (target) target.Arn = { Ref: 'Topic' };
    further(resources, template);
  };
}

function topicOf() {
  return {
    Topic: {
      Type: 'AWS::SNS::Topic',
      Condition: undefined as string | undefined,
      Properties: { KmsMasterKeyId: { Ref: 'TopicKey' } as unknown } as { [name: string]: unknown },
    },
    TopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [{ Ref: 'Topic' }] as unknown[],
        PolicyDocument: {
          Statement: [withoutCondition(allowEvents('sns:Publish', { Ref: 'Topic' }, {}))],
        },
      },
    },
    TopicKey: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Statement: [
            withoutCondition(allowEvents(['kms:Decrypt', 'kms:GenerateDataKey*'], '*', {})),
          ],
        },
      },
    },
  };
}

function withoutCondition(statement: ReturnType<typeof allowEvents>) {
  return { ...statement, Condition: undefined as object | undefined };
}

type Topic = ReturnType<typeof topicOf>;

const policyCondition = (Condition: object) => (topic: Topic) => {
  Object.assign(topic.TopicPolicy.Properties.PolicyDocument.Statement[0] ?? {}, { Condition });
};

const keyCondition = (Condition: object) => (topic: Topic) => {
  Object.assign(topic.TopicKey.Properties.KeyPolicy.Statement[0] ?? {}, { Condition });
};

const rows: Row[] = [
  [
    'policy and key let EventBridge in',
    withTopic(),
    'delivered',
    'Shop/TopicPolicy allows events.amazonaws.com sns:Publish: statement 1 (Events); ' +
      'Shop/TopicKey allows events.amazonaws.com kms:GenerateDataKey',
  ],
  [
    'the topic has the default policy',
    withTopic(({ TopicPolicy }) => {
      TopicPolicy.Properties.Topics = [];
    }),
    'deadLettered',
    'no topic policy names Shop/Topic',
  ],
  [
    'the policy is an inline one',
    withTopic((topic) => {
      const { PolicyDocument } = topic.TopicPolicy.Properties;
      Object.assign(topic.TopicPolicy, {
        Type: 'AWS::SNS::TopicInlinePolicy',
        Properties: { TopicArn: { Ref: 'Topic' }, PolicyDocument },
      });
    }),
    'delivered',
    '',
  ],
  [
    'the policy denies what is not encrypted in transit',
    withTopic(({ TopicPolicy }) => {
      TopicPolicy.Properties.PolicyDocument.Statement.push({
        ...withoutCondition(allowEvents('sns:Publish', { Ref: 'Topic' }, {})),
        Effect: 'Deny',
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      });
    }),
    'delivered',
    '',
  ],
  [
    'the policy names the rule, which no page certainly says it can',
    withTopic(
      policyCondition({ ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Rule', 'Arn'] } } }),
    ),
    'unknown',
    'whether the request carries aws:SourceArn is not known',
  ],
  [
    'the key has a condition that is not supported there',
    withTopic(keyCondition({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } })),
    'deadLettered',
    'Shop/TopicKey does not allow events.amazonaws.com kms:GenerateDataKey: statement 1 (Events): StringEquals aws:SourceAccount wants 111122223333, the request has none',
  ],
  [
    'the key hangs on the encryption context',
    withTopic(keyCondition({ ArnEquals: { 'kms:EncryptionContext:aws:sns:topicArn': 'x' } })),
    'unknown',
    'whether the request carries kms:EncryptionContext:aws:sns:topicArn is not known',
  ],
  [
    'the key is the AWS managed one, and there is no dead-letter queue',
    withTopic(
      ({ Topic }) => {
        Topic.Properties.KmsMasterKeyId = 'alias/aws/sns';
      },
      ({ Rule }) => {
        Object.assign(Rule.Properties.Targets[0] ?? {}, { DeadLetterConfig: undefined });
      },
    ),
    'lost',
    'Shop/Topic is under alias/aws/sns, the AWS managed key, whose policy never lets events.amazonaws.com in',
  ],
  [
    'the topic is FIFO',
    withTopic(({ Topic }) => {
      Topic.Properties.FifoTopic = true;
    }),
    'unknown',
    'Shop/Topic is a FIFO topic: no page says that a rule can publish to one',
  ],
  [
    'the target has a role',
    withTopic(undefined, ({ Rule }) => {
      Object.assign(Rule.Properties.Targets[0] ?? {}, { RoleArn: 'arn:aws:iam::1:role/r' });
    }),
    'unknown',
    'the target has a RoleArn, whose permissions are not read',
  ],
  [
    'the topic may not exist',
    withTopic(({ Topic }) => {
      Topic.Condition = 'IsProduction';
    }),
    'unknown',
    'Shop/Topic: it exists only if the condition IsProduction holds',
  ],
  [
    'the topic is in no template',
    withTopic(undefined, ({ Rule }) => {
      Object.assign(Rule.Properties.Targets[0] ?? {}, {
        Arn: 'arn:aws:sns:eu-west-1:111122223333:elsewhere',
      });
    }),
    'unknown',
    'no template declares a topic of the ARN arn:aws:sns:eu-west-1:111122223333:elsewhere',
  ],
];

describe('admitToTopic', () => {
  test.each(rows)('the verdict where %s', (_, change, verdict, reason) => {
    const hop: Hop = hopOf(shop(change));
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.onward === undefined).toBe(verdict !== 'delivered');
  });

  it('does not take a topic for a dead-letter queue', () => {
    const change = withTopic(
      ({ Topic }) => {
        Topic.Properties.KmsMasterKeyId = 'alias/aws/sns';
      },
      ({ Rule }) => {
        Object.assign(Rule.Properties.Targets[0] ?? {}, {
          DeadLetterConfig: { Arn: { Ref: 'Topic' } },
        });
      },
    );
    expect(hopOf(shop(change))).toMatchObject({
      verdict: 'unknown',
      deadLetter: { verdict: 'unknown' },
    });
  });
});

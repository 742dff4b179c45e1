import { withoutKey } from './key-use';
import { policyRules, type Statement } from './policy-rules';
import type { ResourceOf, TemplateOf } from './shop';

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const sns = { Service: 'sns.amazonaws.com' };
const here = { 'aws:SourceAccount': '111111111111' };
const fromTopic = { ArnEquals: { 'aws:SourceArn': { Ref: 'Topic' } }, StringEquals: here };

const send: Statement = {
  Effect: 'Allow',
  Principal: sns,
  Action: 'sqs:SendMessage',
  Resource: arn('Queue'),
  Condition: fromTopic,
};

const tls: Statement = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sqs:*',
  Resource: arn('Queue'),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const open: Statement = {
  Effect: 'Allow',
  Principal: sns,
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': 'arn:aws:sqs:x:1:*' } },
};

const trust: Statement = {
  Effect: 'Allow',
  Principal: { Service: 'pipes.amazonaws.com' },
  Action: 'sts:AssumeRole',
  Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:pipes:x:1:pipe/*' }, StringEquals: here },
};

const receive: Statement = {
  Effect: 'Allow',
  Action: ['sqs:ReceiveMessage'],
  Resource: arn('Queue'),
};

const decrypt: Statement = {
  Effect: 'Allow',
  Action: 'kms:Decrypt',
  Resource: arn('Key'),
  Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arn('Queue') } },
};

const Queue = { Type: 'AWS::SQS::Queue' };

const policy = (Statement: Statement[]): ResourceOf => ({
  Type: 'AWS::SQS::QueuePolicy',
  Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement } },
});

const key = (one: Statement): ResourceOf => ({
  Type: 'AWS::KMS::Key',
  Properties: { KeyPolicy: { Statement: [one] } },
});

const role = (one: Statement): ResourceOf => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Statement: [one] } },
});

const identity = (one: Statement): ResourceOf => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyDocument: { Statement: [one] } },
});

const safe: [string, Record<string, ResourceOf>][] = [
  ['a queue with its policy', { Queue, Policy: policy([tls, send]) }],
  ['a key for queues', { Key: key(open) }],
  [
    'a key that may be described',
    { Key: key({ ...open, Action: 'kms:DescribeKey', Condition: {} }) },
  ],
  ['the role of a pipe', { Role: role(trust) }],
  ['a consumer', { Policy: identity(receive) }],
  ['a consumer under a key', { Policy: identity(decrypt) }],
];

const unsafe: [string, Record<string, ResourceOf>][] = [
  ['a queue without a policy', { Queue }],
  ['a queue with two policies', { Queue, One: policy([tls]), Two: policy([tls, send]) }],
  ['a queue without a denial', { Queue, Policy: policy([send]) }],
  ['a denial of one action', { Queue, Policy: policy([{ ...tls, Action: 'sqs:SendMessage' }]) }],
  ['a denial for one service', { Queue, Policy: policy([{ ...tls, Principal: sns }]) }],
  ['a denial of another queue', { Queue, Policy: policy([{ ...tls, Resource: arn('Other') }]) }],
  ['a denial under no condition', { Queue, Policy: policy([{ ...tls, Condition: {} }]) }],
  ['a topic without a policy', { Topic: { Type: 'AWS::SNS::Topic' } }],
  ['an open queue', { Queue, Policy: policy([tls, { ...send, Principal: { AWS: '*' } }]) }],
  ['a service that may receive', { Queue, Policy: policy([tls, { ...send, Action: 'sqs:*' }]) }],
  ['any source', { Queue, Policy: policy([tls, { ...send, Condition: { StringEquals: here } }]) }],
  [
    'any source, by a wildcard',
    {
      Queue,
      Policy: policy([
        tls,
        { ...send, Condition: { ...fromTopic, ArnEquals: { 'aws:SourceArn': '*' } } },
      ]),
    },
  ],
  [
    'any account',
    { Queue, Policy: policy([tls, { ...send, Condition: { ArnEquals: fromTopic.ArnEquals } }]) },
  ],
  ['a key for anything', { Key: key({ ...open, Condition: {} }) }],
  ['a role for any pipe', { Role: role({ ...trust, Condition: { StringEquals: here } }) }],
  ['a role for any account', { Role: role({ ...trust, Condition: { ArnLike: {} } }) }],
  ['a consumer of every queue', { Policy: identity({ ...receive, Resource: '*' }) }],
  ['a consumer of every queue, listed', { Policy: identity({ ...receive, Resource: ['*'] }) }],
  ['a consumer that may do all', { Policy: identity({ ...receive, Action: 'sqs:*' }) }],
  ['a key for every message', { Policy: identity({ ...decrypt, Condition: undefined }) }],
];

describe('withoutKey', () => {
  const both = (...Statement: Statement[]) => ({
    Resources: {
      Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement } } },
    },
  });
  const forOther = {
    StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': [arn('Other')] },
  };

  it('lets a consumer be that may decrypt the messages of its queue', () => {
    expect(withoutKey(both(receive, decrypt))).toEqual([]);
  });

  it.each([
    ['no statement on the key', both(receive)],
    ['one for another queue', both(receive, { ...decrypt, Condition: forOther })],
    ['one for all but decrypting', both(receive, { ...decrypt, Action: 'kms:GenerateDataKey' })],
  ])('tells of %s', (_name, template) => {
    expect(withoutKey(template)).toEqual([
      'Policy: kms:Decrypt for {"Fn::GetAtt":["Queue","Arn"]}',
    ]);
  });
});

const violations = (Resources: TemplateOf['Resources']) =>
  policyRules.filter((rule) => rule.violations({ Resources }).length > 0);

describe('policyRules', () => {
  it.each(safe)('lets %s be', (_name, resources) => {
    expect(violations(resources)).toEqual([]);
  });

  it.each(unsafe)('refuses %s, by one rule', (_name, resources) => {
    expect(violations(resources)).toHaveLength(1);
  });
});

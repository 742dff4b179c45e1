import {
  add,
  addStatement,
  condition,
  deadLettersArn,
  drop,
  hopOf,
  queueArn,
  type Row,
  shop,
  shopTemplate,
  statementOf,
} from '../shop-template';

const allows: Row[] = [
  [
    'the queue policy is gone',
    (resources) => drop(resources, 'QueuePolicy'),
    'deadLettered',
    'no queue policy names Shop/Queue',
  ],
  [
    'the statement names a rule of another bus',
    condition({
      ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/other/orders' },
    }),
    'deadLettered',
    'Shop/QueuePolicy does not allow events.amazonaws.com sqs:SendMessage: statement 1 (Events): ArnEquals aws:SourceArn wants arn:aws:events:eu-west-1:111122223333:rule/other/orders',
  ],
  [
    'the statement names another rule of this bus',
    (resources) => {
      add(resources, 'Other', { ...resources.Rule });
      condition({ ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': 'Other.Arn' } } })(
        resources,
        shopTemplate(),
      );
    },
    'deadLettered',
    'wants arn:aws:events:eu-west-1:111122223333:rule/orders/⟨Shop/Other⟩, the request has arn:aws:events:eu-west-1:111122223333:rule/orders/⟨Shop/Rule⟩',
  ],
  [
    'the statement names any rule of the default bus',
    condition({ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:*:rule/default-*' } }),
    'deadLettered',
    'rule/default-*',
  ],
  [
    'the statement names any rule of any bus by a part of an ARN',
    condition({ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*' } }),
    'unknown',
    'ArnLike aws:SourceArn wants arn:aws:events:*',
  ],
  [
    'the statement names another account',
    condition({ StringEquals: { 'aws:SourceAccount': '444455556666' } }),
    'deadLettered',
    'StringEquals aws:SourceAccount wants 444455556666, the request has 111122223333',
  ],
  ['the statement has no condition', condition(undefined), 'delivered', 'statement 1 (Events)'],
  [
    'the statement names another service',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Principal = { Service: ['sns.amazonaws.com'] };
    },
    'deadLettered',
    'statement 1 (Events): does not name events.amazonaws.com',
  ],
  [
    'the statement is for everyone',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Principal = '*';
    },
    'delivered',
    'statement 1 (Events)',
  ],
  [
    'the statement is for a principal that a parameter decides',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Principal = { AWS: { Ref: 'Who' } };
    },
    'unknown',
    'its principal is not known',
  ],
  [
    'the statement has NotPrincipal',
    ({ QueuePolicy }) => {
      Object.assign(statementOf(QueuePolicy), { Principal: undefined, NotPrincipal: '*' });
    },
    'unknown',
    'its principal is not known',
  ],
  [
    'the statement allows receiving only',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Action = ['sqs:ReceiveMessage'];
    },
    'deadLettered',
    'Action is sqs:ReceiveMessage',
  ],
  [
    'the action is a wildcard in capitals',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Action = 'SQS:Send*';
    },
    'delivered',
    '',
  ],
  [
    'the statement is for another queue',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Resource = deadLettersArn;
    },
    'deadLettered',
    'Resource is arn:aws:sqs:eu-west-1:111122223333:⟨Shop/DeadLetters⟩',
  ],
  [
    'the policy is for another queue',
    (resources) => {
      add(resources, 'Third', { Type: 'AWS::SQS::Queue', Properties: {} });
      resources.QueuePolicy.Properties.Queues = [{ Ref: 'Third' }];
    },
    'deadLettered',
    'no queue policy names Shop/Queue',
  ],
  [
    'the policy may be for another queue',
    ({ QueuePolicy }) => {
      QueuePolicy.Properties.Queues = [{ Ref: 'SomeQueueUrl' }];
    },
    'unknown',
    'the queue that it names may be another one: ⟨parameter SomeQueueUrl of Shop⟩',
  ],
  [
    'the policy exists under a condition',
    ({ QueuePolicy }) => {
      QueuePolicy.Condition = 'IsProduction';
    },
    'unknown',
    'it exists only if the condition IsProduction holds',
  ],
  [
    'the policy document is decided by a condition',
    ({ QueuePolicy }) => {
      QueuePolicy.Properties.PolicyDocument = { 'Fn::If': ['IsProduction', {}, {}] };
    },
    'unknown',
    'Shop/QueuePolicy is not known',
  ],
  [
    'a second policy of the queue allows nothing',
    (resources) =>
      add(resources, 'Second', {
        Type: 'AWS::SQS::QueueInlinePolicy',
        Properties: { Queue: { Ref: 'Queue' }, PolicyDocument: { Statement: [] } },
      }),
    'unknown',
    'Shop/QueuePolicy and Shop/Second overwrite each other',
  ],
  [
    'the policy is for a queue that is no text',
    ({ QueuePolicy }) => {
      QueuePolicy.Properties.Queues = [{ a: 1 }];
    },
    'unknown',
    'the queue that it names may be another one',
  ],
  [
    'the statement has no action',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Action = undefined;
    },
    'unknown',
    'it has no Action',
  ],
  [
    'the statement allows everything but sending',
    ({ QueuePolicy }) => {
      Object.assign(statementOf(QueuePolicy), { Action: undefined, NotAction: 'sqs:Send*' });
    },
    'deadLettered',
    'statement 1 (Events): NotAction is sqs:Send*',
  ],
  [
    'the statement is for a queue by a policy variable',
    ({ QueuePolicy }) => {
      statementOf(QueuePolicy).Resource = 'arn:aws:sqs:*:*:${aws:PrincipalTag/queue}';
    },
    'unknown',
    'Resource is arn:aws:sqs:*:*:${aws:PrincipalTag/queue}',
  ],
  [
    'a parameter decides the effect of the statement',
    ({ QueuePolicy }) => {
      Object.assign(statementOf(QueuePolicy), { Effect: { Ref: 'Effect' } });
    },
    'unknown',
    'its effect is not known',
  ],
  [
    'of two statements the second comes closer',
    (resources, template) => {
      const { QueuePolicy } = resources;
      const wrongAccount = { StringEquals: { 'aws:SourceAccount': '444455556666' } };
      addStatement({ ...statementOf(QueuePolicy), Condition: wrongAccount })(resources, template);
      statementOf(QueuePolicy).Principal = { Service: 'sns.amazonaws.com' };
    },
    'deadLettered',
    'statement 2 (Events): StringEquals aws:SourceAccount',
  ],
  [
    'of two statements the first comes closer',
    (resources, template) => {
      const { QueuePolicy } = resources;
      const service = { Service: 'sns.amazonaws.com' };
      addStatement({ ...statementOf(QueuePolicy), Principal: service })(resources, template);
      statementOf(QueuePolicy).Action = 'sqs:ReceiveMessage';
    },
    'deadLettered',
    'statement 1 (Events): Action is sqs:ReceiveMessage',
  ],
  [
    'a second policy that may not exist allows the same',
    (resources) => {
      const { Properties } = resources.QueuePolicy;
      add(resources, 'Second', { ...resources.QueuePolicy, Condition: 'IsProduction', Properties });
    },
    'delivered',
    'Shop/QueuePolicy allows',
  ],
  [
    'the only policy may not exist, and allows nothing anyway',
    (resources, template) => {
      resources.QueuePolicy.Condition = 'IsProduction';
      condition({ StringEquals: { 'aws:SourceAccount': '444455556666' } })(resources, template);
    },
    'deadLettered',
    'wants 444455556666',
  ],
];

const denyAll = (value: object) => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sqs:*',
  Resource: queueArn,
  Condition: value,
});

const denials: Row[] = [
  [
    'a Deny for requests without TLS',
    addStatement(denyAll({ Bool: { 'aws:SecureTransport': 'false' } })),
    'delivered',
    'statement 1 (Events)',
  ],
  [
    'a Deny for requests with TLS',
    addStatement(denyAll({ Bool: { 'aws:SecureTransport': true } })),
    'deadLettered',
    'Shop/QueuePolicy denies events.amazonaws.com sqs:SendMessage: statement 2',
  ],
  [
    'a Deny that leaves AWS services out',
    addStatement(
      denyAll({
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      }),
    ),
    'delivered',
    '',
  ],
  [
    'a Deny by a key that is not known',
    addStatement(denyAll({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })),
    'unknown',
    'whether the request carries aws:SourceVpc is not known',
  ],
  [
    'a Deny by an operator that is not known',
    addStatement(denyAll({ NumericLessThan: { 'aws:SourceAccount': '5' } })),
    'unknown',
    'the operator NumericLessThan is not known',
  ],
  [
    'a Deny by a policy variable',
    addStatement(denyAll({ StringLike: { 'aws:SourceAccount': '${aws:PrincipalAccount}' } })),
    'unknown',
    'StringLike aws:SourceAccount wants ${aws:PrincipalAccount}',
  ],
  [
    'a Deny of everything but receiving',
    addStatement({ ...denyAll({}), Action: undefined, NotAction: ['sqs:ReceiveMessage'] }),
    'deadLettered',
    'denies events.amazonaws.com sqs:SendMessage: statement 2',
  ],
  [
    'a statement that a condition decides',
    addStatement({ 'Fn::If': ['IsProduction', {}, { Ref: 'AWS::NoValue' }] }),
    'unknown',
    'statement 2 is not known: ⟨Fn::If IsProduction in Shop⟩',
  ],
  [
    'a Deny that does not matter, because nothing allows',
    (resources, template) => {
      condition({ StringEquals: { 'aws:SourceAccount': '444455556666' } })(resources, template);
      addStatement(denyAll({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))(resources, template);
    },
    'deadLettered',
    'the request has 111122223333',
  ],
];

describe('decide', () => {
  test.each(allows)('the verdict on %s', (_, change, verdict, reason) => {
    expect(hopOf(shop(change))).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });

  test.each(denials)('the verdict on %s', (_, change, verdict, reason) => {
    expect(hopOf(shop(change))).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });
});

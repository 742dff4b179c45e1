import {
  allow,
  arnOf,
  pipeHop,
  pushHop,
  type QueueChange,
  type QueueRow,
  set,
} from '../queue-template';

const statements = (role: 'PipeRole' | 'FunctionRole', change: (list: object[]) => object[]) => {
  const changed: QueueChange = (resources) => {
    const [policy] = resources[role].Properties.Policies;
    if (policy) policy.PolicyDocument.Statement = change(policy.PolicyDocument.Statement);
  };
  return changed;
};

const without = (at: number) =>
  statements('PipeRole', (list) => list.filter((_, index) => index !== at));
const more = (...given: object[]) => statements('PipeRole', (list) => [...list, ...given]);
const only = (...given: object[]) => statements('PipeRole', () => given);
const deny = (action: string, target: unknown, condition?: object) => ({
  ...allow(action, target, condition),
  Effect: 'Deny',
});

const trust =
  (statement: object): QueueChange =>
  ({ PipeRole }) => {
    PipeRole.Properties.AssumeRolePolicyDocument.Statement = [
      { Effect: 'Allow', Action: 'sts:AssumeRole', ...statement },
    ];
  };
const pipes = { Service: 'pipes.amazonaws.com' };
const pipeArn = 'arn:aws:pipes:eu-west-1:111122223333:pipe/to-seattle';

const queuePolicy =
  (...given: object[]): QueueChange =>
  (resources) => {
    const Properties = { Queues: [{ Ref: 'Work' }], PolicyDocument: { Statement: given } };
    Object.assign(resources, { Policy: { Type: 'AWS::SQS::QueuePolicy', Properties } });
  };

const keyPolicy = (...given: object[]) => set('Key', { KeyPolicy: { Statement: given } });
const root = 'arn:aws:iam::111122223333:root';
const byRoot = (action: string, condition?: object) => ({
  ...allow(action, '*', condition),
  Principal: { AWS: root },
});
const byRole = (action: string | string[], condition?: object) => ({
  ...allow(action, '*', condition),
  Principal: { AWS: arnOf('PipeRole') },
});

const rows: QueueRow[] = [
  [
    'all that it takes',
    () => {},
    'delivered',
    'Own in Shop/PipeRole allows Shop/PipeRole sqs:ReceiveMessage: statement 1',
  ],
  [
    'no statement for the queue',
    without(0),
    'denied',
    'Own in Shop/PipeRole does not allow Shop/PipeRole sqs:ReceiveMessage: statement 2 '.slice(
      0,
      60,
    ),
  ],
  [
    'no right to delete',
    more(deny('sqs:DeleteMessage', '*')),
    'denied',
    'Own in Shop/PipeRole denies Shop/PipeRole sqs:DeleteMessage: statement 5',
  ],
  [
    'no right to ask for attributes',
    only(allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], '*'), allow('kms:*', '*')),
    'denied',
    'does not allow Shop/PipeRole sqs:GetQueueAttributes',
  ],
  ['another queue', only(allow('sqs:*', arnOf('Fifo'))), 'denied', 'sqs:ReceiveMessage'],
  ['everything', only(allow('*', '*')), 'delivered', ''],
  [
    'a denial without TLS',
    more(deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } })),
    'delivered',
    '',
  ],
  [
    'a denial that a request decides',
    more(deny('sqs:*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })),
    'unknown',
    'whether the request carries aws:SourceVpc is not known',
  ],
  [
    'no policy at all',
    ({ PipeRole }) => {
      PipeRole.Properties.Policies = [];
    },
    'denied',
    'Shop/PipeRole has no policy that allows sqs:ReceiveMessage',
  ],
  ['no decryption', without(1), 'denied', 'kms:Decrypt'],
  [
    'decryption for another queue',
    only(
      allow('sqs:*', '*'),
      allow('kms:*', '*', { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arnOf('Fifo') } }),
    ),
    'denied',
    'StringEquals kms:EncryptionContext:aws:sqs:arn wants arn:aws:sqs:eu-west-1:111122223333:seattle.fifo',
  ],
  [
    'decryption by SQS',
    only(
      allow('sqs:*', '*'),
      allow('kms:*', '*', { StringEquals: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' } }),
    ),
    'delivered',
    '',
  ],
  [
    'the key that AWS manages',
    (resources) => {
      without(1)(resources);
      set('Work', { KmsMasterKeyId: 'alias/aws/sqs' })(resources);
    },
    'delivered',
    '',
  ],
  [
    'no key',
    (resources) => {
      without(1)(resources);
      set('Work', { KmsMasterKeyId: undefined })(resources);
    },
    'delivered',
    '',
  ],
  [
    'a key of no template',
    set('Work', { KmsMasterKeyId: 'alias/other' }),
    'unknown',
    'no template declares the key of Shop/Work: alias/other',
  ],
  [
    'a key that is off',
    set('Key', { Enabled: false }),
    'denied',
    'the key Shop/Key is not enabled',
  ],
  [
    'a key that may not exist',
    ({ Key }) => {
      Key.Condition = 'IsProduction';
    },
    'unknown',
    'the key Shop/Key: it exists only if the condition IsProduction holds',
  ],
  ['a key without a policy', set('Key', { KeyPolicy: undefined }), 'delivered', 'Shop/Key allows'],
  [
    'a key that names the role',
    (resources) => {
      without(1)(resources);
      keyPolicy(byRole('kms:Decrypt'))(resources);
    },
    'delivered',
    'Shop/Key allows Shop/PipeRole kms:Decrypt: statement 1',
  ],
  [
    'a key that names everyone in the account',
    keyPolicy({
      ...byRole('kms:*', { StringEquals: { 'kms:CallerAccount': '111122223333' } }),
      Principal: { AWS: '*' },
    }),
    'delivered',
    '',
  ],
  [
    'a key that names another role',
    keyPolicy({ ...byRole('kms:*'), Principal: { AWS: arnOf('FunctionRole') } }),
    'denied',
    'Shop/Key does not allow Shop/PipeRole kms:Decrypt: statement 1: does not name Shop/PipeRole',
  ],
  [
    'a key that leaves another right to the account',
    keyPolicy(byRoot('kms:Encrypt')),
    'denied',
    'Shop/Key does not allow',
  ],
  [
    'a key that denies the account',
    keyPolicy(byRoot('kms:*'), { ...byRoot('kms:Decrypt'), Effect: 'Deny' }),
    'denied',
    'Shop/Key denies Shop/PipeRole kms:Decrypt: statement 2',
  ],
  [
    'a key that denies another account',
    keyPolicy(byRoot('kms:*'), {
      ...byRoot('kms:*'),
      Effect: 'Deny',
      Principal: { AWS: '444455556666' },
    }),
    'delivered',
    '',
  ],
  [
    'a queue that names the role',
    (resources) => {
      without(0)(resources);
      queuePolicy(byRole(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']))(
        resources,
      );
    },
    'delivered',
    'Shop/Policy allows Shop/PipeRole sqs:ReceiveMessage: statement 1',
  ],
  [
    'a queue that names the account',
    (resources) => {
      without(0)(resources);
      queuePolicy(byRoot('sqs:*'))(resources);
    },
    'denied',
    'Own in Shop/PipeRole does not allow',
  ],
  [
    'a queue that names a service',
    (resources) => {
      without(0)(resources);
      queuePolicy({ ...byRole('sqs:*'), Principal: pipes })(resources);
    },
    'denied',
    '',
  ],
  [
    'a queue that names everyone',
    (resources) => {
      without(0)(resources);
      queuePolicy({ ...allow('sqs:*', '*'), Principal: '*' })(resources);
    },
    'delivered',
    'Shop/Policy allows Shop/PipeRole sqs:ReceiveMessage: statement 1',
  ],
  [
    'a key that names everyone',
    (resources) => {
      without(1)(resources);
      keyPolicy({ ...allow('kms:*', '*'), Principal: '*' })(resources);
    },
    'delivered',
    'Shop/Key allows Shop/PipeRole kms:Decrypt: statement 1',
  ],
  [
    'a principal that a deployment decides',
    (resources) => {
      without(0)(resources);
      queuePolicy({ ...allow('sqs:*', '*'), Principal: { AWS: { Ref: 'Nothing' } } })(resources);
    },
    'unknown',
    'its principal is not known',
  ],
  [
    'a queue that names everyone of an account, for a service',
    (resources) => {
      without(0)(resources);
      const condition = { StringLike: { 'aws:SourceAccount': '*' } };
      queuePolicy({ ...allow('sqs:*', '*', condition), Principal: '*' })(resources);
    },
    'denied',
    '',
  ],
  [
    'a queue that names everyone, for a service by name',
    (resources) => {
      without(0)(resources);
      const condition = { StringLike: { 'aws:PrincipalServiceName': '*' } };
      queuePolicy({ ...allow('sqs:*', '*', condition), Principal: '*' })(resources);
    },
    'denied',
    '',
  ],
  [
    'a denial that a request decides, and nothing that allows',
    only(deny('sqs:*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })),
    'denied',
    'Own in Shop/PipeRole does not allow Shop/PipeRole sqs:ReceiveMessage: no statement allows',
  ],
  [
    'a queue that names everyone, for a topic',
    (resources) => {
      without(0)(resources);
      queuePolicy({
        ...allow('sqs:*', '*', { ArnLike: { 'aws:SourceArn': '*' } }),
        Principal: '*',
      })(resources);
    },
    'denied',
    '',
  ],
  [
    'a queue that denies everyone without TLS',
    queuePolicy({
      ...deny('sqs:*', '*', { Bool: { 'aws:SecureTransport': false } }),
      Principal: '*',
    }),
    'delivered',
    '',
  ],
  [
    'a queue that denies everyone',
    queuePolicy({ ...deny('sqs:*', '*'), Principal: '*' }),
    'denied',
    'Shop/Policy denies Shop/PipeRole sqs:ReceiveMessage: statement 1',
  ],
  [
    'a queue that denies everyone but the role',
    queuePolicy({
      ...deny('sqs:*', '*', { ArnNotEquals: { 'aws:PrincipalArn': arnOf('PipeRole') } }),
      Principal: '*',
    }),
    'delivered',
    '',
  ],
  [
    'a queue that denies everyone of another account',
    queuePolicy({
      ...deny('sqs:*', '*', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }),
      Principal: '*',
    }),
    'delivered',
    '',
  ],
  [
    'a queue that denies services',
    queuePolicy({
      ...deny('sqs:*', '*', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }),
      Principal: '*',
    }),
    'delivered',
    '',
  ],
  [
    'a queue that denies all but some',
    queuePolicy({ ...deny('sqs:*', '*'), NotPrincipal: { AWS: root } }),
    'unknown',
    'its principal is not known',
  ],
  [
    'two policies of the queue',
    (resources) => {
      queuePolicy({ ...deny('sqs:*', '*'), Principal: '*' })(resources);
      Object.assign(resources, { Second: (resources as unknown as { Policy: object }).Policy });
    },
    'unknown',
    'Shop/Policy and Shop/Second overwrite each other',
  ],
  [
    'a role that trusts nobody of Pipes',
    trust({ Principal: { Service: 'lambda.amazonaws.com' } }),
    'denied',
    'the trust policy of Shop/PipeRole: Shop/PipeRole does not allow pipes.amazonaws.com sts:AssumeRole: statement 1',
  ],
  [
    'a role that trusts this pipe',
    trust({
      Principal: pipes,
      Condition: {
        ArnEquals: { 'aws:SourceArn': pipeArn },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      },
    }),
    'delivered',
    '',
  ],
  [
    'a role that trusts another pipe',
    trust({ Principal: pipes, Condition: { ArnEquals: { 'aws:SourceArn': `${pipeArn}-x` } } }),
    'denied',
    'ArnEquals aws:SourceArn wants',
  ],
  [
    'a role of no template',
    set('Pipe', { RoleArn: 'arn:aws:iam::111122223333:role/other' }),
    'unknown',
    'no template declares the role arn:aws:iam::111122223333:role/other',
  ],
  [
    'no role',
    set('Pipe', { RoleArn: undefined }),
    'unknown',
    'no template declares the role ⟨no role⟩',
  ],
  [
    'a role that may not exist',
    ({ PipeRole }) => {
      PipeRole.Condition = 'IsProduction';
    },
    'unknown',
    'Shop/PipeRole: it exists only if the condition IsProduction holds',
  ],
  [
    'a pipe that is stopped',
    set('Pipe', { DesiredState: 'STOPPED', RoleArn: 'other' }),
    'denied',
    'the pipe is STOPPED',
  ],
  ['a pipe that runs', set('Pipe', { DesiredState: 'RUNNING' }), 'delivered', ''],
  [
    'a state that a deployment decides',
    set('Pipe', { DesiredState: { Ref: 'Nothing' } }),
    'unknown',
    "the pipe's state is ⟨parameter Nothing of Shop⟩",
  ],
];

describe('What a pipe receives, with', () => {
  test.each(rows)('%s', (_, change, verdict, reason) => {
    const { source } = pipeHop(change);
    expect(source).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  test.each(rows)('%s: the hop says the same', (_, change, verdict) => {
    const hop = pipeHop(change);
    if (verdict === 'delivered') expect(hop.verdict).not.toBe('denied');
    else expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(hop.source.reason) });
  });
});

describe('What a function receives, with', () => {
  it.each<QueueRow>([
    ['all that it takes', () => {}, 'delivered', ''],
    [
      'no policy',
      ({ FunctionRole }) => {
        FunctionRole.Properties.Policies = [];
      },
      'denied',
      'has no policy that allows sqs:ReceiveMessage',
    ],
    [
      'no decryption',
      statements('FunctionRole', (list) => list.slice(0, 1)),
      'denied',
      'kms:Decrypt',
    ],
    [
      'the role of a pipe',
      set('Function', { Role: arnOf('PipeRole') }),
      'denied',
      'does not allow lambda.amazonaws.com sts:AssumeRole',
    ],
    [
      'a role of no template',
      set('Function', { Role: 'other' }),
      'unknown',
      'no template declares the role other',
    ],
    [
      'no role',
      set('Function', { Role: undefined }),
      'unknown',
      'no template declares the role ⟨no role⟩',
    ],
  ])('%s', (_, change, verdict, reason) => {
    const hop = pushHop(change);
    expect(hop.source).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.verdict).toBe(verdict);
  });
});

import { allow, pipeHop, type QueueChange } from '../queue-template';

/** The role's own statements stand elsewhere than in the role. */
function moved(attach: (document: object) => object, role: object = {}): QueueChange {
  return (resources) => {
    const { Properties } = resources.PipeRole;
    const document = Properties.Policies[0]?.PolicyDocument ?? {};
    Object.assign(Properties, { Policies: undefined, RoleName: 'pipe', ...role });
    Object.assign(resources, attach(document));
  };
}

const policy = (Type: string, properties: object, Condition?: string) => (document: object) => ({
  Moved: { Type, Condition, Properties: { PolicyDocument: document, ...properties } },
});

const named = { Roles: [{ Ref: 'PipeRole' }] };
const awsPolicy = (name: string) => ({
  ManagedPolicyArns: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` }],
});
const full = (resources: Parameters<QueueChange>[0]) => {
  Object.assign(resources.Work.Properties, { KmsMasterKeyId: undefined });
};

const rows: [name: string, change: QueueChange, verdict: string, reason: string][] = [
  [
    'a policy beside it',
    moved(policy('AWS::IAM::Policy', named)),
    'delivered',
    'Shop/Moved allows Shop/PipeRole sqs:ReceiveMessage: statement 1',
  ],
  [
    'a policy that names it by a text',
    moved(policy('AWS::IAM::Policy', { Roles: ['pipe'] })),
    'delivered',
    '',
  ],
  [
    'a policy of another role',
    moved(policy('AWS::IAM::Policy', { Roles: ['other'] })),
    'denied',
    'Shop/PipeRole has no policy that allows sqs:ReceiveMessage',
  ],
  [
    'a policy of what is no name',
    moved(policy('AWS::IAM::Policy', { Roles: [{ a: 1 }] })),
    'unknown',
    'it may be for another role',
  ],
  ['a policy of no role', moved(policy('AWS::IAM::Policy', {})), 'denied', 'has no policy'],
  [
    'a policy of a role that is not known',
    moved(policy('AWS::IAM::Policy', { Roles: [{ Ref: 'Nothing' }] })),
    'unknown',
    'it may be for another role',
  ],
  [
    'a policy that may not exist',
    moved(policy('AWS::IAM::Policy', named, 'IsProduction')),
    'unknown',
    'Shop/Moved may not allow Shop/PipeRole sqs:ReceiveMessage: it exists only if the condition IsProduction holds',
  ],
  [
    'a policy of one role',
    moved(policy('AWS::IAM::RolePolicy', { RoleName: { Ref: 'PipeRole' } })),
    'delivered',
    '',
  ],
  [
    'a managed policy that names it',
    moved(policy('AWS::IAM::ManagedPolicy', named)),
    'delivered',
    '',
  ],
  [
    'a managed policy that it names',
    moved(policy('AWS::IAM::ManagedPolicy', {}), { ManagedPolicyArns: [{ Ref: 'Moved' }] }),
    'delivered',
    'Shop/Moved allows',
  ],
  [
    'a managed policy of another app',
    moved(() => ({}), { ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/other'] }),
    'unknown',
    'the managed policy of Shop/PipeRole is not read: arn:aws:iam::111122223333:policy/other',
  ],
  [
    'a policy of AWS that is not read',
    moved(() => ({}), awsPolicy('Other')),
    'unknown',
    'has no policy that allows sqs:ReceiveMessage; the managed policy of Shop/PipeRole is not read: arn:aws:iam::aws:policy/Other',
  ],
  [
    'a policy of AWS that allows nothing here',
    moved(() => ({}), awsPolicy('service-role/AWSLambdaBasicExecutionRole')),
    'denied',
    'service-role/AWSLambdaBasicExecutionRole does not allow Shop/PipeRole sqs:ReceiveMessage: no statement allows anything',
  ],
  [
    'a policy of AWS that allows it',
    (resources) => {
      full(resources);
      moved(() => ({}), awsPolicy('service-role/AWSLambdaSQSQueueExecutionRole'))(resources);
    },
    'delivered',
    'service-role/AWSLambdaSQSQueueExecutionRole allows',
  ],
  [
    'a name for all of SQS',
    (resources) => {
      full(resources);
      moved(() => ({}), awsPolicy('AmazonSQSFullAccess'))(resources);
    },
    'delivered',
    '',
  ],
  [
    'a policy that is not known',
    moved(() => ({}), { Policies: [{ PolicyName: 'P', PolicyDocument: { Ref: 'Nothing' } }] }),
    'unknown',
    'P in Shop/PipeRole is not known',
  ],
];

describe('A role with', () => {
  test.each(rows)('%s', (_, change, verdict, reason) => {
    const { source } = pipeHop(change);
    expect(source).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it.each<[string, object, string]>([
    ['one of AWS that only allows', awsPolicy('Other'), 'delivered'],
    ['one of AWS that denies', awsPolicy('AWSDenyAll'), 'unknown'],
    [
      'one of AWS and one of another app',
      { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Other', 'arn:aws:iam::1:policy/x'] },
      'unknown',
    ],
    [
      'one of another app',
      { ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/x'] },
      'unknown',
    ],
  ])('all that it takes, and a managed policy that is not read: %s', (_, properties, verdict) => {
    const hop = pipeHop(({ PipeRole }) => void Object.assign(PipeRole.Properties, properties));
    expect(hop.source).toMatchObject({ verdict });
  });
});

const bounded =
  (statement: object): QueueChange =>
  (resources) => {
    const Properties = { PolicyDocument: { Statement: [statement] } };
    Object.assign(resources, { Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties } });
    Object.assign(resources.PipeRole.Properties, { PermissionsBoundary: { Ref: 'Boundary' } });
  };

describe('A permissions boundary', () => {
  it.each<[string, QueueChange, string, string]>([
    ['lets all through', bounded(allow('*', '*')), 'delivered', ''],
    [
      'stops what it does not allow',
      bounded(allow('logs:*', '*')),
      'denied',
      'the permissions boundary of Shop/PipeRole: Shop/Boundary does not allow Shop/PipeRole sqs:ReceiveMessage',
    ],
    [
      'stops the key',
      bounded(allow('sqs:*', '*')),
      'denied',
      'Shop/Boundary does not allow Shop/PipeRole kms:Decrypt',
    ],
    [
      'is not read in another app',
      ({ PipeRole }) => void Object.assign(PipeRole.Properties, { PermissionsBoundary: 'arn:x' }),
      'unknown',
      'the permissions boundary of Shop/PipeRole is not read: arn:x',
    ],
  ])('%s', (_, change, verdict, reason) => {
    const { source } = pipeHop(change);
    expect(source).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });
});

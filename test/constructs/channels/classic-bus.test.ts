import { App, CfnParameter, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ClassicBus, type ClassicBusProps, EventArchive, PolicyOwner } from '../../../lib';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack, statementsForEvents } from '../../support/stacks';

const busIn = (props?: ClassicBusProps) => {
  const of = stack({ env });
  return { of, bus: new ClassicBus(of, 'Orders', props) };
};

const busArn = {
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:event-bus/orders'],
  ],
};

describe('ClassicBus', () => {
  it('makes a bus, its policy, an archive, a dead-letter queue and its policy, nothing else', () => {
    const { of } = busIn();
    expect(counts(of)).toEqual({
      'AWS::Events::Archive': 1,
      'AWS::Events::EventBus': 1,
      'AWS::Events::EventBusPolicy': 1,
      'AWS::SQS::Queue': 1,
      'AWS::SQS::QueuePolicy': 1,
    });
  });

  it('matches its snapshot, with a key', () => {
    const of = stack({ env });
    new ClassicBus(of, 'Orders', { encryptionKey: new Key(of, 'Key'), contracts: [placed] });
    expect(Template.fromStack(of).toJSON()).toMatchSnapshot();
  });

  it('names the bus by a literal with the stack in it', () => {
    const { of, bus } = busIn();
    expect(resource(of, 'AWS::Events::EventBus').Properties.Name).toBe(bus.busName);
    expect(bus.busName).toMatch(/^Stack-Orders-[0-9A-F]{8}$/);
  });

  it('takes a name of the user', () => {
    expect(busIn({ busName: 'orders' }).bus.busName).toBe('orders');
  });

  it('keeps everything that holds an event through replacement and deletion', () => {
    const of = stack({ env });
    new ClassicBus(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
    const types = ['AWS::Events::EventBus', 'AWS::Events::Archive', 'AWS::SQS::Queue'];
    const kept = types.flatMap((type) => Object.values(resources(of, type)));
    expect(kept).toHaveLength(4);
    for (const one of kept) {
      expect(one).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
  });

  it('lets go of everything where the user says so', () => {
    const { of } = busIn({ removalPolicy: RemovalPolicy.DESTROY });
    const types = ['AWS::Events::EventBus', 'AWS::Events::Archive', 'AWS::SQS::Queue'];
    for (const one of types.flatMap((type) => Object.values(resources(of, type)))) {
      expect(one.DeletionPolicy).toBe('Delete');
    }
  });

  it('lets the identity policies of its own account decide who publishes', () => {
    const { of } = busIn();
    const { StatementId, Statement } = resource(of, 'AWS::Events::EventBusPolicy').Properties;
    expect(StatementId).toMatch(/^OwnAccount-[0-9a-f]{12}$/);
    expect(Statement).toMatchObject({
      Sid: StatementId,
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Principal: {
        AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111111111111:root']] },
      },
    });
    expect(Statement.Condition).toBeUndefined();
  });

  it('opens its dead-letter queue to its own rules only, in its own account', () => {
    const { of } = busIn({ busName: 'orders' });
    const { PolicyDocument } = resource(of, 'AWS::SQS::QueuePolicy').Properties;
    expect(statementsForEvents(PolicyDocument)).toEqual([
      {
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Principal: { Service: 'events.amazonaws.com' },
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/^OrdersDeadLetters/), 'Arn'] },
        Condition: {
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': [
                '',
                ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:rule/orders/*'],
              ],
            },
          },
          StringEquals: { 'aws:SourceAccount': '111111111111' },
        },
      },
    ]);
  });

  it('keeps what could not be delivered for 14 days, encrypted, by TLS only', () => {
    const { of } = busIn();
    expect(resource(of, 'AWS::SQS::Queue').Properties).toEqual({
      MessageRetentionPeriod: 1_209_600,
      RedriveAllowPolicy: { redrivePermission: 'allowAll' },
      SqsManagedSseEnabled: true,
    });
    const { PolicyDocument } = resource(of, 'AWS::SQS::QueuePolicy').Properties;
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sqs:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test.each([
    ['30 days by default', undefined, 30],
    ['as long as asked', EventArchive.retain(Duration.days(7)), 7],
    ['until it is deleted', EventArchive.forever(), 0],
  ])('archives every event: %s', (_name, archive, RetentionDays) => {
    const { of } = busIn({ archive });
    const { Properties } = resource(of, 'AWS::Events::Archive');
    expect(Properties).toEqual({
      RetentionDays,
      SourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^OrdersBus/), 'Arn'] },
    });
  });

  it('makes no archive where the user says none', () => {
    expect(resources(busIn({ archive: EventArchive.none() }).of, 'AWS::Events::Archive')).toEqual(
      {},
    );
  });

  describe('with a customer-managed key', () => {
    const withKey = (props?: ClassicBusProps) => {
      const of = stack({ env });
      const encryptionKey = new Key(of, 'Key');
      const bus = new ClassicBus(of, 'Orders', { busName: 'orders', ...props, encryptionKey });
      return { of, bus, keyPolicy: () => resource(of, 'AWS::KMS::Key').Properties.KeyPolicy };
    };

    it('encrypts bus, archive and dead-letter queue under it', () => {
      const { of } = withKey();
      const KeyArn = { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] };
      expect(resource(of, 'AWS::Events::EventBus').Properties.KmsKeyIdentifier).toEqual(KeyArn);
      expect(resource(of, 'AWS::Events::Archive').Properties.KmsKeyIdentifier).toEqual(KeyArn);
      const { Properties } = resource(of, 'AWS::SQS::Queue', 'OrdersDeadLetters');
      expect(Properties).toMatchObject({
        KmsMasterKeyId: KeyArn,
        KmsDataKeyReusePeriodSeconds: 300,
      });
    });

    it('opens the key to the bus: DescribeKey apart from what sends the encryption context', () => {
      const forEvents = statementsForEvents(withKey().keyPolicy());
      expect(forEvents).toContainEqual({
        Effect: 'Allow',
        Action: 'kms:DescribeKey',
        Principal: { Service: 'events.amazonaws.com' },
        Resource: '*',
      });
      expect(forEvents).toContainEqual({
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
        Principal: { Service: 'events.amazonaws.com' },
        Resource: '*',
        Condition: { StringEquals: { 'kms:EncryptionContext:aws:events:event-bus:arn': busArn } },
      });
      expect(forEvents).toHaveLength(3);
    });

    it('opens the key to EventBridge for queues of the account, naming neither rule nor queue', () => {
      expect(statementsForEvents(withKey().keyPolicy())).toContainEqual({
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Principal: { Service: 'events.amazonaws.com' },
        Resource: '*',
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:sqs:arn': {
              'Fn::Join': [
                '',
                ['arn:', { Ref: 'AWS::Partition' }, ':sqs:eu-west-1:111111111111:*'],
              ],
            },
          },
        },
      });
    });

    it('leaves ReEncrypt out where there is no archive', () => {
      const forEvents = statementsForEvents(withKey({ archive: EventArchive.none() }).keyPolicy());
      expect(JSON.stringify(forEvents)).not.toContain('ReEncrypt');
    });

    it('has a dead-letter queue of its own for encryption failures, not under the key, open to the bus only', () => {
      const { of, bus } = withKey();
      expect(bus.encryptionFailureQueue).toBeDefined();
      const failures = resource(of, 'AWS::SQS::Queue', 'OrdersEncryptionFailures').Properties;
      expect(failures).toMatchObject({ SqsManagedSseEnabled: true });
      expect(failures.KmsMasterKeyId).toBeUndefined();
      expect(resource(of, 'AWS::Events::EventBus').Properties.DeadLetterConfig).toEqual({
        Arn: { 'Fn::GetAtt': [expect.stringMatching(/^OrdersEncryptionFailures/), 'Arn'] },
      });
      const policy = resource(of, 'AWS::SQS::QueuePolicy', 'OrdersEncryptionFailures');
      const [statement] = statementsForEvents(policy.Properties.PolicyDocument);
      expect(statement.Condition).toEqual({
        ArnEquals: { 'aws:SourceArn': busArn },
        StringEquals: { 'aws:SourceAccount': '111111111111' },
      });
    });

    it('refuses an imported key, whose policy it cannot extend', () => {
      const of = stack({ env });
      const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k1');
      expect(() => new ClassicBus(of, 'Orders', { encryptionKey })).toThrow(
        /Stack\/Orders: [\s\S]*key\/k1 cannot be extended here[\s\S]*kms:DescribeKey[\s\S]*PolicyOwner\.ELSEWHERE[\s\S]*\[spillway:policy-elsewhere\]/,
      );
    });

    it('tells the owner of an imported key what to add', () => {
      const of = stack({ env });
      const encryptionKey = Key.fromKeyArn(of, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/k1');
      const policyOwner = PolicyOwner.ELSEWHERE;
      const bus = new ClassicBus(of, 'Orders', { encryptionKey, policyOwner });
      const required = bus.requiredStatements();
      expect(required.map(({ policyOf }) => policyOf)).toEqual(
        Array(3).fill('arn:aws:kms:eu-west-1:111111111111:key/k1'),
      );
      expect(required.map(({ statement }) => statement.actions)).toEqual([
        ['kms:DescribeKey'],
        ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
        ['kms:Decrypt', 'kms:GenerateDataKey*'],
      ]);
      const outputs = Template.fromStack(of).findOutputs('*');
      expect(Object.keys(outputs)).toHaveLength(3);
      expect(JSON.stringify(outputs)).toContain('kms:DescribeKey');
    });
  });

  describe('attributes', () => {
    it('are what another app needs', () => {
      const { of, bus } = busIn({ busName: 'orders', contracts: [placed] });
      expect(of.resolve(bus.attributes)).toEqual({
        busName: 'orders',
        deadLetterQueueArn: { 'Fn::GetAtt': [expect.stringMatching(/^OrdersDeadLetters/), 'Arn'] },
        contracts: [expect.objectContaining({ eventType: 'order.placed.v1' })],
      });
    });
  });

  describe('allowAccount', () => {
    it('lets another account publish these contracts and nothing else, a statement a source', () => {
      const { of, bus } = busIn({ contracts: [placed, cancelled, shipped] });
      bus.allowAccount('222222222222', placed, shipped);
      bus.allowAccount('222222222222', cancelled);
      const policies = Object.values(resources(of, 'AWS::Events::EventBusPolicy'));
      const others = policies.filter(
        ({ Properties }) => !Properties.StatementId.startsWith('OwnAccount'),
      );
      expect(others.map(({ Properties }) => Properties.Statement.Condition)).toEqual([
        {
          'ForAllValues:StringEquals': {
            'events:source': 'shop.checkout',
            'events:detail-type': ['order.placed.v1', 'order.cancelled.v1'],
          },
          Null: { 'events:source': 'false', 'events:detail-type': 'false' },
        },
        {
          'ForAllValues:StringEquals': {
            'events:source': 'shop.warehouse',
            'events:detail-type': ['order.shipped.v1'],
          },
          Null: { 'events:source': 'false', 'events:detail-type': 'false' },
        },
      ]);
      for (const { Properties } of others) {
        expect(Properties.StatementId).toBe(Properties.Statement.Sid);
        expect(JSON.stringify(Properties.Statement.Principal)).toContain('222222222222');
      }
    });

    it('names the bus in every statement id, which an account has once', () => {
      const of = stack({ env });
      for (const id of ['Orders', 'Returns']) {
        new ClassicBus(of, id).allowAccount('222222222222', placed);
      }
      const ids = Object.values(resources(of, 'AWS::Events::EventBusPolicy')).map(
        ({ Properties }) => Properties.StatementId,
      );
      expect(new Set(ids).size).toBe(4);
      for (const id of ids) expect(id).toMatch(/^[\w-]{1,64}$/);
    });

    it('tells two accounts apart that are known only when deployed', () => {
      const { of, bus } = busIn();
      for (const id of ['One', 'Two'])
        bus.allowAccount(new CfnParameter(of, id).valueAsString, placed);
      expect(Object.keys(resources(of, 'AWS::Events::EventBusPolicy'))).toHaveLength(3);
    });

    it('gives an account and source the same statement id in whatever order they are allowed', () => {
      const ids = (...accounts: string[]) => {
        const { of, bus } = busIn();
        for (const account of accounts) bus.allowAccount(account, placed);
        return Object.keys(resources(of, 'AWS::Events::EventBusPolicy')).sort();
      };
      expect(ids('222222222222', '333333333333')).toEqual(ids('333333333333', '222222222222'));
    });

    test.each([
      [
        'an id that is no account',
        () => busIn().bus.allowAccount('22', placed),
        'spillway:account-id',
      ],
      [
        'its own account',
        () => busIn().bus.allowAccount('111111111111', placed),
        'spillway:account-id',
      ],
      ['no contract', () => busIn().bus.allowAccount('222222222222'), 'spillway:contract-none'],
      [
        'a contract that the bus does not carry',
        () => busIn({ contracts: [placed] }).bus.allowAccount('222222222222', shipped),
        'spillway:contract-foreign',
      ],
    ])('refuses %s', (_name, allow, id) => {
      expect(allow).toThrow(id);
    });
  });

  test.each([
    [
      'a name with a space',
      { busName: 'my orders' },
      'busName: "my orders" given',
      'spillway:bus-name',
    ],
    ['an empty name', { busName: '' }, 'busName: "" given', 'spillway:bus-name'],
    ['a name of 257 characters', { busName: 'x'.repeat(257) }, '1 to 256', 'spillway:bus-name'],
    ['the name of the default bus', { busName: 'default' }, 'defaultBus()', 'spillway:bus-name'],
    [
      'an archive of hours',
      { archive: EventArchive.retain(Duration.hours(36)) },
      'archive: 1 day 12 hours given',
      'spillway:archive-retention',
    ],
    [
      'an archive of no time',
      { archive: EventArchive.retain(Duration.days(0)) },
      'at least one',
      'spillway:archive-retention',
    ],
    [
      'a contract that is listed twice',
      { contracts: [placed, placed] },
      'shop.checkout order.placed.v1 listed twice',
      'spillway:contract-twice',
    ],
  ])('refuses %s', (_name, props, message, id) => {
    expect(() => busIn(props)).toThrow(message);
    expect(() => busIn(props)).toThrow(`[${id}]`);
  });

  it('tells all that is wrong in one error, with the path of the construct', () => {
    const wrong = {
      busName: 'my orders',
      archive: EventArchive.retain(Duration.hours(1)),
      contracts: [placed, placed],
    };
    expect(() => busIn(wrong)).toThrow(
      /^Stack\/Orders: 3 props are wrong:\n {2}- busName.*\n {2}- archive.*\n {2}- contracts.*$/,
    );
  });

  it('gives the same app under two stack names no shared physical name', () => {
    const names = ['One', 'Two'].map((stackName) => {
      const of = stack({ stackName }, new App());
      return new ClassicBus(of, 'Orders').busName;
    });
    expect(new Set(names).size).toBe(2);
  });
});

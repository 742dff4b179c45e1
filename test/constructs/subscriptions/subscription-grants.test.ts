import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  type IGrantable,
  PrincipalWithConditions,
  Role,
  ServicePrincipal,
  UnknownPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { ClassicBus, PolicyOwner, Subscription, type SubscriptionOptions } from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, resources, stack } from '../../support/stacks';

const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');

function seattle(options: Partial<SubscriptionOptions> = {}) {
  const of = stack({ env });
  const from = new ClassicBus(of, 'Orders');
  const subscription = new Subscription(of, 'Seattle', {
    from,
    events: [placed.all()],
    ...options,
  });
  return { of, subscription };
}

const role = (of: Stack) => new Role(of, 'Role', { assumedBy });
const statementsOf = (of: Stack) =>
  resource(of, 'AWS::IAM::Policy').Properties.PolicyDocument.Statement;
const arnOf = (idPrefix: string) => ({
  'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${idPrefix}`)), 'Arn'],
});

const receiving = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];

const moving = [
  'sqs:CancelMessageMoveTask',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ListMessageMoveTasks',
  'sqs:ReceiveMessage',
  'sqs:StartMessageMoveTask',
];

describe('SubscriptionGrants', () => {
  describe('consume', () => {
    it('lets a role receive, delete and extend from its queue, and nothing else', () => {
      const { of, subscription } = seattle();
      subscription.grants.consume(role(of));
      expect(statementsOf(of)).toEqual([
        { Effect: 'Allow', Action: receiving, Resource: arnOf('SeattleQueue') },
      ]);
    });

    it('lets it decrypt messages of that queue, and of no other under the key', () => {
      const of = stack({ env });
      const from = new ClassicBus(of, 'Orders');
      const encryptionKey = new Key(of, 'Key');
      const options = { from, events: [placed.all()], encryptionKey };
      new Subscription(of, 'Seattle', options).grants.consume(role(of));
      expect(statementsOf(of)).toContainEqual({
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: arnOf('Key'),
        Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arnOf('SeattleQueue') } },
      });
      expect(statementsOf(of)).toHaveLength(2);
    });

    it('extends an imported role of the account', () => {
      const { of, subscription } = seattle();
      subscription.grants.consume(
        Role.fromRoleArn(of, 'Role', 'arn:aws:iam::111111111111:role/packer'),
      );
      expect(resource(of, 'AWS::IAM::Policy').Properties.Roles).toEqual(['packer']);
    });

    it('works from another stack', () => {
      const app = new App();
      const [one, other] = ['One', 'Other'].map((id) => new Stack(app, id, { env })) as [
        Stack,
        Stack,
      ];
      const from = new ClassicBus(one, 'Orders');
      const subscription = new Subscription(one, 'Seattle', { from, events: [placed.all()] });
      subscription.grants.consume(role(other));
      expect(statementsOf(other)[0].Resource).toEqual({
        'Fn::ImportValue': expect.stringMatching(/^One:ExportsOutputFnGetAttSeattleQueue/),
      });
      expect(() => Template.fromStack(one)).not.toThrow();
    });

    const immutable: [string, (of: Stack) => IGrantable][] = [
      [
        'an imported role that takes no statements',
        (of) =>
          Role.fromRoleArn(of, 'Role', 'arn:aws:iam::111111111111:role/packer', { mutable: false }),
      ],
      [
        'an adapter of such a role',
        (of) =>
          new PrincipalWithConditions(
            Role.fromRoleArn(of, 'Role', 'arn:aws:iam::111111111111:role/packer', {
              mutable: false,
            }),
            { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
          ),
      ],
      ['a role without policy updates', (of) => role(of).withoutPolicyUpdates()],
      ['an unknown principal', (of) => new UnknownPrincipal({ resource: of })],
      ['a service', () => assumedBy],
    ];

    test.each(immutable)('refuses %s, for which CDK emits nothing', (_name, grantee) => {
      const { of, subscription } = seattle();
      expect(() => subscription.grants.consume(grantee(of))).toThrow(
        /Stack\/Seattle: [\s\S]*cannot be extended here[\s\S]*sqs:ChangeMessageVisibility[\s\S]*\[spillway:policy-elsewhere\]/,
      );
    });

    test.each(immutable)('tells the owner of %s what to add', (_name, grantee) => {
      const { of, subscription } = seattle({ policyOwner: PolicyOwner.ELSEWHERE });
      subscription.grants.consume(grantee(of));
      expect(subscription.requiredStatements()).toHaveLength(1);
      expect(of.resolve(subscription.requiredStatements()[0]?.statement.toStatementJson())).toEqual(
        {
          Effect: 'Allow',
          Action: receiving,
          Resource: arnOf('SeattleQueue'),
        },
      );
      expect(resources(of, 'AWS::IAM::Policy')).toEqual({});
      expect(Object.keys(Template.fromStack(of).findOutputs('*'))).toHaveLength(1);
    });

    it('refuses a grantee of another account, whose own policy alone would let it do nothing', () => {
      const { of, subscription } = seattle({ policyOwner: PolicyOwner.ELSEWHERE });
      const imported = Role.fromRoleArn(of, 'Role', 'arn:aws:iam::222222222222:role/packer');
      expect(() => subscription.grants.consume(imported)).toThrow(
        /grantee: one in 222222222222\/[\s\S]*allowAccount[\s\S]*spillway:environment/,
      );
      const there = new Stack(of.node.root as App, 'There', {
        env: { ...env, account: '222222222222' },
      });
      expect(() => subscription.grants.consume(role(there))).toThrow('spillway:environment');
    });

    it('names the role whose policy has to be extended', () => {
      const { of, subscription } = seattle({ policyOwner: PolicyOwner.ELSEWHERE });
      const arn = 'arn:aws:iam::111111111111:role/packer';
      subscription.grants.consume(Role.fromRoleArn(of, 'Role', arn, { mutable: false }));
      expect(subscription.requiredStatements()[0]?.policyOf).toBe(arn);
    });
  });

  describe('redrive', () => {
    it('lets a role move messages from the dead-letter queue back into the queue', () => {
      const { of, subscription } = seattle();
      subscription.grants.redrive(role(of));
      expect(statementsOf(of)).toEqual([
        { Effect: 'Allow', Action: moving, Resource: arnOf('SeattleDeadLetters') },
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf('SeattleQueue') },
      ]);
    });

    it('lets it decrypt what came from the queue and still names it, and encrypt, under the key of both', () => {
      const of = stack({ env });
      const from = new ClassicBus(of, 'Orders', { encryptionKey: new Key(of, 'Key') });
      const subscription = new Subscription(of, 'Seattle', { from, events: [placed.all()] });
      subscription.grants.redrive(role(of));
      expect(statementsOf(of)).toEqual([
        expect.objectContaining({ Action: moving }),
        expect.objectContaining({ Action: 'sqs:SendMessage' }),
        onKey('Key'),
      ]);
    });

    it('lets it use both keys, where the queues of the user stand under two', () => {
      const of = stack({ env });
      const under = (id: string) => ({
        encryption: QueueEncryption.KMS,
        encryptionMasterKey: new Key(of, id),
      });
      const deadLetters = new Queue(of, 'SeattleDeadLetters', under('OfDeadLetters'));
      const queue = new Queue(of, 'SeattleQueue', {
        ...under('OfQueue'),
        deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
      });
      const from = new ClassicBus(of, 'Orders');
      new Subscription(of, 'Seattle', { from, events: [placed.all()], queue }).grants.redrive(
        role(of),
      );
      expect(statementsOf(of).slice(2)).toEqual([onKey('OfQueue'), onKey('OfDeadLetters')]);
    });

    const onKey = (key: string) => ({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: arnOf(key),
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:aws:sqs:arn': [arnOf('SeattleQueue'), arnOf('SeattleDeadLetters')],
        },
      },
    });

    it('tells the owner of a role once what to add for the one pair of queues', () => {
      const { of, subscription } = seattle({ policyOwner: PolicyOwner.ELSEWHERE });
      const arn = 'arn:aws:iam::111111111111:role/operator';
      subscription.grants.redrive(Role.fromRoleArn(of, 'Role', arn, { mutable: false }));
      expect(
        subscription.requiredStatements().map(({ statement }) => of.resolve(statement.resources)),
      ).toEqual([[arnOf('SeattleDeadLetters')], [arnOf('SeattleQueue')]]);
    });

    it('refuses where the dead-letter queue is not known', () => {
      const of = stack({ env });
      const queue = Queue.fromQueueArn(of, 'Mine', 'arn:aws:sqs:eu-west-1:111111111111:mine');
      const from = new ClassicBus(of, 'Orders');
      const policyOwner = PolicyOwner.ELSEWHERE;
      const options = { from, events: [placed.all()], queue, policyOwner };
      const { grants } = new Subscription(of, 'Seattle', options);
      expect(() => grants.redrive(role(of))).toThrow('spillway:redrive-without-dead-letters');
    });
  });
});

import { type App, Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  ClassicBus,
  Delivery,
  Envelope,
  type IChannel,
  OnPoison,
  StandardTopic,
  WorkQueue,
} from '../../../lib';
import { findings } from '../../compliance/findings';
import { counts, resource } from '../../support/stacks';
import { arnOf, fifo, functionIn, pipeOf, seattle, statementsOf } from './one-at-a-time-shop';

const channels: [string, (of: Stack, encryptionKey?: Key) => IChannel][] = [
  ['ClassicBus', (of, encryptionKey) => new ClassicBus(of, 'Orders', { encryptionKey })],
  ['StandardTopic', (of, encryptionKey) => new StandardTopic(of, 'Orders', { encryptionKey })],
  ['WorkQueue', (of, encryptionKey) => new WorkQueue(of, 'Orders', { encryptionKey })],
];

const arrivals: Record<string, string> = {
  ClassicBus: 'SeattleQueue',
  StandardTopic: 'SeattleQueue',
  WorkQueue: 'OrdersQueue',
};

/** What each channel is, with one subscription that pulls; of the keyed ones, without the key. */
const pulled: Record<string, Record<string, number>> = {
  ClassicBus: {
    'AWS::Events::Archive': 1,
    'AWS::Events::EventBus': 1,
    'AWS::Events::EventBusPolicy': 1,
    'AWS::Events::Rule': 1,
    'AWS::SQS::Queue': 3,
    'AWS::SQS::QueuePolicy': 3,
  },
  StandardTopic: {
    'AWS::SNS::Subscription': 1,
    'AWS::SNS::Topic': 1,
    'AWS::SNS::TopicPolicy': 1,
    'AWS::SQS::Queue': 3,
    'AWS::SQS::QueuePolicy': 3,
  },
  WorkQueue: { 'AWS::SQS::Queue': 2, 'AWS::SQS::QueuePolicy': 2 },
};

describe('Delivery.oneAtATime', () => {
  describe.each(channels)('on a %s', (name, channel) => {
    it('is seven resources more than pulling', () => {
      const { of } = seattle({ channel });
      const before = pulled[name] ?? {};
      expect(counts(of)).toEqual({
        ...before,
        'AWS::IAM::Policy': 1,
        'AWS::IAM::Role': 1,
        'AWS::Pipes::Pipe': 1,
        'AWS::SQS::Queue': (before['AWS::SQS::Queue'] ?? 0) + 2,
        'AWS::SQS::QueuePolicy': (before['AWS::SQS::QueuePolicy'] ?? 0) + 2,
      });
    });

    it('has a pipe from the queue of the channel to a FIFO queue, an event at a time', () => {
      expect(pipeOf(seattle({ channel }).of)).toEqual({
        RoleArn: arnOf('SeattleOneAtATimeRole'),
        Source: arnOf(arrivals[name] ?? ''),
        SourceParameters: { SqsQueueParameters: { BatchSize: 1 } },
        Target: arnOf(fifo),
        TargetParameters: {
          InputTemplate:
            '{"detail-type": <$.body.type>, "source": <$.body.source>, "detail": <$.body>}',
          SqsQueueParameters: { MessageGroupId: '$.body.partitionkey' },
        },
      });
    });

    it('lets the pipe move from the one queue into the other, and nothing else', () => {
      const { of } = seattle({ channel });
      expect(statementsOf(of)).toEqual([
        {
          Effect: 'Allow',
          Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
          Resource: arnOf(arrivals[name] ?? ''),
        },
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf(fifo) },
      ]);
    });

    it('lets it decrypt and encrypt messages of these queues under the key of the channel', () => {
      const { of } = seattle({ channel: (inside) => channel(inside, new Key(inside, 'Key')) });
      expect(statementsOf(of).slice(1)).toEqual([
        {
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: arnOf('Key'),
          Condition: {
            StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arnOf(arrivals[name] ?? '') },
          },
        },
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf(fifo) },
        {
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: arnOf('Key'),
          Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arnOf(fifo) } },
        },
      ]);
      for (const id of [fifo, 'SeattleOneAtATimeDeadLetters']) {
        expect(resource(of, 'AWS::SQS::Queue', id).Properties.KmsMasterKeyId).toEqual(arnOf('Key'));
      }
    });

    it('pushes from the FIFO queue to a function, in batches of ten', () => {
      const { of } = seattle({
        channel,
        options: (inside) => ({
          delivery: Delivery.push(functionIn(inside, Duration.seconds(20))),
        }),
      });
      expect(resource(of, 'AWS::Lambda::EventSourceMapping').Properties).toEqual({
        FunctionName: { Ref: expect.stringMatching(/^Packer/) },
        EventSourceArn: arnOf(fifo),
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      expect(resource(of, 'AWS::SQS::Queue', fifo).Properties.VisibilityTimeout).toBe(120);
      const statements: { Resource: unknown }[] = statementsOf(of, 'PackerServiceRole');
      expect(statements.map(({ Resource }) => Resource)).toEqual([arnOf(fifo)]);
    });

    it('leaves the nag packs only that the policy of its role is an inline one', () => {
      const { of } = seattle({ channel });
      const ofPipe = findings(of.node.root as App).filter((one) => one.includes('OneAtATime'));
      expect(ofPipe).toEqual(
        ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'].map(
          (pack) =>
            `Stack/Seattle/OneAtATime/Role/DefaultPolicy/Resource ${pack}-IAMNoInlinePolicy`,
        ),
      );
    });
  });

  it('matches its snapshot', () => {
    const { of } = seattle({
      channel: (inside) =>
        new StandardTopic(inside, 'Orders', { encryptionKey: new Key(inside, 'Key') }),
      options: () => ({ messageGroup: 'orderId' }),
    });
    expect(Template.fromStack(of).toJSON()).toMatchSnapshot();
  });

  it('trusts pipes of its own account and region only', () => {
    const { AssumeRolePolicyDocument } = resource(seattle().of, 'AWS::IAM::Role').Properties;
    expect(AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'pipes.amazonaws.com' },
        Condition: {
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': [
                '',
                ['arn:', { Ref: 'AWS::Partition' }, ':pipes:eu-west-1:111111111111:pipe/*'],
              ],
            },
          },
          StringEquals: { 'aws:SourceAccount': '111111111111' },
        },
      },
    ]);
  });

  it('makes the pipe when its role may move', () => {
    expect(resource(seattle().of, 'AWS::Pipes::Pipe').DependsOn).toEqual([
      expect.stringMatching(/^SeattleOneAtATimeRoleDefaultPolicy/),
      expect.stringMatching(/^SeattleOneAtATimeRole/),
    ]);
  });

  it('has FIFO queues of high throughput that tell duplicates by the body', () => {
    const { of, subscription } = seattle();
    const both = { FifoQueue: true, ContentBasedDeduplication: true };
    expect(resource(of, 'AWS::SQS::Queue', fifo).Properties).toEqual({
      ...both,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
      MessageRetentionPeriod: 1_209_600,
      ReceiveMessageWaitTimeSeconds: 20,
      VisibilityTimeout: 30,
      SqsManagedSseEnabled: true,
      RedrivePolicy: {
        deadLetterTargetArn: arnOf('SeattleOneAtATimeDeadLetters'),
        maxReceiveCount: 5,
      },
    });
    expect(
      resource(of, 'AWS::SQS::Queue', 'SeattleOneAtATimeDeadLetters').Properties,
    ).toMatchObject(both);
    expect(of.resolve(subscription.queue.queueArn)).toEqual(arnOf(fifo));
    expect(of.resolve(subscription.arrivalQueue.queueArn)).toEqual(arnOf('SeattleQueue'));
    expect(of.resolve(subscription.deadLetterQueue?.queueArn)).toEqual(
      arnOf('SeattleOneAtATimeDeadLetters'),
    );
    expect(of.resolve(subscription.arrivalDeadLetterQueue?.queueArn)).toEqual(
      arnOf('SeattleDeadLetters'),
    );
  });

  it('says of the FIFO queue what is said of the consumer, and hides an arrival for a minute', () => {
    const { of } = seattle({
      options: () => ({ delivery: Delivery.pull({ visibilityTimeout: Duration.minutes(10) }) }),
      more: () => ({ onPoison: OnPoison.HOLD, retention: Duration.days(4) }),
    });
    expect(resource(of, 'AWS::SQS::Queue', fifo).Properties).toMatchObject({
      VisibilityTimeout: 600,
      MessageRetentionPeriod: 345_600,
      RedrivePolicy: { maxReceiveCount: 288 },
    });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties).toMatchObject({
      VisibilityTimeout: 60,
      MessageRetentionPeriod: 345_600,
      RedrivePolicy: { maxReceiveCount: 5 },
    });
  });

  it("takes the key from the event in EventBridge's envelope, where the consumer wants that", () => {
    const delivery = Delivery.pull({ envelope: Envelope.EVENTBRIDGE });
    const { TargetParameters } = pipeOf(
      seattle({ options: () => ({ messageGroup: 'shipTo.country', delivery }) }).of,
    );
    expect(TargetParameters.SqsQueueParameters.MessageGroupId).toBe(
      '$.body.detail.data.shipTo.country',
    );
    expect(TargetParameters.InputTemplate).toContain('"detail": <$.body.detail>}');
  });

  describe('grants', () => {
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');

    it('lets a consumer receive from the FIFO queue only', () => {
      const { of, subscription } = seattle();
      subscription.grants.consume(new Role(of, 'Role', { assumedBy }));
      const statements: { Resource: unknown }[] = statementsOf(of, 'Role');
      expect(statements.map(({ Resource }) => Resource)).toEqual([arnOf(fifo)]);
    });

    it('lets an operator redrive both queues', () => {
      const { of, subscription } = seattle();
      subscription.grants.redrive(new Role(of, 'Role', { assumedBy }));
      const statements: { Action: unknown; Resource: unknown }[] = statementsOf(of, 'Role');
      expect(statements.map(({ Resource }) => Resource)).toEqual([
        arnOf('SeattleOneAtATimeDeadLetters'),
        arnOf(fifo),
        arnOf('SeattleDeadLetters'),
        arnOf('SeattleQueue'),
      ]);
      expect(statements[1]?.Action).toBe('sqs:SendMessage');
      expect(statements[3]?.Action).toBe('sqs:SendMessage');
    });
  });
});

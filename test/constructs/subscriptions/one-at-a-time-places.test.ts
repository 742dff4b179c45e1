import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  type IChannel,
  PolicyOwner,
  StandardTopic,
  Subscription,
  WorkQueue,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, resources } from '../../support/stacks';
import { arnOf, fifo, functionIn, pipeOf, seattle, statementsOf } from './one-at-a-time-shop';

const events = [placed.all()];
const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-1:111111111111:${name}`;

/** Where a key of the subscription stands, if it has one. */
const keys = ['none', "the channel's", 'its own'] as const;

const channels: [string, (of: Stack, encryptionKey?: Key) => IChannel][] = [
  ['ClassicBus', (of, encryptionKey) => new ClassicBus(of, 'Orders', { encryptionKey })],
  ['StandardTopic', (of, encryptionKey) => new StandardTopic(of, 'Orders', { encryptionKey })],
  ['WorkQueue', (of, encryptionKey) => new WorkQueue(of, 'Orders', { encryptionKey })],
];

describe.each(channels)('Delivery.oneAtATime from a %s in another stack', (name, channel) => {
  describe.each(keys)('with a key: %s', (which) => {
    test.each(['pull', 'push'])('has no cycle, by %s', (how) => {
      const app = new App();
      const [ofChannel, ofSeattle, ofFunction] = ['Channel', 'Seattle', 'Function'].map(
        (id) => new Stack(app, id, { env }),
      ) as [Stack, Stack, Stack];
      const channelKey = which === "the channel's" ? new Key(ofChannel, 'Key') : undefined;
      const encryptionKey = which === 'its own' ? new Key(ofSeattle, 'Key') : undefined;
      const delivery = how === 'push' ? Delivery.push(functionIn(ofFunction)) : Delivery.pull();
      new Subscription(ofSeattle, 'Seattle', {
        from: channel(ofChannel, channelKey),
        events,
        encryptionKey,
        delivery: Delivery.oneAtATime({ delivery }),
      });
      for (const each of [ofChannel, ofSeattle, ofFunction]) {
        expect(() => Template.fromStack(each)).not.toThrow();
      }
      expect(Object.keys(resources(ofSeattle, 'AWS::Pipes::Pipe'))).toHaveLength(1);
      expect(resources(ofChannel, 'AWS::Pipes::Pipe')).toEqual({});
      const used = statementsOf(ofSeattle).filter(({ Action }: { Action: unknown }) =>
        JSON.stringify(Action).includes('kms:'),
      );
      // Of a work queue without a key the arrivals stand under none.
      const fewer = which === 'its own' && name === 'WorkQueue' ? 1 : 0;
      expect(used).toHaveLength(which === 'none' ? 0 : 2 - fewer);
    });
  });
});

describe('Delivery.oneAtATime in another app', () => {
  const importsOf: [string, (of: Stack) => IChannel, string][] = [
    [
      'ClassicBus',
      (of) =>
        ClassicBus.fromAttributes(of, 'Orders', {
          busName: 'orders',
          deadLetterQueueArn: arn('sqs', 'dead'),
          encryptionKeyArn: arn('kms', 'key/k1'),
        }),
      'SeattleQueue',
    ],
    [
      'StandardTopic',
      (of) =>
        StandardTopic.fromAttributes(of, 'Orders', {
          topicArn: arn('sns', 'orders'),
          deadLetterQueueArn: arn('sqs', 'dead'),
          encryptionKeyArn: arn('kms', 'key/k1'),
        }),
      'SeattleQueue',
    ],
  ];

  test.each(importsOf)('uses the key of a %s by the policy of its role', (_, channel, queue) => {
    const { of } = seattle({ channel });
    expect(statementsOf(of)).toEqual([
      expect.objectContaining({ Resource: arnOf(queue) }),
      expect.objectContaining({ Action: 'kms:Decrypt', Resource: arn('kms', 'key/k1') }),
      expect.objectContaining({ Action: 'sqs:SendMessage', Resource: arnOf(fifo) }),
      expect.objectContaining({ Resource: arn('kms', 'key/k1') }),
    ]);
  });

  it('takes from a work queue by the policy of its role, and asks nothing of the owner', () => {
    const { of, subscription } = seattle({
      channel: (inside) =>
        WorkQueue.fromAttributes(inside, 'Orders', {
          queueArn: arn('sqs', 'orders'),
          deadLetterQueueArn: arn('sqs', 'orders-dead'),
          encryptionKeyArn: arn('kms', 'key/k1'),
        }),
    });
    expect(pipeOf(of).Source).toBe(arn('sqs', 'orders'));
    expect(statementsOf(of).slice(0, 2)).toEqual([
      {
        Effect: 'Allow',
        Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        Resource: arn('sqs', 'orders'),
      },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: arn('kms', 'key/k1'),
        Condition: {
          StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arn('sqs', 'orders') },
        },
      },
    ]);
    expect(subscription.requiredStatements()).toEqual([]);
    expect(subscription.arrivalDeadLetterQueue?.queueArn).toBe(arn('sqs', 'orders-dead'));
    expect(Object.keys(resources(of, 'AWS::SQS::Queue'))).toHaveLength(2);
  });
});

describe('Delivery.oneAtATime with a queue of the user', () => {
  const mine = (of: Stack) => ({
    queue: new Queue(of, 'Mine', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: new Key(of, 'OfMine'),
      deadLetterQueue: { queue: new Queue(of, 'Dead'), maxReceiveCount: 7 },
    }),
  });

  it('arrives there, and moves on to a FIFO queue of its own under its own key', () => {
    const { of, subscription } = seattle({
      more: (inside) => ({ ...mine(inside), encryptionKey: new Key(inside, 'OfSeattle') }),
    });
    expect(pipeOf(of)).toMatchObject({ Source: arnOf('Mine'), Target: arnOf(fifo) });
    expect(resource(of, 'AWS::Events::Rule').Properties.Targets[0].Arn).toEqual(arnOf('Mine'));
    expect(resource(of, 'AWS::SQS::Queue', fifo).Properties.KmsMasterKeyId).toEqual(
      arnOf('OfSeattle'),
    );
    expect(statementsOf(of)).toEqual([
      expect.objectContaining({ Resource: arnOf('Mine') }),
      expect.objectContaining({ Action: 'kms:Decrypt', Resource: arnOf('OfMine') }),
      expect.objectContaining({ Action: 'sqs:SendMessage', Resource: arnOf(fifo) }),
      expect.objectContaining({
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: arnOf('OfSeattle'),
      }),
    ]);
    expect(of.resolve(subscription.arrivalDeadLetterQueue?.queueArn)).toEqual(arnOf('Dead'));
  });

  it('stands under the key of the channel with its FIFO queue, not under that of the queue', () => {
    const { of } = seattle({
      channel: (inside) =>
        new ClassicBus(inside, 'Orders', { encryptionKey: new Key(inside, 'OfBus') }),
      more: mine,
    });
    expect(resource(of, 'AWS::SQS::Queue', fifo).Properties.KmsMasterKeyId).toEqual(arnOf('OfBus'));
  });

  it('takes from an imported one by the policy of its role; the channel is let in by its owner', () => {
    const imported = (of: Stack) =>
      Queue.fromQueueAttributes(of, 'Mine', {
        queueArn: arn('sqs', 'mine'),
        keyArn: arn('kms', 'key/k2'),
      });
    expect(() => seattle({ more: (of) => ({ queue: imported(of) }) })).toThrow(
      'spillway:policy-elsewhere',
    );
    const { of, subscription } = seattle({
      more: (inside) => ({ queue: imported(inside), policyOwner: PolicyOwner.ELSEWHERE }),
    });
    expect(subscription.requiredStatements().map(({ policyOf }) => policyOf)).toEqual([
      arn('sqs', 'mine'),
      arn('kms', 'key/k2'),
    ]);
    for (const { statement } of subscription.requiredStatements()) {
      expect(of.resolve(statement.toStatementJson()).Principal).toEqual({
        Service: 'events.amazonaws.com',
      });
    }
    expect(pipeOf(of).Source).toBe(arn('sqs', 'mine'));
    expect(statementsOf(of)[0].Resource).toBe(arn('sqs', 'mine'));
    expect(subscription.arrivalDeadLetterQueue).toBeUndefined();
    expect(subscription.deadLetterQueue).toBeDefined();
  });
});

import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  ClassicBus,
  Delivery,
  FifoTopic,
  type IChannel,
  StandardTopic,
  Subscription,
  WorkQueue,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, resources, stack } from '../../support/stacks';
import { functionIn } from './one-at-a-time-shop';

const seattle = (channel: (of: Stack) => IChannel, delivery: (of: Stack) => Delivery) => {
  const of = stack({ env });
  const from = channel(of);
  new Subscription(of, 'Seattle', { from, events: [placed.all()], delivery: delivery(of) });
  return of;
};

const fair = () => Delivery.pull({ requireFairQueue: true });

describe('Delivery.pull of a fair queue', () => {
  test.each<[string, (of: Stack) => IChannel]>([
    ['StandardTopic', (of) => new StandardTopic(of, 'Orders')],
    [
      'StandardTopic under a key',
      (of) => new StandardTopic(of, 'Orders', { encryptionKey: new Key(of, 'Key') }),
    ],
    ['WorkQueue', (of) => new WorkQueue(of, 'Orders')],
  ])(
    'is a standard queue of a %s, the same as without: the producer names the group',
    (_, channel) => {
      const asked = Template.fromStack(seattle(channel, fair)).toJSON();
      expect(asked).toEqual(Template.fromStack(seattle(channel, () => Delivery.pull())).toJSON());
      for (const { Properties } of Object.values(
        resources(seattle(channel, fair), 'AWS::SQS::Queue'),
      )) {
        expect(Properties.FifoQueue).toBeUndefined();
      }
    },
  );

  test.each<[string, (of: Stack) => IChannel, RegExp]>([
    [
      'a ClassicBus',
      (of) => new ClassicBus(of, 'Orders'),
      /one constant message group[\s\S]*take a StandardTopic or a WorkQueue/,
    ],
    [
      'the default bus',
      (of) => ClassicBus.defaultBus(of, 'Orders'),
      /one constant message group[\s\S]*take a StandardTopic or a WorkQueue/,
    ],
    ['a FifoTopic', (of) => new FifoTopic(of, 'Orders'), /fair queues are standard queues/],
    [
      'a FIFO WorkQueue',
      (of) => new WorkQueue(of, 'Orders', { fifo: true }),
      /fair queues are standard queues/,
    ],
  ])('refuses %s', (_, channel, message) => {
    expect(() => seattle(channel, fair)).toThrow(message);
    expect(() => seattle(channel, fair)).toThrow(
      /Stack\/Seattle: [\s\S]*delivery\.requireFairQueue: true given[\s\S]*\[spillway:fair-queue\]/,
    );
  });
});

describe('another delivery', () => {
  const later: [string, (of: Stack) => Delivery][] = [
    ['pull of a fair queue', fair],
    ['push', (of) => Delivery.push(functionIn(of))],
    ['oneAtATime', () => Delivery.oneAtATime()],
    [
      'oneAtATime with a push',
      (of) => Delivery.oneAtATime({ delivery: Delivery.push(functionIn(of)) }),
    ],
  ];

  test.each(later)(
    'keeps the queue that pull had, and its dead-letter queue: %s',
    (_, delivery) => {
      const of = seattle((inside) => new StandardTopic(inside, 'Orders'), delivery);
      const queue = resource(of, 'AWS::SQS::Queue', 'SeattleQueue');
      expect(Object.keys(resources(of, 'AWS::SQS::Queue'))).toEqual(
        expect.arrayContaining(['SeattleQueueA409872C', 'SeattleDeadLetters98F98C6F']),
      );
      expect(queue.Properties.RedrivePolicy.deadLetterTargetArn).toEqual({
        'Fn::GetAtt': ['SeattleDeadLetters98F98C6F', 'Arn'],
      });
      expect(resource(of, 'AWS::SNS::Subscription').Properties.Endpoint).toEqual({
        'Fn::GetAtt': ['SeattleQueueA409872C', 'Arn'],
      });
    },
  );

  it('of one at a time has queues whose ids never change either', () => {
    const of = seattle(
      (inside) => new ClassicBus(inside, 'Orders'),
      () => Delivery.oneAtATime(),
    );
    expect(Object.keys(resources(of, 'AWS::SQS::Queue'))).toEqual(
      expect.arrayContaining([
        'SeattleQueueA409872C',
        'SeattleDeadLetters98F98C6F',
        'SeattleOneAtATimeQueueE644E985',
        'SeattleOneAtATimeDeadLetters4506345E',
      ]),
    );
  });
});

import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ClassicBus, Envelope, FifoTopic, type IChannel, StandardTopic } from '../../../lib';
import { placed } from '../../support/contracts';
import { env } from '../../support/stacks';

const account = 'eu-west-1:111111111111';
const deadLetterQueueArn = `arn:aws:sqs:${account}:dead`;

const channels: [string, number, string, (of: Stack) => IChannel][] = [
  ['a ClassicBus', 270, '300 rules', (of) => new ClassicBus(of, 'Orders')],
  ['the default bus', 270, '300 rules', (of) => ClassicBus.defaultBus(of, 'Orders')],
  [
    'a bus of another app',
    270,
    '300 rules',
    (of) => ClassicBus.fromAttributes(of, 'Orders', { busName: 'orders', deadLetterQueueArn }),
  ],
  ['a StandardTopic', 180, '200 filter policies', (of) => new StandardTopic(of, 'Orders')],
  ['a FifoTopic', 90, '100 subscriptions', (of) => new FifoTopic(of, 'Orders')],
  [
    'a FIFO topic of another app',
    90,
    '100 subscriptions',
    (of) =>
      FifoTopic.fromAttributes(of, 'Orders', { topicArn: `arn:aws:sns:${account}:orders.fifo` }),
  ],
];

const subscribe = (of: Stack, channel: IChannel, count: number) => {
  for (let n = 0; n < count; n += 1) {
    const scope = new Construct(of, `${channel.node.id}Consumer${n}`);
    const queue = Queue.fromQueueArn(
      scope,
      'Queue',
      `arn:aws:sqs:${account}:q${n}${channel.fifo ? '.fifo' : ''}`,
    );
    const events = [placed.all()];
    channel.bindSubscription(scope, { events, queue, envelope: Envelope.CLOUD_EVENT });
  }
};

const warnings = ({ node }: IChannel): string[] =>
  node.metadata
    .map(({ data }) => String(data))
    .filter((text) => text.includes('spillway:many-receivers'));

describe('the subscriptions of a channel', () => {
  test.each(channels)('of %s are warned of once, at %i', (_, at, limit, make) => {
    const of = new Stack(new App(), 'Owner', { env });
    const channel = make(of);
    subscribe(of, channel, at - 1);
    expect(warnings(channel)).toEqual([]);
    subscribe(new Stack(of, 'More', { env }), channel, 3);
    expect(warnings(channel)).toEqual([
      expect.stringMatching(`${at} given; it takes ${limit} unless .*spillway:many-receivers`),
    ]);
  });

  it('are counted by channel', () => {
    const of = new Stack(new App(), 'Owner', { env });
    const [one, other] = [new FifoTopic(of, 'One'), new FifoTopic(of, 'Other')];
    subscribe(of, one, 89);
    subscribe(of, other, 89);
    expect([...warnings(one), ...warnings(other)]).toEqual([]);
  });
});

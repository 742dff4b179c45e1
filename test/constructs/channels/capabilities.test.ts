import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  Envelope,
  FifoTopic,
  type IChannel,
  OnPoison,
  OrderIngestion,
  StandardTopic,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
} from '../../../lib';
import {
  type Can,
  type Capability,
  type ChannelKind,
  channelCapabilities,
} from '../../../lib/core/limits/channels';
import { placed } from '../../support/contracts';
import { env, stack } from '../../support/stacks';

const account = 'eu-west-1:111111111111';
const deadLetterQueueArn = `arn:aws:sqs:${account}:dead-letters`;

interface Made {
  readonly made: (of: Stack) => IChannel;
  readonly imported: (of: Stack) => IChannel;
}

const channels: Readonly<Record<ChannelKind, Made>> = {
  ClassicBus: {
    made: (of) => new ClassicBus(of, 'Orders'),
    imported: (of) =>
      ClassicBus.fromAttributes(of, 'Orders', { busName: 'orders', deadLetterQueueArn }),
  },
  StandardTopic: {
    made: (of) => new StandardTopic(of, 'Orders'),
    imported: (of) =>
      StandardTopic.fromAttributes(of, 'Orders', {
        topicArn: `arn:aws:sns:${account}:orders`,
        deadLetterQueueArn,
      }),
  },
  FifoTopic: {
    made: (of) => new FifoTopic(of, 'Orders'),
    imported: (of) =>
      FifoTopic.fromAttributes(of, 'Orders', {
        topicArn: `arn:aws:sns:${account}:orders.fifo`,
      }),
  },
  WorkQueue: {
    made: (of) => new WorkQueue(of, 'Orders'),
    imported: (of) =>
      WorkQueue.fromAttributes(of, 'Orders', { queueArn: `arn:aws:sqs:${account}:orders` }),
  },
  FifoWorkQueue: {
    made: (of) => new WorkQueue(of, 'Orders', { fifo: true }),
    imported: (of) =>
      WorkQueue.fromAttributes(of, 'Orders', {
        queueArn: new CfnParameter(of, 'QueueArn').valueAsString,
        fifo: true,
      }),
  },
};

type Wish = (of: Stack, from: IChannel) => Partial<SubscriptionOptions>;

const functionIn = (of: Stack) =>
  new LambdaFunction(of, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
    timeout: Duration.seconds(5),
  });

/** How a user asks for each capability, and how the refusal names it. */
const wishes: Readonly<Record<Capability, { ask: Wish; prop: string; id: string }>> = {
  pull: {
    ask: () => ({ delivery: Delivery.pull() }),
    prop: 'delivery: Delivery.pull given',
    id: 'delivery',
  },
  push: {
    ask: (of) => ({ delivery: Delivery.push(functionIn(of)) }),
    prop: 'delivery: Delivery.push given',
    id: 'delivery',
  },
  oneAtATime: {
    ask: () => ({ delivery: Delivery.oneAtATime() }),
    prop: 'delivery: Delivery.oneAtATime given',
    id: 'delivery',
  },
  fairQueue: {
    ask: () => ({ delivery: Delivery.pull({ requireFairQueue: true }) }),
    prop: 'delivery.requireFairQueue: true given',
    id: 'fair-queue',
  },
  hold: {
    ask: () => ({ onPoison: OnPoison.HOLD }),
    prop: 'onPoison: OnPoison.HOLD given',
    id: 'on-poison',
  },
  where: {
    ask: () => ({ events: [placed.where({ shipTo: { country: ['US'] } })] }),
    prop: 'events: contract.where given',
    id: 'filter-on-queue',
  },
  eventBridgeEnvelope: {
    ask: () => ({ delivery: Delivery.pull({ envelope: Envelope.EVENTBRIDGE }) }),
    prop: 'delivery.envelope: Envelope.EVENTBRIDGE given',
    id: 'envelope',
  },
  severalSubscriptions: {
    ask: (of, from) => {
      new Subscription(of, 'First', { from, events: [placed.all()] });
      return {};
    },
    prop: 'from: a second subscription given beside Stack/First',
    id: 'one-receiver',
  },
  standardQueue: {
    ask: (of) => ({ queue: new Queue(of, 'Own') }),
    prop: 'queue: a standard queue given',
    id: 'queue-fifo',
  },
  fifoQueue: {
    ask: (of) => ({ queue: new Queue(of, 'Own', { fifo: true }) }),
    prop: 'queue: a FIFO queue given',
    id: 'queue-fifo',
  },
};

const ofWorkQueue: Capability[] = [
  'where',
  'eventBridgeEnvelope',
  'severalSubscriptions',
  'standardQueue',
  'fifoQueue',
];

/** What each channel can't do: all else it can. */
const refused: Readonly<Record<ChannelKind, readonly Capability[]>> = {
  ClassicBus: ['fairQueue', 'hold', 'fifoQueue'],
  StandardTopic: ['hold', 'eventBridgeEnvelope', 'fifoQueue'],
  FifoTopic: ['oneAtATime', 'fairQueue', 'eventBridgeEnvelope', 'standardQueue'],
  WorkQueue: ['hold', ...ofWorkQueue],
  FifoWorkQueue: ['oneAtATime', 'fairQueue', ...ofWorkQueue],
};

const cells = (Object.keys(channels) as ChannelKind[]).flatMap((kind) =>
  (Object.keys(wishes) as Capability[]).map((capability) => [kind, capability] as const),
);
const cannot = cells.filter(([kind, capability]) => refused[kind].includes(capability));
/** Of a subscription to a FIFO work queue HOLD is refused in any case: the queue decides it itself. */
const can = cells.filter(
  ([kind, capability]) =>
    !refused[kind].includes(capability) && !(kind === 'FifoWorkQueue' && capability === 'hold'),
);

function subscribed(channel: (of: Stack) => IChannel, capability: Capability): Stack {
  const of = stack({ env });
  const from = channel(of);
  const options = wishes[capability].ask(of, from);
  new Subscription(of, 'Seattle', { from, events: [placed.all()], ...options });
  return of;
}

describe('channelCapabilities', () => {
  it('says of each channel what it can and what it can not', () => {
    const said = Object.entries(channelCapabilities).map(([kind, { can: table }]) => [
      kind,
      Object.entries<Can>(table)
        .filter(([, able]) => able !== true)
        .map(([capability]) => capability)
        .sort(),
    ]);
    const expected = Object.entries(refused).map(([kind, list]) => [kind, [...list].sort()]);
    expect(said).toEqual(expected);
  });

  describe.each(['made', 'imported'] as const)('a channel that is %s', (how) => {
    test.each(cannot)(
      'refuses of a %s: %s, with the reason and what to take instead',
      (kind, capability) => {
        const able: Can = (channelCapabilities[kind].can as Record<Capability, Can>)[capability];
        if (able === true) throw new Error('is said to be able to');
        const { prop, id } = wishes[capability];
        expect(() => subscribed(channels[kind][how], capability)).toThrow(
          `${prop}; ${able.why}. ${able.instead} [spillway:${id}]`,
        );
      },
    );

    test.each(can)('takes of a %s: %s', (kind, capability) => {
      const make = () => Template.fromStack(subscribed(channels[kind][how], capability));
      expect(make).not.toThrow();
    });

    it('refuses HOLD of a subscription to a FIFO work queue, which decides it itself', () => {
      expect(() => subscribed(channels.FifoWorkQueue[how], 'hold')).toThrow(
        'onPoison: "OnPoison.HOLD" given; it cannot take effect on a channel that is a queue',
      );
    });
  });

  test.each(cannot)('refuses of a %s behind an OrderIngestion: %s', (kind, capability) => {
    const within = (of: Stack) =>
      new OrderIngestion(of, 'Ingestion', {
        contracts: [placed],
        channel: channels[kind].made(of),
      });
    expect(() => subscribed(within, capability)).toThrow(`[spillway:${wishes[capability].id}]`);
  });
});

import { Duration, type Stack } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  FifoTopic,
  type IChannel,
  OnPoison,
  type PushOptions,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, stack } from '../../support/stacks';
import { arnOf, functionIn } from './one-at-a-time-shop';

interface Way {
  readonly channel: (of: Stack) => IChannel;
  readonly queue: string;
  readonly delivery: (push: Delivery) => Delivery;
  readonly more?: (of: Stack) => Partial<SubscriptionOptions>;
}

/** A function waits for 3 seconds: a message is hidden for 18. */
const visibilityTimeout = Duration.seconds(18);
const asItIs = (push: Delivery) => push;

const ways: [string, Way][] = [
  [
    'FifoTopic',
    { channel: (of) => new FifoTopic(of, 'Orders'), queue: 'SeattleQueue', delivery: asItIs },
  ],
  [
    'FIFO WorkQueue',
    {
      channel: (of) => new WorkQueue(of, 'Orders', { fifo: true, visibilityTimeout }),
      queue: 'OrdersQueue',
      delivery: asItIs,
    },
  ],
  [
    'Delivery.oneAtATime',
    {
      channel: (of) => new ClassicBus(of, 'Orders'),
      queue: 'SeattleOneAtATimeQueue',
      delivery: (delivery) => Delivery.oneAtATime({ delivery }),
    },
  ],
  [
    'FIFO queue of the user',
    {
      channel: (of) => new FifoTopic(of, 'Orders'),
      queue: 'Mine',
      delivery: asItIs,
      more: (of) => ({
        queue: new Queue(of, 'Mine', {
          fifo: true,
          visibilityTimeout,
          encryption: QueueEncryption.SQS_MANAGED,
        }),
      }),
    },
  ],
];

function pushed(way: Way, options: PushOptions = {}) {
  const of = stack({ env });
  new Subscription(of, 'Seattle', {
    from: way.channel(of),
    events: [placed.all()],
    delivery: way.delivery(Delivery.push(functionIn(of), options)),
    ...way.more?.(of),
  });
  return of;
}

const mappingIn = (of: Stack) => resource(of, 'AWS::Lambda::EventSourceMapping').Properties;

describe.each(ways)('Delivery.push on a %s', (_name, way) => {
  it('reports what failed, in batches of ten without a window', () => {
    expect(mappingIn(pushed(way))).toEqual({
      FunctionName: { Ref: expect.stringMatching(/^Packer/) },
      EventSourceArn: arnOf(way.queue),
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('hides a message for six times the timeout of the function', () => {
    const { VisibilityTimeout } = resource(pushed(way), 'AWS::SQS::Queue', way.queue).Properties;
    expect(VisibilityTimeout).toBe(18);
  });

  it('takes smaller batches, a concurrency and pollers kept ready', () => {
    expect(mappingIn(pushed(way, { batchSize: 1, maximumConcurrency: 2 }))).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    expect(mappingIn(pushed(way, { provisionedPollers: { minimum: 3 } }))).toMatchObject({
      ProvisionedPollerConfig: { MinimumPollers: 3, MaximumPollers: 200 },
    });
  });

  it('refuses more than ten, and does not advise a window', () => {
    const more = () => pushed(way, { batchSize: 11 });
    expect(more).toThrow(
      /one prop is wrong:[\s\S]*delivery\.batchSize: 11 given; of a FIFO queue a batch holds at most 10[\s\S]*\[spillway:push-option\]/,
    );
    expect(more).not.toThrow(/batchWindow/);
  });

  it('refuses a window', () => {
    expect(() => pushed(way, { batchWindow: Duration.seconds(1) })).toThrow(
      /delivery\.batchWindow: 1 second given; Lambda does not wait for a batch of a FIFO queue[\s\S]*\[spillway:push-option\]/,
    );
  });
});

describe('Delivery.push with OnPoison.HOLD', () => {
  it('holds at the FIFO queue', () => {
    const of = stack({ env });
    new Subscription(of, 'Seattle', {
      from: new FifoTopic(of, 'Orders'),
      events: [placed.all()],
      delivery: Delivery.push(functionIn(of)),
      onPoison: OnPoison.HOLD,
    });
    expect(
      resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.RedrivePolicy.maxReceiveCount,
    ).toBe(1000);
  });
});

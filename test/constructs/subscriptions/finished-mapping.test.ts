import { App, Aspects, CfnParameter, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Alias, type CfnFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type CfnQueue, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
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

interface Given {
  readonly channel?: (of: Stack) => IChannel;
  readonly consumer?: (of: Stack) => IFunction;
  readonly options?: PushOptions;
  readonly more?: (of: Stack) => Partial<SubscriptionOptions>;
}

function pushed({ channel, consumer = functionIn, options, more }: Given = {}): Stack {
  const of = stack({ env });
  new Subscription(of, 'Seattle', {
    from: channel?.(of) ?? new ClassicBus(of, 'Orders'),
    events: [placed.all()],
    delivery: Delivery.push(consumer(of), options),
    ...more?.(of),
  });
  return of;
}

function mappingOf(of: Stack): CfnResource {
  const found = of.node
    .findAll()
    .filter(CfnResource.isCfnResource)
    .find(({ cfnResourceType }) => cfnResourceType === 'AWS::Lambda::EventSourceMapping');
  if (!found) throw new Error('no mapping');
  return found;
}

const functionOf = (of: Stack) => of.node.findChild('Packer').node.defaultChild as CfnFunction;

const override =
  (path: string, value: unknown) =>
  (of: Stack): void =>
    mappingOf(of).addPropertyOverride(path, value);

const changes: [string, (of: Stack) => void][] = [
  ['was disabled', override('Enabled', false)],
  ['was disabled', override('Enabled', 'false')],
  ['was disabled', (of) => Object.assign(mappingOf(of), { enabled: false })],
  ['takes from another queue', override('EventSourceArn', 'arn:aws:sqs:eu-west-1:1:other')],
  ['takes from another queue', (of) => mappingOf(of).addPropertyDeletionOverride('EventSourceArn')],
  ['pushes to another function', override('FunctionName', 'other')],
  ['pushes to another function', (of) => Object.assign(mappingOf(of), { functionName: 'other' })],
  ['was given a filter, which deletes', override('FilterCriteria', { Filters: [] })],
  [
    'no longer reports which messages failed',
    (of) => mappingOf(of).addPropertyDeletionOverride('FunctionResponseTypes'),
  ],
  ['was given a batch that Lambda does not take', override('BatchSize', 100)],
  ['was given a batch that Lambda does not take', override('BatchSize', '11')],
  [
    'has a function whose timeout is too long for its queue',
    (of) => functionOf(of).addPropertyOverride('Timeout', 4),
  ],
  ['was taken away', (of) => mappingOf(of).node.scope?.node.tryRemoveChild('Resource')],
  [
    'was taken away',
    (of) => {
      const { scope: mapping } = mappingOf(of).node;
      of.node.findChild('Packer').node.tryRemoveChild(mapping?.node.id ?? '');
    },
  ],
];

describe('validateMapping', () => {
  test.each(changes)('refuses at synth that it %s (%#)', (given, change) => {
    const of = pushed();
    change(of);
    expect(() => Template.fromStack(of)).toThrow(
      new RegExp(`the event source mapping: ${given}[\\s\\S]*\\[spillway:event-source\\]`),
    );
  });

  it('refuses what an Aspect made of it', () => {
    const of = pushed();
    Aspects.of(of).add({
      visit: (node) => {
        if (CfnResource.isCfnResource(node) && node.cfnResourceType.endsWith('SourceMapping')) {
          node.addPropertyOverride('FunctionName', 'other');
        }
      },
    });
    expect(() => Template.fromStack(of)).toThrow('[spillway:event-source]');
  });

  test.each<[string, (of: Stack) => void]>([
    ['a batch of ten', override('BatchSize', 10)],
    [
      'a larger batch with a window',
      (of) => {
        override('BatchSize', 100)(of);
        override('MaximumBatchingWindowInSeconds', 1)(of);
      },
    ],
    ['that it is enabled', override('Enabled', true)],
    ['that it is enabled, as a text', override('Enabled', 'true')],
    [
      'whether it is enabled, by a condition',
      override('Enabled', { 'Fn::If': ['On', true, false] }),
    ],
    [
      'the ARN of the same queue',
      (of) => override('EventSourceArn', of.resolve(subscriptionOf(of).queue.queueArn))(of),
    ],
    ['a tag', override('Tags', [{ Key: 'team', Value: 'packing' }])],
  ])('leaves to its owner %s', (_, change) => {
    const of = pushed();
    change(of);
    expect(() => Template.fromStack(of)).not.toThrow();
  });

  it('leaves its owner a smaller batch in the stack of the function', () => {
    const app = new App();
    const [ofBus, ofFunction] = ['Bus', 'Function'].map((id) => new Stack(app, id, { env })) as [
      Stack,
      Stack,
    ];
    new Subscription(ofBus, 'Seattle', {
      from: new ClassicBus(ofBus, 'Orders'),
      events: [placed.all()],
      delivery: Delivery.push(functionIn(ofFunction)),
    });
    override('BatchSize', 5)(ofFunction);
    expect(() => app.synth()).not.toThrow();
  });

  it.each([
    ['a batch of more than ten', 'BatchSize', 11],
    ['a window', 'MaximumBatchingWindowInSeconds', 1],
  ])('refuses of a FIFO queue %s', (_, path, value) => {
    const of = pushed({ channel: (inside) => new FifoTopic(inside, 'Orders') });
    override(path, value)(of);
    expect(() => Template.fromStack(of)).toThrow(
      /was given a batch that Lambda does not take[\s\S]*\[spillway:event-source\]/,
    );
  });

  describe('of a version or an alias', () => {
    const aliasIn = (of: Stack) => {
      const { currentVersion: version } = functionIn(of, Duration.seconds(10));
      return new Alias(of, 'Live', { aliasName: 'live', version });
    };
    const consumers: [string, (of: Stack) => IFunction][] = [
      ['version', (of) => functionIn(of, Duration.seconds(10)).currentVersion],
      ['alias', aliasIn],
    ];

    test.each(consumers)(
      'refuses that the timeout behind its %s was raised later',
      (_, consumer) => {
        const of = pushed({ consumer });
        expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.VisibilityTimeout).toBe(
          60,
        );
        const raised = pushed({ consumer });
        functionOf(raised).timeout = 900;
        expect(() => Template.fromStack(raised)).toThrow(
          /has a function whose timeout is too long for its queue[\s\S]*\[spillway:event-source\]/,
        );
      },
    );
  });
});

const subscriptionOf = (of: Stack) => of.node.findChild('Seattle') as Subscription;

describe('validateMapping of a queue that was brought along', () => {
  const withQueue = (props: QueueProps, maxReceiveCount = 5) =>
    pushed({
      consumer: (of) => functionIn(of, Duration.seconds(10)),
      more: (of) => ({
        queue: new Queue(of, 'Own', {
          encryption: QueueEncryption.SQS_MANAGED,
          visibilityTimeout: Duration.seconds(60),
          deadLetterQueue: { queue: new Queue(of, 'Dead'), maxReceiveCount },
          ...props,
        }),
      }),
    });

  it('refuses that it sets messages aside sooner', () => {
    expect(() => Template.fromStack(withQueue({}, 4))).toThrow(
      /sets a message aside after fewer than 5 receives[\s\S]*\[spillway:event-source\]/,
    );
    expect(() => Template.fromStack(withQueue({}, 5))).not.toThrow();
  });

  it('refuses that it hides messages for too short', () => {
    const of = withQueue({});
    expect(mappingOf(of).node.scope).toBeDefined();
    expect(resource(of, 'AWS::Lambda::EventSourceMapping').Properties.EventSourceArn).toEqual(
      arnOf('Own'),
    );
    expect(() =>
      Template.fromStack(withQueue({ visibilityTimeout: Duration.seconds(59) })),
    ).toThrow(/timeout is too long for its queue[\s\S]*\[spillway:event-source\]/);
  });

  it('says nothing of what is known only when deployed', () => {
    const of = withQueue({});
    const parameter = new CfnParameter(of, 'Hidden', { type: 'Number', default: 60 });
    const queue = of.node.findChild('Own').node.defaultChild as CfnQueue;
    queue.visibilityTimeout = parameter.valueAsNumber;
    queue.redrivePolicy = { deadLetterTargetArn: 'arn', maxReceiveCount: parameter.valueAsNumber };
    expect(() => Template.fromStack(of)).not.toThrow();
  });

  it('names what holding leaves of the receives of a work queue', () => {
    const of = pushed({
      consumer: (inside) => functionIn(inside, Duration.minutes(15)),
      channel: (inside) =>
        new WorkQueue(inside, 'Orders', {
          fifo: true,
          onPoison: OnPoison.HOLD,
          retention: Duration.hours(12),
          visibilityTimeout: Duration.minutes(90),
        }),
    });
    expect(() => Template.fromStack(of)).toThrow(
      /fewer than 5 receives[\s\S]*where the queue is made \(OnPoison\.HOLD counts receives that fit into its retention\)/,
    );
  });
});

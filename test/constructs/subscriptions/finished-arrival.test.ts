import { Aspects, CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnQueue, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { WorkQueue, type WorkQueueProps } from '../../../lib';
import { seattle } from './one-at-a-time-shop';

const workQueue = (props: WorkQueueProps) =>
  seattle({ channel: (of) => new WorkQueue(of, 'Orders', props) }).of;

const brought = (props: QueueProps, maxReceiveCount?: number) =>
  seattle({
    more: (of) => ({
      queue: new Queue(of, 'Mine', {
        encryption: QueueEncryption.SQS_MANAGED,
        deadLetterQueue: maxReceiveCount
          ? { queue: new Queue(of, 'Dead'), maxReceiveCount }
          : undefined,
        ...props,
      }),
    }),
  }).of;

/** The queue that the bus delivers to, changed by an Aspect. */
function changed(path: string, value: unknown): Stack {
  const { of, subscription } = seattle();
  Aspects.of(of).add({
    visit: (node) => {
      if (node instanceof CfnQueue && node === subscription.arrivalQueue.node.defaultChild) {
        node.addPropertyOverride(path, value);
      }
    },
  });
  return of;
}

const { seconds } = Duration;

describe('validateArrival', () => {
  test.each<[string, () => Stack, string]>([
    [
      'a work queue that hides too short',
      () => workQueue({ visibilityTimeout: seconds(29) }),
      'it hides an event for 29 seconds',
    ],
    [
      'a work queue that hides nothing',
      () => workQueue({ visibilityTimeout: seconds(0) }),
      'it hides an event for 0 seconds',
    ],
    [
      'a work queue that sets aside at once',
      () => workQueue({ maxReceiveCount: 1 }),
      'it sets an event aside after 1 receive;',
    ],
    [
      'a queue of the user that hides too short',
      () => brought({ visibilityTimeout: seconds(29) }, 5),
      'it hides an event for 29 seconds',
    ],
    [
      'a queue of the user that sets aside too soon',
      () => brought({}, 4),
      'it sets an event aside after 4 receives',
    ],
    [
      'a queue of the user that deletes before it sets aside',
      () => brought({ visibilityTimeout: seconds(60), retentionPeriod: seconds(300) }, 5),
      'it deletes an event after 300 seconds and sets aside after 300',
    ],
    [
      'what an Aspect made of the hiding',
      () => changed('VisibilityTimeout', 0),
      'it hides an event for 0 seconds',
    ],
    [
      'the same as a text',
      () => changed('VisibilityTimeout', '0'),
      'it hides an event for 0 seconds',
    ],
    [
      'what an Aspect made of the receives',
      () => changed('RedrivePolicy.maxReceiveCount', 1),
      'it sets an event aside after 1 receive;',
    ],
    [
      'what an Aspect made of the retention',
      () => changed('MessageRetentionPeriod', 200),
      'it deletes an event after 200 seconds and sets aside after 300',
    ],
  ])('refuses at synth %s', (_, of, given) => {
    expect(() => Template.fromStack(of())).toThrow(
      new RegExp(`the queue that OneAtATime takes from: ${given}[\\s\\S]*\\[spillway:pipe\\]`),
    );
  });

  test.each<[string, () => Stack]>([
    ['a work queue as it is by default', () => workQueue({})],
    [
      'a work queue at the limits',
      () =>
        workQueue({ visibilityTimeout: seconds(30), maxReceiveCount: 5, retention: seconds(151) }),
    ],
    ["SQS's defaults", () => brought({}, 5)],
    ['a queue without a dead-letter queue', () => brought({ retentionPeriod: seconds(60) })],
    ['a longer hiding', () => changed('VisibilityTimeout', 600)],
    ['another retention', () => changed('MessageRetentionPeriod', 301)],
  ])('takes %s', (_, of) => {
    expect(() => Template.fromStack(of())).not.toThrow();
  });

  it('says nothing of what is known only when deployed, nor of an imported queue', () => {
    const of = brought({}, 5);
    const parameter = new CfnParameter(of, 'Hidden', { type: 'Number', default: 60 });
    (of.node.findChild('Mine').node.defaultChild as CfnQueue).visibilityTimeout =
      parameter.valueAsNumber;
    expect(() => Template.fromStack(of)).not.toThrow();
    const imported = seattle({
      channel: (inside) =>
        WorkQueue.fromAttributes(inside, 'Orders', {
          queueArn: 'arn:aws:sqs:eu-west-1:111111111111:orders',
        }),
    });
    expect(() => Template.fromStack(imported.of)).not.toThrow();
  });
});

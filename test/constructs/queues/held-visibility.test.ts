import { Aspects, Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import {
  ClassicBus,
  Delivery,
  FifoTopic,
  OnPoison,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, stack } from '../../support/stacks';

const onPoison = OnPoison.HOLD;
const pull = (seconds: number) => Delivery.pull({ visibilityTimeout: Duration.seconds(seconds) });

const subscribed = (options: Partial<SubscriptionOptions>) => {
  const of = stack({ env });
  const events = [placed.all()];
  new Subscription(of, 'Seattle', { from: new FifoTopic(of, 'Orders'), events, ...options });
  return of;
};

const ways: [string, (seconds: number) => Stack, string][] = [
  [
    'Delivery.pull',
    (seconds) => subscribed({ onPoison, delivery: pull(seconds) }),
    'delivery.visibilityTimeout',
  ],
  [
    'Delivery.oneAtATime',
    (seconds) => {
      const of = stack({ env });
      new Subscription(of, 'Seattle', {
        from: new ClassicBus(of, 'Orders'),
        events: [placed.all()],
        onPoison,
        delivery: Delivery.oneAtATime({ delivery: pull(seconds) }),
      });
      return of;
    },
    'delivery.visibilityTimeout',
  ],
  [
    'a WorkQueue',
    (seconds) => {
      const of = stack({ env });
      const visibilityTimeout = Duration.seconds(seconds);
      new WorkQueue(of, 'Orders', { fifo: true, onPoison, visibilityTimeout });
      return of;
    },
    'visibilityTimeout',
  ],
];

describe('OnPoison.HOLD without a visibility timeout', () => {
  test.each(ways)('is refused by the prop of %s', (_, made, prop) => {
    expect(() => made(0)).toThrow(
      new RegExp(
        `one prop is wrong:[\\s\\S]*- ${prop}: 0 seconds given; OnPoison\\.HOLD holds an event for one visibility timeout a receive[\\s\\S]*\\[spillway:on-poison\\]`,
      ),
    );
    expect(() => made(1)).not.toThrow();
  });

  test.each([
    ['a number', 0],
    ['a text', '0'],
  ])('is refused at synth where an Aspect made it, as %s', (_, hidden) => {
    const of = subscribed({ onPoison });
    Aspects.of(of).add({
      visit: (node) => {
        if (node instanceof CfnQueue) node.addPropertyOverride('VisibilityTimeout', hidden);
      },
    });
    expect(() => Template.fromStack(of)).toThrow(
      /onPoison: an event is hidden for 0 seconds after the queue was made[\s\S]*\[spillway:on-poison\]/,
    );
  });

  it('is left to who sets aside', () => {
    const of = subscribed({ delivery: pull(0) });
    expect(resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.VisibilityTimeout).toBe(0);
  });
});

import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FifoTopic, type IChannel, StandardTopic, Subscription } from '../../../lib';
import { placed } from '../../support/contracts';
import { env, stack } from '../../support/stacks';

describe('a subscription of a topic, at synth', () => {
  test.each<[string, (of: Stack) => IChannel]>([
    ['StandardTopic', (of) => new StandardTopic(of, 'Orders')],
    ['FifoTopic', (of) => new FifoTopic(of, 'Orders')],
  ])('refuses that its own of a %s was taken away', (_, channel) => {
    const of = stack({ env });
    const events = [placed.all()];
    const { node } = new Subscription(of, 'Seattle', { from: channel(of), events });
    node.tryRemoveChild('TopicSubscription');
    expect(() => Template.fromStack(of)).toThrow(
      /TopicSubscription: was taken away after it was made[\s\S]*\[spillway:topic\]/,
    );
  });
});

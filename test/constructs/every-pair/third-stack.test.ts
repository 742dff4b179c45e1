import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Delivery, Subscription } from '../../../lib';
import { placed } from '../../support/contracts';
import { env } from '../../support/stacks';
import { type ChannelName, channelNames } from './axes';
import { channelsOf } from './channels';

/** Key, channel, subscription and whoever consumes, each in a stack of its own. */
function fourStacks(channel: ChannelName, oneAtATime: boolean): Stack[] {
  const app = new App();
  const ids = ['Keys', 'Owner', 'Consumer', 'People'] as const;
  const [keys, owner, consumer, people] = ids.map((id) => new Stack(app, id, { env })) as [
    Stack,
    Stack,
    Stack,
    Stack,
  ];
  const { channel: from } = channelsOf[channel].make(owner, {
    encryptionKey: new Key(keys, 'Key'),
  });
  const push = Delivery.push(packerIn(people));
  const subscription = new Subscription(consumer, 'Packing', {
    from,
    events: [placed.all()],
    delivery: oneAtATime ? Delivery.oneAtATime({ delivery: push }) : push,
  });
  const role = (id: string) =>
    new Role(people, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
  from.grants.publish(role('Producer'), placed);
  subscription.grants.consume(role('Consumer'));
  subscription.grants.redrive(role('Operator'));
  return [keys, owner, consumer, people];
}

function packerIn(scope: Stack): LambdaFunction {
  return new LambdaFunction(scope, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
    timeout: Duration.seconds(5),
  });
}

const ordered: readonly ChannelName[] = ['FifoTopic', 'FIFO WorkQueue'];
const cases = channelNames.flatMap((channel) => [
  [`${channel}, push`, channel, false] as const,
  ...(ordered.includes(channel)
    ? []
    : [[`${channel}, one at a time, push`, channel, true] as const]),
]);

describe('a key, a channel, a subscription and its consumers in a stack each', () => {
  it.each(cases)('refer to each other in no circle: %s', (_name, channel, oneAtATime) => {
    for (const stack of fourStacks(channel, oneAtATime)) {
      expect(() => Template.fromStack(stack)).not.toThrow();
    }
  });
});

import { App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type EventContract,
  type IChannel,
  OrderIngestion,
  Subscription,
  WorkQueue,
} from '../../../lib';
import { cancelled, placed, shipped } from '../../support/contracts';
import { env } from '../../support/stacks';

const makers: [string, (of: Stack) => IChannel][] = [
  ['a WorkQueue', (of) => new WorkQueue(of, 'Work')],
  ['a FIFO WorkQueue', (of) => new WorkQueue(of, 'Work', { fifo: true })],
  [
    'a WorkQueue of another app',
    (of) =>
      WorkQueue.fromAttributes(of, 'Work', { queueArn: 'arn:aws:sqs:eu-west-1:111111111111:w' }),
  ],
];

const inApp = (make: (of: Stack) => IChannel) => {
  const app = new App();
  const of = new Stack(app, 'Stack', { env });
  const work = make(of);
  let roles = 0;
  const publish = (...contracts: EventContract[]) => {
    roles += 1;
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    work.grants.publish(new Role(of, `Producer${roles}`, { assumedBy }), ...contracts);
  };
  const subscribe = (...contracts: EventContract[]) =>
    new Subscription(of, 'Packing', { from: work, events: contracts.map((one) => one.all()) });
  return { app, of, work, publish, subscribe };
};

describe.each(makers)('%s that declares no contracts, at synth', (_, make) => {
  it('refuses that a producer may send what its subscription does not name', () => {
    const { app, publish, subscribe } = inApp(make);
    subscribe(placed);
    publish(placed, cancelled);
    publish(cancelled, shipped);
    expect(() => app.synth()).toThrow(
      /events, beside what grants\.publish allows: order\.cancelled\.v1, order\.shipped\.v1 left out; SQS hands every message to whoever receives[\s\S]*\[spillway:filter-on-queue\]/,
    );
  });

  it('refuses it whichever comes first', () => {
    const { app, publish, subscribe } = inApp(make);
    publish(cancelled);
    subscribe(placed);
    expect(() => app.synth()).toThrow('order.cancelled.v1 left out');
  });

  it('takes what its subscription names, and fewer', () => {
    const { app, publish, subscribe } = inApp(make);
    subscribe(placed, cancelled);
    publish(placed);
    expect(() => app.synth()).not.toThrow();
  });

  it('judges no grant where nobody of this app consumes, and none that names nothing', () => {
    const alone = inApp(make);
    alone.publish(placed);
    expect(() => alone.app.synth()).not.toThrow();
    const { app, of, work, subscribe } = inApp(make);
    subscribe(placed);
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    work.grants.send(new Role(of, 'Producer', { assumedBy }));
    expect(() => app.synth()).not.toThrow();
  });

  it('judges the grants of an ingestion on it', () => {
    const { app, of, work, publish } = inApp(make);
    const orders = new OrderIngestion(of, 'Orders', { contracts: [placed], channel: work });
    orders.subscribe('Packing', { events: [placed.all()] });
    publish(cancelled);
    expect(() => app.synth()).toThrow('order.cancelled.v1 left out');
  });
});

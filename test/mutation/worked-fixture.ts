import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Subscription, WorkQueue } from '../../lib';
import { placed, pushTo, role } from './fixture-parts';

/** Work queues: a standard one under a key with a push, and a FIFO one that is pulled from. */
export function worked(): Stack {
  const stack = new Stack(new App(), 'Worked');
  const contracts = [placed];
  const events = [placed.all()];
  const encryptionKey = new Key(stack, 'TasksKey');
  const tasks = new WorkQueue(stack, 'Tasks', { contracts, encryptionKey });
  tasks.grants.send(role(stack, 'Dispatcher'));
  const picking = new Subscription(stack, 'Picking', {
    from: tasks,
    events,
    delivery: pushTo(stack, 'Picker', { maximumConcurrency: 5 }),
  });
  picking.grants.redrive(role(stack, 'Foreman'));
  const lanes = new WorkQueue(stack, 'Lanes', { contracts, fifo: true });
  lanes.grants.send(role(stack, 'Router'));
  const driving = new Subscription(stack, 'Driving', { from: lanes, events });
  driving.grants.consume(role(stack, 'Driver'));
  return stack;
}

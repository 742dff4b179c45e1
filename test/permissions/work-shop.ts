import { type App, Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  Delivery,
  FifoTopic,
  type IChannel,
  Subscription,
  TypedContract,
  WorkQueue,
} from '../../lib';

/**
 * Queues that producers send to themselves: one under a key, whose events a pipe of another stack
 * puts in order for a function; a FIFO one without a key; and beside them a FIFO topic.
 */

const placed = TypedContract.define<{ readonly orderId: string }>({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'shop',
});
const contracts = [placed];
const events = [placed.all()];

export function workShop(app: App): void {
  const encryptionKey = new Key(new Stack(app, 'Keys'), 'ShopKey');
  const shop = new Stack(app, 'Shop');
  const tasks = new WorkQueue(shop, 'Tasks', { contracts, encryptionKey });
  tasks.grants.send(role(shop, 'Dispatcher'));
  picking(new Stack(app, 'Floor'), tasks);
  const lanes = new WorkQueue(shop, 'Lanes', { contracts, fifo: true });
  lanes.grants.send(role(shop, 'Router'));
  const driving = new Subscription(shop, 'Driving', { from: lanes, events });
  driving.grants.consume(role(shop, 'Driver'));
  ledger(shop);
}

/** One event a key at a time, pushed to a function that only its role is known of. */
function picking(floor: Stack, from: IChannel): void {
  const picker = LambdaFunction.fromFunctionAttributes(floor, 'PickerFunction', {
    functionArn: 'arn:aws:lambda:eu-west-1:111111111111:function:Picker',
    role: role(floor, 'Picker', 'lambda'),
    sameEnvironment: true,
  });
  const push = Delivery.push(picker, { functionTimeout: Duration.seconds(5) });
  const delivery = Delivery.oneAtATime({ delivery: push });
  const subscription = new Subscription(floor, 'Picking', { from, events, delivery });
  subscription.grants.redrive(role(floor, 'Foreman'));
}

function ledger(shop: Stack): void {
  const topic = new FifoTopic(shop, 'Ledger', { contracts });
  topic.grants.send(role(shop, 'Publisher'));
  const booking = new Subscription(shop, 'Booking', { from: topic, events });
  booking.grants.consume(role(shop, 'Bookkeeper'));
}

function role(scope: Construct, id: string, service = 'ecs-tasks'): Role {
  return new Role(scope, id, { assumedBy: new ServicePrincipal(`${service}.amazonaws.com`) });
}

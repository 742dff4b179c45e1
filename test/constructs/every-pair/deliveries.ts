import type { Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Delivery } from '../../../lib';
import type { DeliveryName } from './axes';

/** How a delivery is asked for; of a push, with a function of the consumer's stack. */
export const deliveriesOf: Readonly<Record<DeliveryName, (consumer: Stack) => Delivery>> = {
  pull: () => Delivery.pull(),
  'pull, fair queue': () => Delivery.pull({ requireFairQueue: true }),
  push: (consumer) => Delivery.push(packerIn(consumer)),
  'one at a time, pull': () => Delivery.oneAtATime(),
  'one at a time, push': (consumer) =>
    Delivery.oneAtATime({ delivery: Delivery.push(packerIn(consumer)) }),
};

/** Within six of its timeouts a message of a work queue stays hidden: 30 seconds. */
export function packerIn(consumer: Stack): LambdaFunction {
  return new LambdaFunction(consumer, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
  });
}

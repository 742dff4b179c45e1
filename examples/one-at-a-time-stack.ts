import { Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Delivery, EventContract, OrderIngestion, Subscription } from '../lib';

// #region one-at-a-time
const shop = { source: 'shop.checkout', owner: 'checkout' };
const placed = EventContract.of({ ...shop, eventType: 'order.placed.v1' });
const cancelled = EventContract.of({ ...shop, eventType: 'order.cancelled.v1' });

// Of a FIFO queue, what follows a failure waits for it: the function answers with all of it.
const handler = `
exports.handler = async ({ Records }) => {
  for (const [at, { body }] of Records.entries()) {
    try {
      const { type, data } = JSON.parse(body).detail; // the CloudEvent
      console.log(type, data.orderId);
    } catch {
      const failed = Records.slice(at).map(({ messageId }) => ({ itemIdentifier: messageId }));
      return { batchItemFailures: failed };
    }
  }
  return { batchItemFailures: [] };
};`;

/** No two functions work on one order at once: it isn't packed while it is being cancelled. */
export class OneAtATimeStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const contracts = [placed, cancelled];
    const orders = new OrderIngestion(this, 'Orders', { contracts });
    const packer = new LambdaFunction(this, 'Packer', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline(handler),
      timeout: Duration.seconds(20),
    });
    new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.all(), cancelled.all()],
      delivery: Delivery.oneAtATime({
        messageGroup: 'orderId',
        delivery: Delivery.push(packer),
      }),
    });
  }
}
// #endregion

import { Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Delivery, EventContract, OrderIngestion, Subscription } from '../lib';

// #region push
const placed = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
});

const handler = `
exports.handler = async ({ Records }) => {
  const failed = [];
  for (const { messageId, body } of Records) {
    try {
      const order = JSON.parse(body).data; // the CloudEvent's
      console.log('packing', order.orderId);
    } catch {
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
};`;

export class PushStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const orders = new OrderIngestion(this, 'Orders', { contracts: [placed] });
    const packer = new LambdaFunction(this, 'Packer', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline(handler),
      timeout: Duration.seconds(20),
    });
    new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.all()],
      delivery: Delivery.push(packer, { batchSize: 10, maximumConcurrency: 5 }),
    });
  }
}
// #endregion

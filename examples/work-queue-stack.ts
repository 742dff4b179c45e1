import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Delivery, EventContract, Subscription, WorkQueue } from '../lib';

// #region work-queue
const checkout = { source: 'shop.checkout', owner: 'checkout' };
const labelled = EventContract.of({ ...checkout, eventType: 'label.requested.v1' });
const charged = EventContract.of({ ...checkout, eventType: 'charge.requested.v1' });

const handler = `
exports.handler = async ({ Records }) => {
  const [{ messageId, body }] = Records; // one event: its key has no other meanwhile
  try {
    console.log('charging', JSON.parse(body).data.orderId);
    return { batchItemFailures: [] };
  } catch {
    return { batchItemFailures: [{ itemIdentifier: messageId }] };
  }
};`;

/** One receiver: every event is handled once, by whichever consumer is free. */
export class WorkQueueStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
    const producer = new Role(this, 'Checkout', { assumedBy });

    // a fair queue: the producer names the shop (`messageGroup` of `toSendMessageInput`)
    const labels = new WorkQueue(this, 'Labels', { contracts: [labelled] });
    labels.grants.send(producer);
    const printing = new Subscription(this, 'Printing', {
      from: labels,
      events: [labelled.all()],
      delivery: Delivery.pull({ requireFairQueue: true }), // one shop's sale delays no other shop's labels
    });
    printing.grants.consume(new Role(this, 'PrinterOne', { assumedBy }));
    printing.grants.consume(new Role(this, 'PrinterTwo', { assumedBy }));

    // in order, one event a key (`partitionkey`) at a time
    const charges = new WorkQueue(this, 'Charges', {
      contracts: [charged],
      fifo: true,
      visibilityTimeout: Duration.seconds(120), // six times the timeout of the function
    });
    charges.grants.send(producer);
    const cashier = new LambdaFunction(this, 'Cashier', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline(handler),
      timeout: Duration.seconds(20),
    });
    new Subscription(this, 'Charging', {
      from: charges,
      events: [charged.all()],
      delivery: Delivery.push(cashier, { batchSize: 1 }), // what fails is set aside alone
    });
  }
}
// #endregion

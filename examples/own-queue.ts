import { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ClassicBus, EventContract, PolicyOwner, Subscription } from '../lib';

const placed = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
});

// #region own-queue
export class LegacyWarehouseStack extends Stack {
  readonly seattle: Subscription;

  constructor(scope: Construct, id: string, legacyQueueArn: string) {
    super(scope, id);
    const orders = new ClassicBus(this, 'Orders', { contracts: [placed] });
    const legacy = Queue.fromQueueArn(this, 'Legacy', legacyQueueArn); // its policy is kept elsewhere
    this.seattle = new Subscription(this, 'Seattle', {
      from: orders,
      events: [placed.all()],
      queue: legacy,
      policyOwner: PolicyOwner.ELSEWHERE, // without it: refused, since no event would ever arrive
    });
  }
}
// #endregion

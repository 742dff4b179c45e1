import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Flow, type Hop } from '../lib/analysis';
import { ShopStack } from './shop-stack';

/** A line a rule: where it would put the event, and why. */
export function whereDoesItGo(): string[] {
  // #region route
  const shop = new ShopStack(new App(), 'Shop');
  const flow = Flow.of({ Shop: Template.fromStack(shop).toJSON() }); // or the *.template.json of cdk.out

  const { hops } = flow.route({
    source: 'shop.checkout',
    detailType: 'order.placed.v1',
    detail: { specversion: '1.0', id: '1', data: { orderId: '1', shipTo: { country: 'CA' } } },
  });
  // #endregion
  return hops.map(({ rule, verdict, reason }: Hop) => `${rule.logicalId}: ${verdict}, ${reason}`);
}

import { type App, Stack } from 'aws-cdk-lib';
import { EventContract, OrderIngestion, Subscription } from '../lib';
import { event, type Shop, wantedBy } from './shop';

/** The shop with this library. */
export function buildSpillway(app: App, { stacks }: Shop): void {
  const placed = EventContract.of({ ...event, owner: 'checkout' });
  const [first, ...others] = stacks.map((_, at) => new Stack(app, `Stack${at + 1}`));
  if (!first) return;
  const orders = new OrderIngestion(first, 'Orders', { contracts: [placed] });
  [first, ...others].forEach((stack, at) => {
    for (const warehouse of stacks[at] ?? []) {
      new Subscription(stack, `Warehouse${warehouse}`, {
        from: orders,
        events: [placed.where(wantedBy(warehouse))],
      });
    }
  });
}

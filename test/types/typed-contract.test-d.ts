/** What the compiler takes of contracts. Compiled, never run. */
import { EventContract, type EventFilter, type SubscriptionProps, TypedContract } from '../../lib';

interface Order {
  shipTo: { country: 'US' | 'DE' };
  total: number;
}
const identity = { source: 'shop.checkout', owner: 'checkout' };
const placed = TypedContract.define<Order>({ ...identity, eventType: 'order.placed.v1' });
const cancelled = EventContract.of({ ...identity, eventType: 'order.cancelled.v1' });

// ---- compiles
const filters: EventFilter[] = [
  placed.all(),
  placed.where({ shipTo: { country: ['US'] }, total: [{ numeric: ['>', 0] }] }),
  cancelled.where({ anything: ['goes'] }),
];
export const events: SubscriptionProps['events'] = filters;
const untyped: EventContract = placed;
void untyped;

// ---- doesn't compile
// @ts-expect-error no such field
placed.where({ shipTo: { contry: ['US'] } });
// @ts-expect-error not in the enum
placed.where({ shipTo: { country: ['FR'] } });
// @ts-expect-error numeric on text
placed.where({ shipTo: { country: [{ numeric: ['>', 1] }] } });
// @ts-expect-error an owner is required
TypedContract.define<Order>({ source: 'shop.checkout', eventType: 'order.placed.v1' });
// @ts-expect-error a filter is made by a contract
const madeByHand: EventFilter = { pattern: {} };
void madeByHand;

/**
 * What the compiler takes as a filter and what it refuses. Compiled, never run: an expected error
 * that doesn't come is an error.
 */
import type { PatternOf } from '../../lib/constructs/contracts/pattern-of';

interface Line {
  sku: string;
  quantity: number;
  price: { amount: number; currency: 'EUR' | 'USD' };
}
type Payment =
  | { kind: 'card'; last4: string }
  | { kind: 'invoice'; due: string; purchase?: { number: string } };
interface Order {
  orderId: string;
  version: 1;
  status: 'NEW' | 'PAID';
  note: string | null;
  coupon?: string;
  gift: boolean;
  total: number;
  lines: Line[];
  payment: Payment;
  tags: Record<string, string>;
  codes: readonly string[];
  parent?: Order;
  anything: unknown;
}

declare function where(pattern: PatternOf<Order>): void;
declare function whereWithoutWildcard(pattern: PatternOf<Order, 'wildcard'>): void;

// ---- compiles
where({});
where({ status: ['PAID'], total: [{ numeric: ['>', 100, '<=', 5e3] }] });
where({
  lines: {
    sku: [{ prefix: 'A-' }, 'B-1'],
    price: { currency: ['EUR'], amount: [{ numeric: ['>=', 1] }] },
  },
});
where({ payment: { kind: ['card'], last4: [{ wildcard: '4*' }] } });
where({ payment: { purchase: { number: [{ exists: true }] } } });
where({ note: [null, { 'equals-ignore-case': 'vip' }], coupon: [{ exists: false }], gift: [true] });
where({
  status: [{ 'anything-but': 'NEW' }],
  orderId: [{ 'anything-but': { prefix: ['t-', 'u-'] } }],
});
where({ status: [{ 'anything-but': ['NEW', 'PAID'] }], total: [{ 'anything-but': [1, 2] }] });
where({ version: [1, { exists: true }] });
where({ $or: [{ total: [{ numeric: ['>', 1] }] }, { status: ['PAID'] }] });
where({ tags: { channel: ['web'] }, codes: ['x', { suffix: { 'equals-ignore-case': 'Y' } }] });
where({ parent: { parent: { orderId: ['1'] } }, anything: ['x', 1] });
where({ orderId: [{ cidr: '10.0.0.0/8' }], total: [{ numeric: ['=', 1] }] });
whereWithoutWildcard({ orderId: [{ prefix: 'a' }, { 'anything-but': { suffix: 'z' } }] });
const countries: readonly [string, ...string[]] = ['EUR', 'USD'];
where({ orderId: countries });

// ---- doesn't compile
// @ts-expect-error no such field
where({ statuss: ['PAID'] });
// @ts-expect-error no such field in an object of an array
where({ lines: { skuu: ['A'] } });
// @ts-expect-error no such value in the enum
where({ status: ['SHIPPED'] });
// @ts-expect-error a bare value is no list
where({ status: 'PAID' });
// @ts-expect-error an empty list
where({ status: [] });
// @ts-expect-error numeric on text
where({ orderId: [{ numeric: ['>', 1] }] });
// @ts-expect-error prefix on a number
where({ total: [{ prefix: '1' }] });
// @ts-expect-error text for a number
where({ total: ['100'] });
// @ts-expect-error the upper bound before the lower
where({ total: [{ numeric: ['<', 1, '>', 5] }] });
// @ts-expect-error two operators in one matcher
where({ orderId: [{ prefix: 'a', suffix: 'b' }] });
// @ts-expect-error exists on an object: EventBridge asks it of leaves only
where({ payment: [{ exists: true }] });
// @ts-expect-error anything-but a value that the enum lacks
where({ status: [{ 'anything-but': ['OLD'] }] });
// @ts-expect-error null where null can't be
where({ orderId: [null] });
// @ts-expect-error a field that no member of the union has
where({ payment: { iban: ['x'] } });
// @ts-expect-error $or of one alternative
where({ $or: [{ status: ['PAID'] }] });
// @ts-expect-error exists beside another operator
where({ orderId: [{ exists: true, prefix: 'a' }] });
// @ts-expect-error a misspelt operator
where({ orderId: [{ prefx: 'a' }] });
// @ts-expect-error wildcard where the channel lacks it
whereWithoutWildcard({ orderId: [{ wildcard: '*a' }] });
// @ts-expect-error nor inside anything-but, nor deeper down
whereWithoutWildcard({ lines: { sku: [{ 'anything-but': { wildcard: '*a' } }] } });

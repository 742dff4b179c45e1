/** What the compiler takes of contracts. Compiled, never run. */
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';
import {
  type DataOf,
  EventContract,
  type EventFilter,
  type SubscriptionProps,
  TypedContract,
} from '../../lib';
import { type EventOf, fromSqsMessage, toPutEventsEntry } from '../../lib/runtime';

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

// ---- the type comes from a schema of any library that gives JSON Schema
type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<Holds extends true> = Holds;

interface Wire {
  id: string;
  country: 'US' | 'DE';
  total: number;
  note?: string | undefined;
}

const byZod = TypedContract.define({
  ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
  schema: z.object({
    id: z.string(),
    country: z.enum(['US', 'DE']),
    total: z.number(),
    note: z.string().optional(),
  }),
  examples: [{ id: '1', country: 'US', total: 1 }],
});
const byValibot = TypedContract.define({
  source: 'shop.checkout',
  eventType: 'order.cancelled.v1',
  owner: 'checkout',
  summary: 'Somebody changed their mind.',
  schema: toStandardJsonSchema(
    v.object({
      id: v.string(),
      country: v.picklist(['US', 'DE']),
      total: v.number(),
      note: v.optional(v.string()),
    }),
  ),
});
const byArktype = TypedContract.define({
  source: 'shop.checkout',
  eventType: 'order.returned.v1',
  owner: 'checkout',
  schema: type({
    id: 'string',
    country: "'US' | 'DE'",
    total: 'number',
    'note?': 'string | undefined',
  }),
});
const byHand = TypedContract.define<Wire, 'shop.checkout', 'order.shipped.v1'>({
  source: 'shop.checkout',
  eventType: 'order.shipped.v1',
  owner: 'checkout',
  schema: { type: 'object', properties: { id: { type: 'string' } } },
  examples: [{ id: '1', country: 'US', total: 1 }],
});
export type Types = [
  Expect<Equal<DataOf<typeof byZod>, Wire>>,
  Expect<Equal<DataOf<typeof byValibot>, Wire>>,
  Expect<Equal<DataOf<typeof byArktype>, Wire>>,
  Expect<Equal<DataOf<typeof byHand>, Wire>>,
  Expect<Equal<DataOf<typeof placed>, Order>>,
  Expect<Equal<(typeof byValibot)['source'], 'shop.checkout'>>,
  Expect<Equal<(typeof byValibot)['eventType'], 'order.cancelled.v1'>>,
  Expect<Equal<(typeof byHand)['eventType'], 'order.shipped.v1'>>,
  Expect<Equal<(typeof placed)['eventType'], string>>,
];

export const wanted: EventFilter[] = [
  byZod.where({ country: ['US'], total: [{ numeric: ['>', 0] }], note: [{ exists: true }] }),
  byValibot.where({ country: ['DE'], id: [{ prefix: 'A-' }] }),
  byArktype.where({ country: ['DE'], id: [{ prefix: 'A-' }] }),
  byHand.where({ country: ['DE'], id: [{ prefix: 'A-' }] }),
];
export const carried: EventContract[] = [byZod, byValibot, byArktype, byHand];

// @ts-expect-error not in zod's enum
byZod.where({ country: ['FR'] });
// @ts-expect-error no such field of valibot's object
byValibot.where({ contry: ['US'] });
// @ts-expect-error numeric on arktype's text
byArktype.where({ id: [{ numeric: ['>', 1] }] });
// @ts-expect-error prefix on a number
byHand.where({ total: [{ prefix: '1' }] });

const checkout = {
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
} as const;
const schema = z.object({ total: z.number() });
// @ts-expect-error an example is what the schema describes
TypedContract.define({ ...checkout, schema, examples: [{ total: 'much' }] });
// @ts-expect-error an example has the type
TypedContract.define<Wire>({ ...checkout, examples: [{ id: '1', country: 'FR', total: 1 }] });
// @ts-expect-error no such prop
TypedContract.define({ ...checkout, schema, detailType: 'order.placed.v1' });
// @ts-expect-error an owner is required, with a schema too
TypedContract.define({ source: 'shop.checkout', eventType: 'order.placed.v1', schema });
// @ts-expect-error the type is the schema's, nobody else's
TypedContract.define<Wire>({ ...checkout, schema });

// ---- what travels, not what a reader makes of it
const transformed = TypedContract.define({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
  schema: z.object({
    at: z.codec(z.iso.datetime(), z.date(), {
      decode: (text) => new Date(text),
      encode: (date) => date.toISOString(),
    }),
    currency: z.string().default('EUR'),
  }),
});
export type OnTheWire = Expect<
  Equal<DataOf<typeof transformed>, { at: string; currency?: string | undefined }>
>;

// ---- a publisher and a consumer
type Placed = EventOf<typeof byZod>;
type Shop = EventOf<typeof byZod | typeof byValibot>;

export const event: Placed = {
  specversion: '1.0',
  id: '1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  partitionkey: '1',
  data: { id: '1', country: 'US', total: 1 },
};
toPutEventsEntry(event);
toPutEventsEntry({ ...event, id: '2' } satisfies Placed);
// @ts-expect-error another type of event
export const otherType: Placed = { ...event, type: 'order.cancelled.v1' };
// @ts-expect-error another source
export const otherSource: Placed = { ...event, source: 'shop.warehouse' };
// @ts-expect-error a field is missing in the data
export const otherData: Placed = { ...event, data: { id: '1', country: 'US' } };
// @ts-expect-error the data is missing
export const noData: Placed = {
  specversion: '1.0',
  id: '1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
};

const unread = fromSqsMessage({ body: '' }) as Shop;
if (unread.type === 'order.placed.v1') {
  const { source, data } = unread;
  const read: [string, 'US' | 'DE', number] = [source, data.country, data.total];
  void read;
  // @ts-expect-error no such field
  void unread.data.totl;
}
switch (unread.type) {
  case 'order.placed.v1':
  case 'order.cancelled.v1':
    break;
  default: {
    const none: never = unread;
    void none;
  }
}
// @ts-expect-error no such type of event
if (unread.type === 'order.returned.v1') void unread;

// ---- JSON Schema of another package, and by an interface
interface SchemaOfAnotherPackage {
  type: 'object';
  properties: Record<string, object>;
}
declare const another: SchemaOfAnotherPackage;
TypedContract.define<Order>({ ...identity, eventType: 'order.placed.v1', schema: another });
const readonlySchema = { type: 'object', required: ['total'] } as const;
TypedContract.define<Order>({ ...identity, eventType: 'order.placed.v1', schema: readonlySchema });
const fromZod = TypedContract.define({
  ...identity,
  eventType: 'order.placed.v1',
  schema: z.toJSONSchema(z.object({ total: z.number() }), { io: 'input' }),
});
export type FromZod = Expect<Equal<DataOf<typeof fromZod>, { total: number }>>;

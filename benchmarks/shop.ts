/**
 * The shop that both sides build: one event, and N consumers who each want their own share of it. It is spread over as many stacks as it takes to
 * stay far from the 500 resources that a stack holds.
 */
export const event = { source: 'shop.checkout', eventType: 'order.placed.v1' };

/** The sizes that are timed, and over how many stacks each is spread. */
export const stacksBySubscriptions: ReadonlyMap<number, number> = new Map([
  [10, 1],
  [100, 2],
  [300, 4],
]);

/** At most so many of a stack's subscriptions, five resources each, leave half of a stack free. */
const roomOfAStack = 75;

export interface Shop {
  /** For each stack the warehouses that subscribe in it. */
  readonly stacks: readonly (readonly string[])[];
}

/** Warehouses are numbered with equally many digits, so that their names cost equally many bytes. */
export function shopOf(subscriptions: number): Shop {
  const stacks =
    stacksBySubscriptions.get(subscriptions) ?? Math.ceil(subscriptions / roomOfAStack);
  const names = Array.from({ length: subscriptions }, (_, at) => `${1001 + at}`);
  const share = Math.ceil(subscriptions / stacks);
  return {
    stacks: Array.from({ length: stacks }, (_, at) => names.slice(at * share, (at + 1) * share)),
  };
}

/** What one warehouse wants, of the event's `data`: each a filter of its own. */
export function wantedBy(warehouse: string): { [field: string]: unknown } {
  return { shipTo: { country: ['US'], warehouse: [`warehouse-${warehouse}`] } };
}

import type { Way } from './entrance';
import { type Random, seededRandom } from './random';

// Counts what a channel doesn't promise. A queue's events are put into an order in which its
// consumer may see them: those that nothing keeps in order are shuffled, each among the events that
// wait with it; those that a FIFO topic hands a FIFO queue in one message group then take the places
// of their group in the order in which they were published. Whether that holds is read from the
// templates' answer for each event, never assumed of a channel.

/** An event that a queue got. */
export interface Arrival {
  /** Where it stands in the order of publishing. */
  readonly published: number;
  /** Whose events the consumer wants in order. @default - nobody's, as a guest's */
  readonly customer?: string;
  /** The message group whose order is kept on the way. @default - nothing keeps its order */
  readonly group?: string;
}

/**
 * How many events wait in a queue: one that was published so many later still may overtake. A
 * consumer pulls when it has capacity, and of what waits a standard queue hands out any.
 */
const WAITING = 100;

/** Any would do: it makes the same day give the same numbers. */
const SEED = 1;

/**
 * The group in which a way keeps the order of events: it begins at a FIFO topic, and the queue that
 * it ends in is FIFO and gets the group.
 */
export function keptGroupOf({ from, to, delivers }: Way): string | undefined {
  const isFifoTopic = from.type === 'topic' && from.fifo === 'yes';
  if (!isFifoTopic || typeof to !== 'object' || !isTrue(to.properties.FifoQueue)) return undefined;
  return delivers && 'body' in delivers ? delivers.messageGroupId : undefined;
}

/** CloudFormation takes a text for a truth value. */
const isTrue = (value: unknown): boolean => value === true || value === 'true';

/**
 * How many events a consumer saw after one of the same customer that was published later.
 *
 * @param arrivals what its queue got, in the order of publishing
 */
export function outOfOrder(arrivals: readonly Arrival[]): number {
  const latest = new Map<string, number>();
  let count = 0;
  for (const { customer, published } of seen(arrivals, seededRandom(SEED))) {
    if (customer === undefined) continue;
    const before = latest.get(customer) ?? -1;
    if (published < before) count += 1;
    latest.set(customer, Math.max(before, published));
  }
  return count;
}

/** How many of the events have one of the same customer before them: others can't be out of order. */
export function followers(arrivals: readonly Arrival[]): number {
  const customers = arrivals.flatMap(({ customer }) => (customer === undefined ? [] : [customer]));
  return customers.length - new Set(customers).size;
}

/**
 * Whether each customer's events are kept in order: all of them in one group. That the publisher
 * gave every event a group doesn't suffice, if a customer's events are in several.
 */
export function keepsOrder(arrivals: readonly Arrival[]): boolean {
  const groups = new Map<string, string>();
  return arrivals.every(({ customer, group }) => {
    if (group === undefined) return false;
    if (customer === undefined) return true;
    const known = groups.get(customer) ?? group;
    groups.set(customer, known);
    return known === group;
  });
}

/** The order in which a consumer may see what is in its queue. */
export function seen(arrivals: readonly Arrival[], random: Random): Arrival[] {
  return inOrderOfGroups(arrivals, shuffled(arrivals, random));
}

function shuffled(arrivals: readonly Arrival[], random: Random): Arrival[] {
  return arrivals
    .map((arrival, at) => ({ arrival, turn: at + random.share() * WAITING }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ arrival }) => arrival);
}

/** Each group's events in the order of publishing, in the places that the group has. */
function inOrderOfGroups(published: readonly Arrival[], places: readonly Arrival[]): Arrival[] {
  const groups = groupsOf(published);
  const taken = new Map<string, number>();
  return places.map((arrival) => {
    const { group } = arrival;
    if (group === undefined) return arrival;
    const at = taken.get(group) ?? 0;
    taken.set(group, at + 1);
    return groups.get(group)?.[at] ?? arrival;
  });
}

function groupsOf(arrivals: readonly Arrival[]): Map<string, Arrival[]> {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    if (arrival.group === undefined) continue;
    const group = groups.get(arrival.group);
    if (group) group.push(arrival);
    else groups.set(arrival.group, [arrival]);
  }
  return groups;
}

import type { Flow, Hop, ResourceNode, SubscriptionHop } from '../../../lib/analysis';
import { type CloudEvent, toPutEventsEntry } from '../../../lib/runtime';
import { differences } from '../differences';

/** The events that each queue gets, by the queue's key; a queue that gets none is not in it. */
export type Shares = ReadonlyMap<string, readonly CloudEvent[]>;

export interface Prediction {
  readonly shares: Shares;
  /** Where the template reader does not say that the queue of a rule gets the event itself. */
  readonly mismatches: readonly string[];
}

export const keyOf = ({ stack, logicalId }: Pick<ResourceNode, 'stack' | 'logicalId'>): string =>
  `${stack}/${logicalId}`;

/** The ways on which the template reader sends an event, however its producer puts it there. */
export type Router = (event: CloudEvent) => readonly (Hop | SubscriptionHop)[];

/** What the template reader says of the events of a day. @param waysOf those from the only bus */
export function predict(
  flow: Flow,
  events: readonly CloudEvent[],
  waysOf: Router = fromBus(flow),
): Prediction {
  const shares = new Map<string, CloudEvent[]>();
  const mismatches: string[] = [];
  for (const event of events) {
    for (const hop of takenBy(waysOf(event))) {
      const wrong = whyNotDelivered(hop, event);
      if (wrong.length === 0 && typeof hop.to === 'object') add(shares, keyOf(hop.to), event);
      else mismatches.push(...wrong);
    }
  }
  return { shares, mismatches };
}

/** As PutEvents puts it on the only bus of the flow. */
export function fromBus(flow: Flow): (event: CloudEvent) => readonly Hop[] {
  return (event) => {
    const { Source, DetailType, Detail } = toPutEventsEntry(event);
    const sent = { source: Source, detailType: DetailType, detail: JSON.parse(Detail) };
    return flow.route(sent).hops;
  };
}

function takenBy<T extends Hop | SubscriptionHop>(hops: readonly T[]): T[] {
  return hops.filter(({ verdict }) => verdict !== 'filtered');
}

/** The rules and subscriptions put every event that they take into a queue of the templates, as it is. */
function whyNotDelivered(hop: Hop | SubscriptionHop, event: CloudEvent) {
  const { to, verdict, reason, delivers } = hop;
  const said = `the template reader says that ${nameOf(hop)}`;
  if (verdict !== 'delivered') return [`${said} ends with ${verdict} for ${event.id}: ${reason}`];
  if (typeof to !== 'object') return [`${said} delivers ${event.id} to ${to}, which is no queue`];
  if (!delivers || 'unknown' in delivers) return [`${said} delivers something unknown`];
  return differences(event, delivers.body).map((line) => `${said} changes ${event.id}: ${line}`);
}

function nameOf(hop: Hop | SubscriptionHop): string {
  if ('rule' in hop) return `rule ${keyOf(hop.rule)}`;
  return `subscription ${keyOf(hop.subscription)}`;
}

function add(shares: Map<string, CloudEvent[]>, key: string, event: CloudEvent): void {
  const share = shares.get(key);
  if (share) share.push(event);
  else shares.set(key, [event]);
}

/** How many messages there are in all. */
export function countOf(shares: Shares): number {
  return [...shares.values()].reduce((sum, share) => sum + share.length, 0);
}

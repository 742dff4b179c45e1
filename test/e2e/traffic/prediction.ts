import type { Flow, Hop, QueueNode } from '../../../lib/analysis';
import { type CloudEvent, toPutEventsEntry } from '../../../lib/runtime';
import { differences } from '../differences';

/** The events that each queue gets, by the queue's key; a queue that gets none is not in it. */
export type Shares = ReadonlyMap<string, readonly CloudEvent[]>;

export interface Prediction {
  readonly shares: Shares;
  /** Where the template reader does not say that the queue of a rule gets the event itself. */
  readonly mismatches: readonly string[];
}

export const keyOf = ({ stack, logicalId }: QueueNode): string => `${stack}/${logicalId}`;

/** What the template reader says of the events of a day. */
export function predict(flow: Flow, events: readonly CloudEvent[]): Prediction {
  const shares = new Map<string, CloudEvent[]>();
  const mismatches: string[] = [];
  for (const event of events) {
    for (const hop of takenBy(flow, event)) {
      const wrong = whyNotDelivered(hop, event);
      if (wrong.length === 0 && typeof hop.to === 'object') add(shares, keyOf(hop.to), event);
      else mismatches.push(...wrong);
    }
  }
  return { shares, mismatches };
}

function takenBy(flow: Flow, event: CloudEvent): Hop[] {
  const { Source, DetailType, Detail } = toPutEventsEntry(event);
  const sent = { source: Source, detailType: DetailType, detail: JSON.parse(Detail) };
  return flow.route(sent).hops.filter(({ verdict }) => verdict !== 'filtered');
}

/** The retailer's rules put every event that they take into a queue of the templates, as it is. */
function whyNotDelivered({ rule, to, verdict, reason, delivers }: Hop, event: CloudEvent) {
  const said = `the template reader says that rule ${rule.stack}/${rule.logicalId}`;
  if (verdict !== 'delivered') return [`${said} ends with ${verdict} for ${event.id}: ${reason}`];
  if (typeof to !== 'object') return [`${said} delivers ${event.id} to ${to}, which is no queue`];
  if (!delivers || 'unknown' in delivers) return [`${said} delivers something unknown`];
  return differences(event, delivers.body).map((line) => `${said} changes ${event.id}: ${line}`);
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

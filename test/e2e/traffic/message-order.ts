import type { Message } from '@aws-sdk/client-sqs';
import { type CloudEvent, parseCloudEvent } from '../../../lib/runtime';
import { differences } from '../differences';

/** Where a queue gave the messages of a group in another order than that of their events. */
export function orderMismatches(
  queue: string,
  share: readonly CloudEvent[],
  messages: readonly Message[],
): string[] {
  const came = grouped(
    messages.map(({ Body = '', Attributes = {} }) => [
      Attributes.MessageGroupId ?? '',
      parseCloudEvent(Body).id,
    ]),
  );
  return differences(idsByGroup(share), came).map((line) => `${queue}: in group ${line.slice(1)}`);
}

function grouped(pairs: readonly (readonly [group: string, id: string])[]) {
  const groups = new Map<string, string[]>();
  for (const [group, id] of pairs) groups.set(group, [...(groups.get(group) ?? []), id]);
  return Object.fromEntries(groups);
}

const partitionKeyOf = ({ partitionkey }: CloudEvent): string => String(partitionkey);

/** The ids of the events of each key, in their order. */
export function idsByGroup(
  events: readonly CloudEvent[],
  groupOf = partitionKeyOf,
): Readonly<Record<string, string[]>> {
  return grouped(events.map((event) => [groupOf(event), event.id]));
}

/** How many keys have several events: the others have no order that could be kept. */
export function groupsWithOrder(events: readonly CloudEvent[], groupOf = partitionKeyOf): number {
  return Object.values(idsByGroup(events, groupOf)).filter((ids) => ids.length > 1).length;
}

import type { QueueNode } from '../../lib/analysis';
import type { CloudEvent } from '../../lib/runtime';
import { compareAll, type Deployed } from './deployed';
import { differences } from './differences';
import type { Outcome } from './report';
import { consumeBadly } from './traffic/bad-consumer';
import { keyOf, predict, type Shares } from './traffic/prediction';
import { publish } from './traffic/publish';

/**
 * A message that a warehouse never manages is given to it as often as the template says, and then lies in the dead-letter queue of that warehouse and
 * nowhere else. The other messages of its queue are worked off meanwhile.
 */
export async function poisonMessage(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { at, flow, bus, urls } = deployed;
  const { shares, mismatches } = predict(flow, events);
  const { queue, setAside } = victim(flow.queues, shares);
  const key = keyOf(queue);
  const [poison, ...others] = shares.get(key) ?? [];

  await publish(at.events, bus, events);
  const { done, tries } = await consumeBadly(at.queues, urls.get(key) ?? '', poison.id);

  const wanted = new Map([...shares, [key, others], [keyOf(setAside), [poison]]]);
  const compared = await compareAll(deployed, wanted, new Map([[key, done]]));
  const wrongTries = differences(queue.deadLetterQueue?.maxReceiveCount, tries, `tries of ${key}`);
  return {
    told: `${poison.id} set aside from ${key} after ${tries} tries, ${done.length} others worked off`,
    mismatches: [...mismatches, ...wrongTries, ...compared],
  };
}

/** The first warehouse that gets more than the poison message. */
function victim(queues: readonly QueueNode[], shares: Shares) {
  for (const queue of queues.filter(({ stack }) => stack === 'RetailerWarehouses')) {
    const setAside = queues.find(({ arn }) => arn === queue.deadLetterQueue?.arn);
    const share = shares.get(keyOf(queue)) ?? [];
    if (setAside && share.length > 1) return { queue, setAside };
  }
  throw new Error('these orders bring no warehouse two messages: publish more of them');
}

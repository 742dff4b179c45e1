import { type CloudEvent, toPublishInput } from '../../../lib/runtime';
import { compareAll, type Deployed } from '../deployed';
import { differences } from '../differences';
import type { Outcome } from '../report';
import { idsByGroup } from '../traffic/message-order';
import { type Given, takeOneByOne } from '../traffic/one-by-one';
import { keyOf, predict } from '../traffic/prediction';
import { publishInTurn } from '../traffic/publish-message';
import { isFifo } from './queue-in';
import { fromTopic, topicOf } from './topic';

/** More than sets a message aside, and much less than one that holds is given. */
const heldFor = 12;

/**
 * A message that no consumer manages, on a topic that keeps order. Where it is set aside it goes to the
 * dead-letter queue after as many tries as the template says, and only then come the later ones of
 * its key. Where it holds they wait, until it is managed at last. Either way no key is out of order.
 */
export async function fifoPoison(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { at, flow, urls } = deployed;
  const { arn } = topicOf(deployed);
  const inputs = new Map(
    events.map((event) => [event.id, toPublishInput(event, { topicArn: arn })]),
  );
  const { shares, mismatches } = predict(flow, events, fromTopic(flow, inputs));
  const all = [...shares.values()];
  const poison = events.find((event) => all.every((share) => share.includes(event)));
  if (!poison) throw new Error('no event comes to every queue: publish more of them');
  await publishInTurn(at.topics, [...inputs.values()]);

  const left = new Map<string, CloudEvent[]>();
  const told: string[] = [];
  const wrong: string[] = [];
  for (const queue of flow.queues.filter((one) => isFifo(one) && shares.has(keyOf(one)))) {
    const { arn: setAside, maxReceiveCount = 0 } = queue.deadLetterQueue ?? {};
    const key = keyOf(queue);
    const given = await takeOneByOne(at.queues, urls.get(key) ?? '', poison.id, heldFor);
    const isSetAside = maxReceiveCount <= heldFor;
    const tries = isSetAside ? maxReceiveCount : heldFor + 1;
    const target = flow.queues.find((one) => one.arn === setAside);
    if (isSetAside && target) left.set(keyOf(target), [poison]);
    told.push(`${key} ${isSetAside ? 'sets it aside after' : 'holds it for'} ${tries} tries`);
    wrong.push(...givenMismatches(key, shares.get(key) ?? [], given, poison, tries));
  }
  return {
    told: `${poison.id}: ${told.join(', ')}; each key in order`,
    mismatches: [...mismatches, ...wrong, ...(await compareAll(deployed, left))],
  };
}

/** Each event once and in the order of its key, the poison one so often before the next of its key. */
function givenMismatches(
  queue: string,
  share: readonly CloudEvent[],
  given: readonly Given[],
  poison: CloudEvent,
  tries: number,
): string[] {
  const wanted = share.flatMap((event) =>
    Array<CloudEvent>(event === poison ? tries : 1).fill(event),
  );
  const found = given.map(({ id, group }) => ({ ...poison, id, partitionkey: group }));
  return differences(idsByGroup(wanted), idsByGroup(found)).map((line) => `${queue}${line}`);
}

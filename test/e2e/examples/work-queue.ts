import type { Message } from '@aws-sdk/client-sqs';
import { type CloudEvent, toSendMessageInput } from '../../../lib/runtime';
import { compareAll, type Deployed } from '../deployed';
import { differences } from '../differences';
import type { Outcome } from '../report';
import { compete } from '../traffic/competing-consumers';
import { keyOf } from '../traffic/prediction';
import { send } from '../traffic/send';
import { queueIn } from './queue-in';

const consumers = 2;

/**
 * Two consumers compete for the events of a queue: each event is handled by one of them, with the
 * tenant that its producer named, and one that neither manages is set aside.
 */
export async function workQueue(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { at, flow, urls } = deployed;
  const { queue, setAside, tries } = queueIn(flow, { fifo: false });
  const key = keyOf(queue);
  const url = urls.get(key) ?? '';
  const [poison, ...good] = events;
  const inputs = events.map((event) => toSendMessageInput(event, sentTo(url, event)));
  await send(at.queues, inputs);
  const consumed = await compete(at.queues, url, consumers, poison.id);

  const done = consumed.flatMap((one) => one.done);
  const bodies = done.map(({ Body = '' }) => Body);
  const given = consumed.reduce((sum, one) => sum + one.tries, 0);
  const wanted = new Map([
    [key, good],
    [keyOf(setAside), [poison]],
  ]);
  const shares = consumed.map((one) => one.done.length);
  return {
    told:
      `${events.length} events sent to ${key}; its consumers handled ${shares.join(' and ')}, ` +
      `${poison.id} set aside after ${given} tries`,
    mismatches: [
      ...(await compareAll(deployed, wanted, new Map([[key, bodies]]))),
      ...differences(tries, given, `tries of ${key}`),
      ...tenantMismatches(key, done),
      ...(shares.includes(0) ? [`${key}: one consumer got nothing`] : []),
    ],
  };
}

const tenantOf = ({ partitionkey }: CloudEvent): string => String(partitionkey);

const sentTo = (queueUrl: string, event: CloudEvent) => ({
  queueUrl,
  messageGroup: tenantOf(event),
});

function tenantMismatches(queue: string, messages: readonly Message[]): string[] {
  return messages.flatMap(({ Body = '', Attributes = {} }) => {
    const event = JSON.parse(Body);
    const found = Attributes.MessageGroupId;
    return differences(tenantOf(event), found, `${queue}: the tenant of ${event.id}`);
  });
}

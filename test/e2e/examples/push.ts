import { SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type CloudEvent, fromSqsMessage } from '../../../lib/runtime';
import type { Told } from '../deploy/witness';
import { compareAll, type Deployed } from '../deployed';
import { differences } from '../differences';
import type { Outcome } from '../report';
import { onwardOf } from '../traffic/onward';
import { fromBus, keyOf, predict, type Router } from '../traffic/prediction';
import { publish } from '../traffic/publish';
import { handledMismatches, poisonMismatches, tellings } from '../traffic/tellings';
import { functionOf, queueIn } from './queue-in';

/**
 * For how long a message is hidden from the function, in seconds: on AWS for two minutes. At first so
 * long that no good message shows again before it is deleted, then so short that the poison one is
 * tried again at once. Set on the deployed queue, since the library refuses a template with it.
 */
const hidden = { first: 6, later: 1 };

/**
 * A message that the function never manages, among good ones: those are handled once each, and it is
 * pushed as often as the template says, and then lies in the dead-letter queue of the subscription.
 */
export async function push(
  deployed: Deployed,
  good: readonly CloudEvent[],
  poison: CloudEvent,
): Promise<Outcome> {
  const { at, flow, bus, urls } = deployed;
  const { queue, setAside, tries } = queueIn(flow, { fifo: false });
  const by = functionOf(flow, queue);
  const events = [...good.slice(0, 3), poison, ...good.slice(3)];
  const ways = fromBus(flow);
  const { shares, mismatches } = predict(flow, events, ways);
  const share = shares.get(keyOf(queue)) ?? [];
  const url = urls.get(keyOf(queue)) ?? '';

  await hide(at.queues, url, hidden.first);
  await publish(at.events, bus, events);
  const first = await tellings(deployed, (told) => told.length >= share.length);
  await hide(at.queues, url, hidden.later);
  const all = share.length + tries - 1;
  const later = await tellings(deployed, (told) => first.length + told.length >= all);

  const [ofPoison, ofGood] = parted([...first, ...later], poison);
  const managed = share.filter(({ id }) => id !== poison.id);
  const compared = await compareAll(deployed, new Map([[keyOf(setAside), [poison]]]));
  return {
    told:
      `${ofGood.length} of ${events.length} events handled once by ${by}, ${poison.id} set aside in ` +
      `${keyOf(setAside)} after ${ofPoison.length} tries; hidden for ${hidden.first} s and then ` +
      `${hidden.later} s instead of ${queue.properties.VisibilityTimeout}`,
    mismatches: [
      ...mismatches,
      ...unsaid(share, ways, by),
      ...handledMismatches(by, managed, ofGood),
      ...poisonMismatches(by, tries, ofPoison),
      ...compared,
    ],
  };
}

async function hide(client: SQSClient, QueueUrl: string, seconds: number): Promise<void> {
  const Attributes = { VisibilityTimeout: `${seconds}` };
  await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
}

function parted(told: readonly Told[], poison: CloudEvent): [Told[], Told[]] {
  const isPoison = ({ body }: Told) => fromSqsMessage({ Body: body }).id === poison.id;
  return [told.filter(isPoison), told.filter((one) => !isPoison(one))];
}

/** Where the template reader does not say that the function finds these events in its messages. */
function unsaid(events: readonly CloudEvent[], waysOf: Router, by: string): string[] {
  return events.flatMap((event) => {
    const said = onwardOf(event, waysOf).map(({ verdict, to, delivers }) => ({
      verdict,
      to: typeof to === 'object' ? to.logicalId : to,
      body: delivers && 'body' in delivers ? delivers.body : undefined,
    }));
    return differences([{ verdict: 'delivered', to: by, body: event }], said).map(
      (line) => `the template reader says of ${event.id} onward${line}`,
    );
  });
}

import type { Message } from '@aws-sdk/client-sqs';
import { type CloudEvent, fromSqsMessage } from '../../../lib/runtime';
import { compareAll, type Deployed } from '../deployed';
import { differences } from '../differences';
import type { Outcome } from '../report';
import { groupsWithOrder, idsByGroup } from '../traffic/message-order';
import { fromBus, keyOf, predict } from '../traffic/prediction';
import { publish } from '../traffic/publish';
import { drainMessages } from '../traffic/queue';
import { eventsIn, handledMismatches, tellings } from '../traffic/tellings';
import { functionOf, queueIn } from './queue-in';
import { movedBy, putTwice, textOf } from './stand-in-pipe';

/** What the example groups by. */
const orderOf = ({ data }: CloudEvent): string => (data as { orderId: string }).orderId;

/**
 * Every event comes to the queue out of which a pipe takes them. The endpoint has the pipe and does
 * not run it: so what the template reader says that it puts into the FIFO queue is put there, twice,
 * as by a pipe that was interrupted. The function behind handles each once, and those of one order in
 * the order in which they were put.
 */
export async function oneAtATime(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { at, flow, bus, urls } = deployed;
  const { queue: arrivals } = queueIn(flow, { fifo: false });
  const { queue: ordered } = queueIn(flow, { fifo: true });
  const { shares, mismatches } = predict(flow, events, fromBus(flow));
  const share = shares.get(keyOf(arrivals)) ?? [];

  await publish(at.events, bus, events);
  const arrived = await drainMessages(
    at.queues,
    urls.get(keyOf(arrivals)) ?? '',
    (all) => all.length >= share.length,
  );
  const compared = await compareAll(
    deployed,
    shares,
    new Map([[keyOf(arrivals), bodiesOf(arrived)]]),
  );
  const moved = movedBy(flow, arrivals, ordered, arrived, orderOf);
  await putTwice(at.queues, urls.get(keyOf(ordered)) ?? '', moved.put);
  const told = await tellings(deployed, (all) => all.length >= share.length);

  const by = functionOf(flow, ordered);
  const put = moved.put.map((message) => fromSqsMessage({ Body: textOf(message) }));
  const inOrder = differences(idsByGroup(put, orderOf), idsByGroup(eventsIn(told), orderOf));
  return {
    told:
      `${arrived.length} of ${events.length} events in ${keyOf(arrivals)}; put into ` +
      `${keyOf(ordered)} twice, as the template's pipe would, and handled once by ${by}; ` +
      `${groupsWithOrder(put, orderOf)} orders with several events, in order`,
    mismatches: [
      ...mismatches,
      ...compared,
      ...moved.mismatches,
      ...handledMismatches(by, share, told),
      ...inOrder.map((line) => `${by}, by order${line}`),
      ...(await compareAll(deployed, new Map())),
    ],
  };
}

const bodiesOf = (messages: readonly Message[]): string[] => messages.map(({ Body = '' }) => Body);

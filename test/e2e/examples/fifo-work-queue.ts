import type { Flow, QueueNode } from '../../../lib/analysis';
import { type CloudEvent, type SendMessageInput, toSendMessageInput } from '../../../lib/runtime';
import { compareAll, type Deployed } from '../deployed';
import { differences } from '../differences';
import type { Outcome } from '../report';
import { groupsWithOrder, idsByGroup } from '../traffic/message-order';
import { keyOf } from '../traffic/prediction';
import { send } from '../traffic/send';
import { eventsIn, handledMismatches, tellings } from '../traffic/tellings';
import { functionOf, queueIn } from './queue-in';

/**
 * Every event is sent to a FIFO queue twice, as a producer does that got no answer. The function that
 * is pushed to handles each once, those of one key in the order in which they were sent.
 */
export async function fifoWorkQueue(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { at, flow, urls } = deployed;
  const { queue } = queueIn(flow, { fifo: true });
  const queueUrl = urls.get(keyOf(queue)) ?? '';
  const by = functionOf(flow, queue);
  const inputs = events.map((event) => toSendMessageInput(event, { queueUrl }));
  await send(
    at.queues,
    inputs.flatMap((input) => [input, input]),
  );
  const told = await tellings(deployed, (all) => all.length >= events.length);

  const order = differences(idsByGroup(events), idsByGroup(eventsIn(told)));
  return {
    told:
      `${events.length} events sent twice to ${keyOf(queue)}, handled once by ${by}; ` +
      `${groupsWithOrder(events)} keys with several events, in order`,
    mismatches: [
      ...inputs.flatMap((input) => unsaid(flow, queue, input, by)),
      ...handledMismatches(by, events, told),
      ...order.map((line) => `${by}, by key${line}`),
      ...(await compareAll(deployed, new Map())),
    ],
  };
}

/** Where the template reader does not say that the function gets what is sent. */
function unsaid(flow: Flow, queue: QueueNode, input: SendMessageInput, by: string): string[] {
  const { MessageBody: body, MessageGroupId: messageGroupId } = input;
  const { hops } = flow.route({ body, messageGroupId }, { channel: queue.name });
  const said = hops.map(({ verdict, to }) => ({
    verdict,
    to: typeof to === 'object' ? to.logicalId : to,
  }));
  return differences([{ verdict: 'delivered', to: by }], said).map(
    (line) => `the template reader says of ${body}${line}`,
  );
}

import type { Flow, TopicNode } from '../../../lib/analysis';
import { type CloudEvent, type PublishInput, toPublishInput } from '../../../lib/runtime';
import { type AlsoCompared, compareAll, type Deployed } from '../deployed';
import type { Outcome } from '../report';
import { aroundMismatches } from '../traffic/around-event';
import { groupsWithOrder, orderMismatches } from '../traffic/message-order';
import { countOf, keyOf, predict, type Router, type Shares } from '../traffic/prediction';
import { publishAtOnce, publishInTurn } from '../traffic/publish-message';

/**
 * Every event that is published to a topic comes to the queues that the template reader
 * names, once, as it was published, with the attributes and the group that it says, and to no other.
 *
 * @param inputOf how the producer publishes an event to the topic of this ARN
 */
export async function topic(
  deployed: Deployed,
  events: readonly CloudEvent[],
  inputOf: InputOf = (event, topicArn) => toPublishInput(event, { topicArn }),
): Promise<Outcome> {
  const { at, flow } = deployed;
  const { node, arn } = topicOf(deployed);
  const isFifo = node.fifo === 'yes';
  const inputs = new Map(events.map((event) => [event.id, inputOf(event, arn)]));
  const waysOf = fromTopic(flow, inputs);
  const { shares, mismatches } = predict(flow, events, waysOf);
  await (isFifo ? publishInTurn : publishAtOnce)(at.topics, [...inputs.values()]);
  const compared = await compareAll(deployed, shares, undefined, also(flow, shares, waysOf));
  return {
    told:
      `${events.length} events published; ${countOf(shares)} messages in ${shares.size} queues: ` +
      `${countsOf(shares)}${isFifo ? `; ${groupsWithOrder(events)} groups in order` : ''}`,
    mismatches: [...mismatches, ...compared],
  };
}

type InputOf = (event: CloudEvent, topicArn: string) => PublishInput;

/** The topic of the flow, and its ARN at the endpoint. */
export function topicOf({ flow, topics }: Deployed): { node: TopicNode; arn: string } {
  for (const node of flow.channels) {
    const arn = node.declared && topics.get(keyOf(node.declared));
    if (node.type === 'topic' && arn) return { node, arn };
  }
  throw new Error('there is no topic');
}

/** As it is published to the only topic of the flow. */
export function fromTopic(flow: Flow, inputs: ReadonlyMap<string, PublishInput>): Router {
  return ({ id }) => {
    const input = inputs.get(id);
    if (!input) return [];
    const { Message: message, MessageAttributes, MessageGroupId: messageGroupId } = input;
    const sent = { message, messageAttributes: MessageAttributes, messageGroupId };
    return flow.route(sent).hops;
  };
}

function also(flow: Flow, shares: Shares, waysOf: Router): AlsoCompared {
  const fifo = new Set(
    flow.queues.filter(({ properties }) => properties.FifoQueue === true).map(keyOf),
  );
  return (queue, messages) => [
    ...aroundMismatches(queue, messages, waysOf),
    ...(fifo.has(queue) ? orderMismatches(queue, shares.get(queue) ?? [], messages) : []),
  ];
}

const countsOf = (shares: Shares): string =>
  [...shares].map(([queue, share]) => `${share.length} in ${queue}`).join(', ');

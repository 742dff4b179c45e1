import type { BusNode, ChannelNode, Flow, QueueNode, TopicNode } from '../flow';
import type { CatalogueChannel } from './model';
import { constructOf, isSettled } from './names';

/** What a producer puts events on. */
export type Carrier = BusNode | TopicNode | QueueNode;

/** Buses, topics, and the queues that nothing of the templates puts events into. */
export function carriersOf(flow: Flow): Carrier[] {
  return [...flow.channels, ...entranceQueues(flow)];
}

function entranceQueues({ queues, rules, subscriptions, pipes }: Flow): QueueNode[] {
  const filled = new Set<unknown>([
    ...queues.map(({ deadLetterQueue }) => deadLetterQueue?.arn),
    ...[...rules.flatMap(({ targets }) => targets), ...subscriptions].flatMap(
      ({ admission, deadLetter }) => [admission?.to, deadLetter?.to],
    ),
    ...pipes.map(({ admission }) => admission.to),
  ]);
  return queues.filter((queue) => !filled.has(queue) && !filled.has(queue.arn));
}

export function isDeclared(carrier: Carrier): boolean {
  return carrier.kind === 'queue' || carrier.declared !== undefined;
}

export function describeChannel(carrier: Carrier): CatalogueChannel {
  const resource = carrier.kind === 'queue' ? carrier : carrier.declared;
  const settled = isSettled(carrier.name);
  return {
    id: resource ? `${resource.stack}/${resource.logicalId}` : carrier.arn,
    type: typeOf(carrier),
    name: settled || !resource ? carrier.name : constructOf(resource),
    ...(settled && { address: carrier.name }),
    ...(resource && { stack: resource.stack }),
  };
}

function typeOf(carrier: Carrier): CatalogueChannel['type'] {
  if (carrier.kind === 'queue') return isFifo(carrier) ? 'fifoQueue' : 'queue';
  if (carrier.type === 'classicBus') return 'classicBus';
  return carrier.fifo === 'yes' ? 'fifoTopic' : 'standardTopic';
}

const isFifo = ({ properties }: QueueNode): boolean => String(properties['FifoQueue']) === 'true';

/** Of rules and subscriptions those of one channel. */
export function takersOf(flow: Flow, { arn, kind }: ChannelNode | QueueNode) {
  const isOwn = ({ channel }: { readonly channel: string }) =>
    kind === 'channel' && channel === arn;
  return { rules: flow.rules.filter(isOwn), subscriptions: flow.subscriptions.filter(isOwn) };
}

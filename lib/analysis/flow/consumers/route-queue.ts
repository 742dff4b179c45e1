import { nameOf } from '../graph/resources';
import { bodyWith, type Message } from '../message';
import type {
  Delivered,
  EventSourceNode,
  PipeHop,
  PipeNode,
  PushHop,
  QueueMessage,
  QueueNode,
  QueueRoute,
} from '../model';
import { same } from '../resolution/compare';
import { compete } from './endings';
import { recordTest } from './filters';
import { type ReadPipe, takeByPipe } from './pipe';
import { type ReadEventSource, takeByFunction } from './push';
import { type QueueRecord, recordOf } from './record';

/**
 * Where an event goes from a queue: to each pipe and function that takes events out of it, and from
 * a pipe's target, if that is a queue, on. What doesn't depend on the event is decided when the
 * templates are read.
 */
export interface ReadConsumers {
  readonly pipes: readonly ReadPipe[];
  readonly eventSources: readonly ReadEventSource[];
}

/** By queue; those without consumers in the templates are left out. */
export type ReadQueues = ReadonlyMap<QueueNode, ReadConsumers>;

/** Those whose source is, or may be, the queue. */
function onQueue<T extends { readonly node: { readonly source: string } }>(
  { arn }: QueueNode,
  consumers: readonly T[],
): T[] {
  return consumers.filter(({ node }) => same(node.source, arn) !== 'no');
}

export function consumersByQueue(
  queues: readonly QueueNode[],
  pipes: readonly PipeNode[],
  eventSources: readonly EventSourceNode[],
): ReadQueues {
  const readPipes = pipes.map((node) => ({ node, filter: recordTest(node.filters, 'pipes') }));
  const readSources = eventSources.map((node) => ({
    node,
    filter: recordTest(node.filters, 'lambda'),
  }));
  const entries = queues.map((queue) => {
    const consumers = {
      pipes: onQueue(queue, readPipes),
      eventSources: onQueue(queue, readSources),
    };
    return [queue, consumers] as const;
  });
  const some = ({ pipes: one, eventSources: other }: ReadConsumers) =>
    one.length + other.length > 0;
  return new Map(entries.filter(([, consumers]) => some(consumers)));
}

/** The queues that an event has been in, and how many more hops are followed. */
interface Journey {
  readonly queues: readonly QueueNode[];
  readonly budget: { hops: number };
}

const MOST_QUEUES = 16;
const MOST_HOPS = 1_000;

/** Why it is not followed into a queue. */
function endOfJourney(to: QueueNode, { queues, budget }: Journey): string | undefined {
  const name = nameOf(to);
  if (queues.includes(to)) return `the event comes back to ${name}: a recursive loop`;
  if (queues.length >= MOST_QUEUES)
    return `it is followed through ${MOST_QUEUES} queues, no further`;
  return budget.hops <= 0 ? `it is followed over ${MOST_HOPS} hops, no further` : undefined;
}

function followed(hop: PipeHop, text: string | undefined, all: ReadQueues, journey: Journey) {
  const { to, verdict, delivers, reason } = hop;
  if (verdict !== 'delivered' || typeof to === 'string' || !all.has(to)) return hop;
  const end = endOfJourney(to, journey);
  if (end) return { ...hop, verdict: 'unknown' as const, reason: `${reason}; ${end}` };
  const onward = travel(held(delivers, text), to, all, journey);
  return { ...hop, onward };
}

function hopsFrom(
  record: QueueRecord,
  message: Message,
  queue: QueueNode,
  all: ReadQueues,
  journey: Journey,
): (PipeHop | PushHop)[] {
  const { pipes = [], eventSources = [] } = all.get(queue) ?? {};
  journey.budget.hops -= pipes.length + eventSources.length;
  const piped = pipes.map((pipe) => {
    const { hop, text } = takeByPipe(pipe, record, queue);
    return followed(hop, text, all, journey);
  });
  return [
    ...piped,
    ...eventSources.map((source) => takeByFunction(source, record, message, queue)),
  ];
}

function travel(message: Message, queue: QueueNode, all: ReadQueues, from: Journey): QueueRoute {
  const journey = { ...from, queues: [...from.queues, queue] };
  const record = recordOf(message, queue);
  const hops = compete(hopsFrom(record, message, queue, all, journey));
  const lost = ({ verdict, pattern }: PipeHop | PushHop) =>
    verdict === 'lost' && pattern === 'filtered';
  const event = eventOf(message);
  const unmatched = hops.length > 0 && hops.every(lost);
  return { ...(event && { event }), channel: queue, hops, unmatched };
}

function eventOf({ body, attributes, messageGroupId }: Message): QueueMessage | undefined {
  if ('unknown' in body) return undefined;
  const some = Object.keys(attributes).length > 0;
  return {
    body: body.text,
    ...(some && { messageAttributes: attributes }),
    ...(messageGroupId !== undefined && { messageGroupId }),
  };
}

/** What a queue has of what was delivered to it. */
export function held(delivers: Delivered | undefined, text: string | undefined): Message {
  if (!delivers || 'unknown' in delivers || text === undefined) {
    const why = delivers && 'unknown' in delivers ? delivers.unknown : 'its text is not known';
    return { body: { unknown: why }, attributes: {} };
  }
  const { messageAttributes, messageGroupId } = delivers;
  return {
    body: bodyWith(text),
    attributes: messageAttributes ?? {},
    ...(messageGroupId !== undefined && { messageGroupId }),
  };
}

export function routeFromQueue(
  message: Message,
  queue: QueueNode,
  all: ReadQueues,
  event?: QueueMessage,
): QueueRoute {
  const route = travel(message, queue, all, { queues: [], budget: { hops: MOST_HOPS } });
  return event ? { ...route, event } : route;
}

/** From what delivered an event to a queue; undefined for a queue without consumers. */
export function onwardFromQueue(
  to: QueueNode | string | undefined,
  all: ReadQueues,
  read: () => Message,
): QueueRoute | undefined {
  if (typeof to !== 'object' || !all.has(to)) return undefined;
  return routeFromQueue(read(), to, all);
}

import { Flow } from '../../../lib/analysis';
import { env } from '../../support/stacks';
import type { ChannelName, DeliveryName, Pair } from './axes';
import type { TemplateOf } from './shop';

/** Where an order goes, from its channel to where the consumer finds it. */
export interface Journey {
  /** The logical ids, without CDK's ending, of what gets it, in its order. */
  readonly places: readonly string[];
  readonly verdicts: readonly string[];
  /** What the last of them gets. */
  readonly body: unknown;
  readonly messageGroupId?: string;
}

/** An order as a CloudEvent. */
export function order(country: string, partitionkey?: string): object {
  return {
    specversion: '1.0',
    id: 'o-1',
    source: 'shop.checkout',
    type: 'order.placed.v1',
    ...(partitionkey && { partitionkey }),
    data: { orderId: 'o-1', shipTo: { country } },
  };
}

type Templates = Readonly<Record<string, TemplateOf>>;

interface Sent {
  readonly event: object;
  readonly messageGroupId?: string;
}

/** As much of a hop, of whatever kind, as a journey tells. */
interface Taken {
  readonly verdict: string;
  readonly to?: string | { readonly logicalId: string };
  readonly delivers?: object;
  readonly onward?: Routed;
}

interface Routed {
  readonly hops: readonly Taken[];
  readonly unmatched: boolean;
}

/** The producer puts the order on the channel as `cdk-spillway/runtime` does. */
export function route(
  templates: Templates,
  channel: ChannelName,
  sent: Sent,
  partition?: string,
): Routed {
  const flow = Flow.of(templates, { ...env, partition });
  const { event, messageGroupId } = sent;
  const { source, type: detailType } = event as { source: string; type: string };
  switch (channel) {
    case 'ClassicBus':
      return flow.route({ source, detailType, detail: event }, { channel: 'orders' });
    case 'the default bus':
      return flow.route({ source, detailType, detail: event }, { channel: 'default' });
    case 'StandardTopic':
    case 'FifoTopic':
      return flow.route({ message: event, messageGroupId });
    case 'WorkQueue':
    case 'FIFO WorkQueue':
      return flow.route({ body: event, messageGroupId }, { channel: ordersQueue(flow) });
  }
}

/** By its ARN: behind it there may be others. */
function ordersQueue({ queues }: Flow): string {
  const found = queues.find(({ logicalId }) => /^OrdersQueue[0-9A-F]{8}$/.test(logicalId));
  if (!found) throw new Error('no template has a queue of Orders');
  return found.arn;
}

export function journey(routed: Routed, sent: Sent): Journey {
  const steps = stepsOf(routed);
  const last = steps.at(-1)?.delivers ?? { body: sent.event, ...groupOf(sent) };
  const { body, messageGroupId } = last as Partial<Journey>;
  return {
    places: steps.map(({ to }) => placeOf(to)),
    verdicts: steps.map(({ verdict }) => verdict),
    body,
    ...groupOf({ messageGroupId }),
  };
}

const groupOf = ({ messageGroupId }: { messageGroupId?: string }) =>
  messageGroupId === undefined ? {} : { messageGroupId };

/** One consumer a queue and one subscription a channel: each step leads to one other. */
function stepsOf({ hops }: Routed): Taken[] {
  const [hop, ...others] = hops;
  if (others.length > 0) throw new Error(`${hops.length} hops where one was made`);
  if (!hop) return [];
  return [hop, ...(hop.onward ? stepsOf(hop.onward) : [])];
}

function placeOf(to: Taken['to']): string {
  return typeof to === 'object' ? to.logicalId.replace(/[0-9A-F]{8}$/, '') : String(to);
}

const group = 'C-1';
const tenant = 'tenant-7';
const ofItself: readonly ChannelName[] = ['WorkQueue', 'FIFO WorkQueue'];
const inOrder: readonly ChannelName[] = ['FifoTopic', 'FIFO WorkQueue'];

const behindArrivals: Readonly<Record<DeliveryName, readonly string[]>> = {
  pull: [],
  'pull, fair queue': [],
  push: ['Packer'],
  'one at a time, pull': ['PackingOneAtATimeQueue'],
  'one at a time, push': ['PackingOneAtATimeQueue', 'Packer'],
};

/** A pipe hands the event on in as much of EventBridge's envelope as carries it. */
function enveloped(event: object): object {
  return { 'detail-type': 'order.placed.v1', source: 'shop.checkout', detail: event };
}

/** What is sent, and where it has to come out. */
export function expected({ channel, delivery }: Pair): { sent: Sent; journey: Journey } {
  const event = order('US', group);
  const fair = delivery === 'pull, fair queue';
  const sentGroup = inOrder.includes(channel) ? group : fair ? tenant : undefined;
  const piped = delivery.startsWith('one at a time');
  const found = piped ? group : sentGroup;
  const arrivals = ofItself.includes(channel) ? [] : ['PackingQueue'];
  const places = [...arrivals, ...behindArrivals[delivery]];
  return {
    sent: { event, ...groupOf({ messageGroupId: sentGroup }) },
    journey: {
      places,
      verdicts: places.map(() => 'delivered'),
      body: piped ? enveloped(event) : event,
      ...groupOf({ messageGroupId: found }),
    },
  };
}

import type { Construct } from 'constructs';
import type { Problem } from '../../../core/diagnostics';
import type { Capability, ChannelKind } from '../../../core/limits/channels';
import type { EventContract, EventFilter } from '../../contracts';
import { problemsOfPlace } from '../../validation';
import { problemsOfClassicFilters } from '../bus/classic-problems';
import { isSame } from '../channel/carried';
import { Envelope, type IChannel } from '../channel/channel';
import { classicBusOf } from '../channel/classic-bus-of';
import { kindOfChannel } from '../channel/kind-of-channel';
import { problemsOfLeftOut } from '../channel/left-out';
import { problemsOfWishes, type Wish } from '../channel/refused-wishes';
import { topicOf } from '../channel/topic-of';
import { problemsOfTopicFilters } from '../topic/topic-filter-problems';
import { problemsOfQueue } from './queue-problems';
import { problemsOfSharedQueue, type Sharing } from './shared-queue-problems';

/** What a subscription asks of its channel. */
export interface Wanted extends Sharing {
  readonly events: readonly EventFilter[];
  readonly envelope?: Envelope;
  readonly fairQueue?: boolean;
  /** Whether what can't be processed holds up its message group. */
  readonly hold?: boolean;
}

/**
 * What a channel can't do of what a subscription asks. A channel of a user's own answers for itself
 * when it binds.
 */
export function problemsOnChannel(scope: Construct, wanted: Wanted): Problem[] {
  const { from, events, queue } = wanted;
  const kind = kindOfChannel(from);
  if (!kind) return [];
  return [
    ...problemsOfPlace('from', placeOf(from), scope),
    ...problemsOfWishes(kind, wishesOf(wanted)),
    ...problemsOfQueue(kind, scope, queue),
    ...problemsOfSharedQueue(scope, wanted),
    ...(events.length > 0 ? problemsOfFilters[kind](from, events) : []),
  ];
}

function placeOf(channel: IChannel) {
  const { env } = classicBusOf(channel)?.eventBus ?? topicOf(channel)?.topic ?? channel.queue ?? {};
  return env ?? {};
}

function wishesOf({ delivery, queue, envelope, fairQueue, hold, events }: Wanted): Wish[] {
  const wishes: (readonly [boolean | undefined, Capability, string, string])[] = [
    [true, delivery, 'delivery', `Delivery.${delivery} given`],
    [
      envelope === Envelope.EVENTBRIDGE,
      'eventBridgeEnvelope',
      'delivery.envelope',
      'Envelope.EVENTBRIDGE given',
    ],
    [fairQueue, 'fairQueue', 'delivery.requireFairQueue', 'true given'],
    // The queue that Delivery.oneAtATime adds has an order, whatever the channel.
    [hold && delivery !== 'oneAtATime', 'hold', 'onPoison', 'OnPoison.HOLD given'],
    [events.some(({ pattern }) => pattern), 'where', 'events', 'contract.where given'],
    [queue && !queue.fifo, 'standardQueue', 'queue', 'a standard queue given'],
    [queue?.fifo, 'fifoQueue', 'queue', 'a FIFO queue given'],
  ];
  return wishes.flatMap(([asked, needs, prop, given]) => (asked ? [{ needs, prop, given }] : []));
}

type FilterProblems = (channel: IChannel, events: readonly EventFilter[]) => Problem[];

const ofTopic: FilterProblems = (channel, events) =>
  problemsOfTopicFilters(events, topicOf(channel)?.filterAttributes);

const ofQueue =
  (kind: ChannelKind): FilterProblems =>
  (channel, events) =>
    problemsOfLeftOut(kind, carriedAlong(channel), events);

const problemsOfFilters: Readonly<Record<ChannelKind, FilterProblems>> = {
  ClassicBus: (_channel, events) => problemsOfClassicFilters(events),
  StandardTopic: ofTopic,
  FifoTopic: ofTopic,
  WorkQueue: ofQueue('WorkQueue'),
  FifoWorkQueue: ofQueue('FifoWorkQueue'),
};

/** What a channel carries, or what it is composed of does: an ingestion may take in less. */
function carriedAlong(channel: IChannel): EventContract[] {
  const { contracts = [], channel: inner } = channel as IChannel & { readonly channel?: IChannel };
  const more = inner ? carriedAlong(inner) : [];
  return [...contracts, ...more.filter((one) => !contracts.some((other) => isSame(one, other)))];
}

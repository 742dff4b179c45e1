/**
 * What a subscription is chosen by. The suite goes through every combination: what can't be is in the
 * table of `refused.ts`, everything else is built.
 */
export const channelNames = [
  'ClassicBus',
  'the default bus',
  'StandardTopic',
  'FifoTopic',
  'WorkQueue',
  'FIFO WorkQueue',
] as const;

export const deliveryNames = [
  'pull',
  'pull, fair queue',
  'push',
  'one at a time, pull',
  'one at a time, push',
] as const;

export const encryptionNames = ['SSE-SQS', 'a customer-managed key'] as const;

/** Where the subscription stands, seen from its channel; another app has only an import of it. */
export const placeNames = ['the same stack', 'another stack', 'another app'] as const;

export type ChannelName = (typeof channelNames)[number];
export type DeliveryName = (typeof deliveryNames)[number];
export type EncryptionName = (typeof encryptionNames)[number];
export type PlaceName = (typeof placeNames)[number];

export interface Pair {
  readonly channel: ChannelName;
  readonly delivery: DeliveryName;
  readonly encryption: EncryptionName;
  readonly place: PlaceName;
}

export const everyPair: readonly Pair[] = channelNames.flatMap((channel) =>
  deliveryNames.flatMap((delivery) =>
    encryptionNames.flatMap((encryption) =>
      placeNames.map((place) => ({ channel, delivery, encryption, place })),
    ),
  ),
);

export const pairName = ({ channel, delivery, encryption, place }: Pair): string =>
  `${channel}, ${delivery}, ${encryption}, ${place}`;

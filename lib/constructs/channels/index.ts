export { problemsOfNamed } from './carried';
export {
  Envelope,
  type IChannel,
  type IPublishGrants,
  type SubscriptionBinding,
  type SubscriptionRequest,
} from './channel';
export { ClassicBus, type ClassicBusProps } from './classic-bus';
export { classicBusOf } from './classic-bus-of';
export { problemsOnChannel } from './classic-problems';
export type { DefaultClassicBusProps } from './default-classic-bus';
export { EventArchive } from './event-archive';
export type { IClassicBus } from './i-classic-bus';
export type { ClassicBusAttributes } from './imported-classic-bus';

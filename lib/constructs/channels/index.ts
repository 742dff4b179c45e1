export { problemsOfNamed } from './carried';
export {
  Envelope,
  type IChannel,
  type IPublishGrants,
  type SubscriptionBinding,
  type SubscriptionRequest,
} from './channel';
export { ClassicBus, type ClassicBusProps } from './classic-bus';
export type { DefaultClassicBusProps } from './default-classic-bus';
export { EventArchive } from './event-archive';
export type { IClassicBus } from './i-classic-bus';
export type { ClassicBusAttributes } from './imported-classic-bus';

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
export type { DefaultClassicBusProps } from './default-classic-bus';
export { EventArchive } from './event-archive';
export type { IClassicBus } from './i-classic-bus';
export type { IStandardTopic } from './i-standard-topic';
export type { ClassicBusAttributes } from './imported-classic-bus';
export type { StandardTopicAttributes } from './imported-standard-topic';
export { problemsOnChannel } from './problems-on-channel';
export { StandardTopic, type StandardTopicProps } from './standard-topic';

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
export { FifoTopic, type FifoTopicProps } from './fifo-topic';
export type { IClassicBus } from './i-classic-bus';
export type { IQueueChannel } from './i-queue-channel';
export type { ITopicChannel } from './i-topic-channel';
export type { ClassicBusAttributes } from './imported-classic-bus';
export type { TopicAttributes } from './imported-topic';
export type { WorkQueueAttributes } from './imported-work-queue';
export { problemsOnChannel } from './problems-on-channel';
export { noteUse } from './queue-uses';
export { StandardTopic } from './standard-topic';
export type { TopicProps } from './topic-props';
export { WorkQueue } from './work-queue';
export type { WorkQueueProps } from './work-queue-props';

export { problemsOnChannel } from './asking/problems-on-channel';
export { ClassicBus, type ClassicBusProps } from './bus/classic-bus';
export type { DefaultClassicBusProps } from './bus/default-classic-bus';
export { EventArchive } from './bus/event-archive';
export type { ClassicBusAttributes } from './bus/imported-classic-bus';
export { problemsOfNamed } from './channel/carried';
export {
  Envelope,
  type IChannel,
  type IPublishGrants,
  type SubscriptionBinding,
  type SubscriptionRequest,
} from './channel/channel';
export { classicBusOf } from './channel/classic-bus-of';
export type { IClassicBus } from './channel/i-classic-bus';
export type { IQueueChannel } from './channel/i-queue-channel';
export type { ITopicChannel } from './channel/i-topic-channel';
export { noteUse } from './channel/queue-uses';
export { FifoTopic, type FifoTopicProps } from './topic/fifo-topic';
export type { TopicAttributes } from './topic/imported-topic';
export { StandardTopic } from './topic/standard-topic';
export type { TopicProps } from './topic/topic-props';
export type { WorkQueueAttributes } from './work-queue/imported-work-queue';
export { WorkQueue } from './work-queue/work-queue';
export type { WorkQueueProps } from './work-queue/work-queue-props';

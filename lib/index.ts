export {
  ClassicBus,
  type ClassicBusAttributes,
  type ClassicBusProps,
  type DefaultClassicBusProps,
  Envelope,
  EventArchive,
  FifoTopic,
  type FifoTopicProps,
  type IChannel,
  type IClassicBus,
  type IPublishGrants,
  type IQueueChannel,
  type ITopicChannel,
  StandardTopic,
  type SubscriptionBinding,
  type SubscriptionRequest,
  type TopicAttributes,
  type TopicProps,
  WorkQueue,
  type WorkQueueAttributes,
  type WorkQueueProps,
} from './constructs/channels';
export {
  Compatibility,
  EventContract,
  type EventContractProps,
  EventFilter,
  type PatternOf,
  type StandardContractProps,
  TypedContract,
  type TypedContractProps,
} from './constructs/contracts';
export { OrderIngestion, type OrderIngestionProps } from './constructs/ingestion';
export { PolicyOwner, type RequiredStatement } from './constructs/policies';
export {
  ApiAuthorization,
  type IInvokeGrants,
  IngestApi,
  type IngestApiProps,
  type LostCheck,
} from './constructs/producers';
export { OnPoison } from './constructs/queues';
export {
  type ISchemaRegistry,
  type ISchemaRegistryGrants,
  type RegistrationProps,
  SchemaFormat,
  SchemaRegistry,
  type SchemaRegistryProps,
} from './constructs/registry';
export {
  Delivery,
  type ISubscriptionGrants,
  type OneAtATimeOptions,
  type ProvisionedPollers,
  type PullOptions,
  type PushOptions,
  Subscription,
  type SubscriptionOptions,
  type SubscriptionProps,
} from './constructs/subscriptions';
export type { DataOf, EventOf } from './core/contracts';
export { type DiagnosticId, type Problem, SpillwayError } from './core/diagnostics';

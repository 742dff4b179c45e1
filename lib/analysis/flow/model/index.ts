export type { BusNode, ChannelNode, TopicNode } from './channels';
export type { EventSourceNode, FunctionNode, PipeNode, Reception } from './consumers';
export type {
  Delivered,
  MessageAttributes,
  PutEvent,
  QueueMessage,
  TopicMessage,
} from './events';
export type { Grantee, RoleNode } from './grantees';
export type { ConsumerStep, PipeHop, PushHop, QueueRoute } from './queue-route';
export type { Admission, QueueNode, QueuePolicy, ResourceNode, ResourcePolicy } from './resources';
export type { Hop, Route, SubscriptionHop, TopicRoute } from './route';
export type { RuleNode, RuleTarget } from './rules';
export type { Step, Verdict } from './step';
export type { SubscriptionNode } from './subscriptions';

export type { BusNode, ChannelNode, TopicNode } from './channels';
export type { Delivered, MessageAttributes, PutEvent, TopicMessage } from './events';
export type { Admission, QueueNode, QueuePolicy, ResourceNode, ResourcePolicy } from './resources';
export type { Hop, Route, Step, SubscriptionHop, TopicRoute, Verdict } from './route';
export type { RuleNode, RuleTarget } from './rules';
export type { SubscriptionNode } from './subscriptions';

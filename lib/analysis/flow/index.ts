export { Flow, type RouteOptions } from './flow';
export type {
  Admission,
  BusNode,
  ChannelNode,
  Delivered,
  Hop,
  MessageAttributes,
  PutEvent,
  QueueNode,
  QueuePolicy,
  ResourceNode,
  ResourcePolicy,
  Route,
  RuleNode,
  RuleTarget,
  Step,
  SubscriptionHop,
  SubscriptionNode,
  TopicMessage,
  TopicNode,
  TopicRoute,
  Verdict,
} from './model';
export type { Environment } from './resolution/resolver';
export type { Fields } from './resolution/template';

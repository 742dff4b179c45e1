export { Flow, type RouteOptions } from './flow';
export type {
  Admission,
  ChannelNode,
  Delivered,
  Hop,
  PutEvent,
  QueueNode,
  QueuePolicy,
  ResourceNode,
  Route,
  RuleNode,
  RuleTarget,
  Verdict,
} from './model';
export type { Environment } from './resolution/resolver';
export type { Fields } from './resolution/template';

import type { BusNode, TopicNode } from './channels';
import type { PutEvent, TopicMessage } from './events';
import type { QueueRoute } from './queue-route';
import type { QueueNode } from './resources';
import type { RuleNode } from './rules';
import type { Step } from './step';
import type { SubscriptionNode } from './subscriptions';

/** One target of one rule. */
export interface Hop extends Step {
  readonly rule: RuleNode;
  readonly from: BusNode;
  /**
   * The target: a queue, or an ARN where no template declares it as a queue. Left out for a rule
   * without a target.
   */
  readonly to?: QueueNode | string;
  /**
   * The target gets the event, and is a topic, or a queue with consumers in the templates: where it
   * goes from there.
   */
  readonly onward?: TopicRoute | QueueRoute;
}

/** One subscription to a topic. */
export interface SubscriptionHop extends Step {
  readonly subscription: SubscriptionNode;
  readonly from: TopicNode;
  /** The queue; the endpoint where that is no queue of a template. */
  readonly to: QueueNode | string;
  /** The queue gets the message and has consumers in the templates: where it goes from there. */
  readonly onward?: QueueRoute;
}

export interface Route {
  readonly event: PutEvent;
  readonly channel: BusNode;
  /** A hop for each target of each rule of the channel, in the templates' order. */
  readonly hops: readonly Hop[];
  /**
   * No rule takes the event, or only for topics of which no subscription does. False also where
   * for one that is unknown.
   */
  readonly unmatched: boolean;
}

export interface TopicRoute {
  /** What is published; left out where it can't be told what a rule publishes. */
  readonly event?: TopicMessage;
  readonly channel: TopicNode;
  /** A hop for each subscription to the topic, in the templates' order. */
  readonly hops: readonly SubscriptionHop[];
  /** No subscription takes the message. False also where for one that is unknown. */
  readonly unmatched: boolean;
}

import type { BusNode, TopicNode } from './channels';
import type { Delivered, PutEvent, TopicMessage } from './events';
import type { Admission, QueueNode } from './resources';
import type { RuleNode } from './rules';
import type { SubscriptionNode } from './subscriptions';

/**
 * What stands at the end of a way or of a step on it; the words of the glossary.
 *
 * - `filtered`: the rule or subscription doesn't take the event: its pattern doesn't match, or it
 *   is disabled
 * - `matched`: the rule takes it, and has no target
 * - `delivered`: the target gets it
 * - `denied`: the target refuses it: what then becomes of the event is the hop's verdict
 * - `deadLettered`: the target refuses it and the dead-letter queue of the rule's target or of the
 *   subscription gets it
 * - `lost`: the target refuses it and there is no dead-letter queue, or one that refuses it as well
 * - `unknown`: the templates don't decide it
 */
export type Verdict =
  | 'matched'
  | 'filtered'
  | 'denied'
  | 'unknown'
  | 'delivered'
  | 'deadLettered'
  | 'lost';

/** What a hop says, whoever takes the event further. */
export interface Step {
  /** What becomes of the event. */
  readonly verdict: Verdict;
  /** What decides it. */
  readonly reason: string;
  /** Whether the rule or subscription takes the event. */
  readonly pattern: 'matched' | 'filtered' | 'unknown';
  /** Whether the target lets the event in, whatever it is. */
  readonly target?: Admission;
  /** Whether the dead-letter queue does. */
  readonly deadLetter?: Admission;
  /**
   * What the target gets, or why that can't be told; left out where it gets nothing, or where
   * something before it decides.
   */
  readonly delivers?: Delivered;
}

/** One target of one rule. */
export interface Hop extends Step {
  readonly rule: RuleNode;
  readonly from: BusNode;
  /**
   * The target: a queue, or an ARN where no template declares it as a queue. Left out for a rule
   * without a target.
   */
  readonly to?: QueueNode | string;
  /** The target is a topic, and gets the event: where it goes from there. */
  readonly onward?: TopicRoute;
}

/** One subscription to a topic. */
export interface SubscriptionHop extends Step {
  readonly subscription: SubscriptionNode;
  readonly from: TopicNode;
  /** The queue; the endpoint where that is no queue of a template. */
  readonly to: QueueNode | string;
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

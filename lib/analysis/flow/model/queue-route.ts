import type { EventSourceNode, FunctionNode, PipeNode, Reception } from './consumers';
import type { QueueMessage } from './events';
import type { QueueNode } from './resources';
import type { Step } from './step';

/** What a consumer of a queue that stands in the templates does with an event. */
export interface ConsumerStep extends Step {
  readonly from: QueueNode;
  /** Whether the consumer can take events out of the queue. */
  readonly source: Reception;
}

/** A pipe from a queue. */
export interface PipeHop extends ConsumerStep {
  readonly pipe: PipeNode;
  /** The target: a queue, or an ARN where no template declares it as a queue. */
  readonly to: QueueNode | string;
  /** The target is a queue with consumers in the templates, and gets the event. */
  readonly onward?: QueueRoute;
}

/** An event source mapping: Lambda takes events out of a queue and calls a function with them. */
export interface PushHop extends ConsumerStep {
  readonly eventSource: EventSourceNode;
  /** The function; its name or ARN where no template declares it. */
  readonly to: FunctionNode | string;
}

/** Where an event goes from a queue, by the consumers that stand in the templates. */
export interface QueueRoute {
  /** What is in the queue; left out where it can't be told. */
  readonly event?: QueueMessage;
  readonly channel: QueueNode;
  /**
   * A hop for each pipe, then each event source mapping, whose source the queue is. Of several only
   * one gets the event. None for a queue whose consumers no template tells of.
   */
  readonly hops: readonly (PipeHop | PushHop)[];
  /**
   * Every consumer's filters remove the event, so that it is lost. False also where one is unknown,
   * and for a queue without consumers in the templates.
   */
  readonly unmatched: boolean;
}

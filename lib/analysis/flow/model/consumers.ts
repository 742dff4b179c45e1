import type { Admission, QueueNode, ResourceNode } from './resources';

/** Whether a pipe, or a function by its event source mapping, can take events out of a queue. */
export interface Reception {
  /** The queue, or its ARN where no template declares it as a queue. */
  readonly from: QueueNode | string;
  /** `denied`: what is in the queue stays there until its retention ends. */
  readonly verdict: 'delivered' | 'denied' | 'unknown';
  /** Names the statement, key or setting that decides. */
  readonly reason: string;
}

/** A Lambda function. */
export interface FunctionNode extends ResourceNode {
  readonly kind: 'function';
  readonly name: string;
}

/** An EventBridge pipe. */
export interface PipeNode extends ResourceNode {
  readonly kind: 'pipe';
  readonly name: string;
  /** The ARN of what it takes events from. */
  readonly source: string;
  /** RUNNING or STOPPED. */
  readonly state: string;
  /** Of which one must match, as the template has them, resolved. @default - every event */
  readonly filters: readonly unknown[];
  /** Whether its role can take events out of the source. */
  readonly reception: Reception;
  /** Whether its role can put events into the target, whatever they are. */
  readonly admission: Admission;
  /** The dead-letter queue of the source; left out where that has none, or is not declared. */
  readonly deadLetter?: Admission;
}

/** A Lambda event source mapping: a function's poller of a queue. */
export interface EventSourceNode extends ResourceNode {
  readonly kind: 'eventSource';
  /** The ARN of what it takes events from. */
  readonly source: string;
  readonly enabled: 'yes' | 'no' | 'unknown';
  /** Of which one must match, as the template has them, resolved. @default - every event */
  readonly filters: readonly unknown[];
  /** The function, or its name or ARN where no template declares it. */
  readonly target: FunctionNode | string;
  /** Whether the function's role can take events out of the source. */
  readonly reception: Reception;
  /** The dead-letter queue of the source; left out where that has none, or is not declared. */
  readonly deadLetter?: Admission;
}

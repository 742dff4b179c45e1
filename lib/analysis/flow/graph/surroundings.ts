import type { QueueNode, TopicNode } from '../model';
import type { Keys } from './keys';

/** What rules and subscriptions can put events into, by ARN, and the keys of these. */
export interface Surroundings {
  readonly queues: ReadonlyMap<string, QueueNode>;
  readonly topics: ReadonlyMap<string, TopicNode>;
  readonly keys: Keys;
}

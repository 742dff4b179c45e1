import type { FunctionNode, QueueNode, TopicNode } from '../model';
import type { Keys } from './keys';
import type { Roles } from './roles';

/** What events can be put into, by ARN, the keys of these, and who uses which role. */
export interface Surroundings {
  readonly queues: ReadonlyMap<string, QueueNode>;
  readonly topics: ReadonlyMap<string, TopicNode>;
  readonly functions: ReadonlyMap<string, FunctionNode>;
  readonly keys: Keys;
  readonly roles: Roles;
}

import type { JsonObject } from '../schemas';
import type { CompatibilityMode, Policy } from '../schemas/compatibility';

/**
 * A contract as plain data: what a synthesised app says of it, and what everything reads that has
 * no CDK, such as the command line.
 */
export interface ContractDescription {
  readonly source: string;
  readonly eventType: string;
  /** The team that answers for it. */
  readonly owner: string;
  /** What it tells, in a sentence. */
  readonly summary?: string;
  /** JSON Schema of the event's `data`; absent where the data is not described. */
  readonly schema?: JsonObject;
  /** The `data` of example events. */
  readonly examples: readonly JsonObject[];
  /** Which versions of the schema have to live together. */
  readonly compatibility: CompatibilityMode;
  /** What a writer is taken to emit by an open schema. */
  readonly policy: Policy;
}

import type { Compatibility } from './compatibility';

/**
 * What an event is.
 */
export interface EventContractProps {
  /**
   * Who emits it: the CloudEvent's `source`, a URI reference such as `shop.checkout`. It becomes
   * EventBridge's Source: 1 to 256 characters, not starting with `aws.`, which belongs to AWS.
   */
  readonly source: string;

  /**
   * What happened, ending in its major version: `order.placed.v1`. It is the CloudEvent's `type`
   * and becomes EventBridge's DetailType: at most 128 characters. A change that breaks consumers is
   * a new version beside the old one, never a change of this one.
   */
  readonly eventType: string;

  /**
   * The team that answers for the event: the one to ask before anything about it changes.
   */
  readonly owner: string;

  /**
   * What it tells, in a sentence.
   *
   * @default - none
   */
  readonly summary?: string;

  /**
   * JSON Schema of the event's `data`, which is a JSON object: of draft 4, 6, 7, 2019-09 or 2020-12
   * as its `$schema` says, 2020-12 without. It holds all that it refers to, and no token.
   *
   * @default - the data is not described
   */
  readonly schema?: { [keyword: string]: any };

  /**
   * The `data` of example events. Each has to be what the schema describes; they stand in the
   * documentation and serve tests.
   *
   * @default - none
   */
  readonly examples?: { [field: string]: any }[];

  /**
   * Which versions of the schema have to live together, where accepted versions are kept
   * (`contractsDirectory`).
   *
   * @default Compatibility.FULL_TRANSITIVE
   */
  readonly compatibility?: Compatibility;

  /**
   * Whether a writer may emit whatever its schema lets through, instead of only the properties that
   * it declares. Then no optional field can be added to an open schema: an old event might hold
   * something else under its name.
   *
   * @default false
   */
  readonly strictCompatibility?: boolean;
}

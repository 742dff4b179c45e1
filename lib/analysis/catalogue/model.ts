import type { Change } from '../../core/contracts';
import type { JsonObject } from '../../core/schemas';
import type { CompatibilityMode, Policy } from '../../core/schemas/compatibility';

/** Every event of an app: what it is, how it came to be so, who emits it and who takes it. */
export interface Catalogue {
  /** In the order of source and event type. */
  readonly events: readonly CatalogueEvent[];
  /** What any of the events travels on. */
  readonly channels: readonly CatalogueChannel[];
}

export interface CatalogueEvent {
  readonly source: string;
  readonly eventType: string;
  readonly owner: string;
  readonly summary?: string;
  /** The construct that declares the contract. */
  readonly place: string;
  /** JSON Schema of the data; absent where the data is not described. */
  readonly schema?: JsonObject;
  readonly compatibility: CompatibilityMode;
  readonly policy: Policy;
  readonly fields: SchemaFields;
  /** The data of example events. */
  readonly examples: readonly JsonObject[];
  /** The oldest first; none where no version was accepted, so that there is no history. */
  readonly versions: readonly CatalogueVersion[];
  /** The ids of what it travels on. */
  readonly channels: readonly string[];
  readonly producers: readonly CatalogueProducer[];
  readonly consumers: readonly CatalogueConsumer[];
}

/** What a schema says field by field, in its own order. */
export interface SchemaFields {
  readonly rows: readonly FieldRow[];
  /** Whether the schema goes on: it nests or repeats more than a reader would read. */
  readonly cut: boolean;
}

/** A field, or the beginning of one of several shapes that the rows below it describe. */
export type FieldRow = SchemaField | SchemaShape;

export interface SchemaField {
  readonly kind: 'field';
  /** How many rows above it are around it. */
  readonly depth: number;
  /** As `lines[].sku`; the empty text where the data as a whole is no object. */
  readonly path: string;
  readonly name: string;
  /** In words: `list of text`. */
  readonly type: string;
  /** Whether it is always there, where what is around it is. */
  readonly required: boolean;
  readonly description?: string;
  /** In words: `at least 1`. */
  readonly constraints: readonly string[];
  readonly deprecated: boolean;
}

export interface SchemaShape {
  readonly kind: 'shape';
  readonly depth: number;
  /** What has this shape. */
  readonly path: string;
  /** As `where kind is "card"`, or its title, or its number. */
  readonly label: string;
  readonly description?: string;
}

/** A version of the schema. */
export interface CatalogueVersion {
  readonly version: number;
  /** Whether it was accepted; else it is what the contract says now, and nobody accepted it yet. */
  readonly accepted: boolean;
  /** What is new against the version before it; of the first one, nothing. */
  readonly changes: readonly Change[];
}

export interface CatalogueChannel {
  /** Names it within the catalogue. */
  readonly id: string;
  readonly type: 'classicBus' | 'standardTopic' | 'fifoTopic' | 'queue' | 'fifoQueue';
  /** Its name, as far as the template tells it; else its construct. */
  readonly name: string;
  /** Its physical name or ARN, absent where only the deployment gives it one. */
  readonly address?: string;
  /** The stack that makes it; absent where it is of another app. */
  readonly stack?: string;
}

/** Who may put the event on a channel. */
export interface CatalogueProducer {
  /** The construct whose role may, or the principal of another account. */
  readonly name: string;
  readonly stack?: string;
  readonly channel: string;
  /** What runs with the role: `lambda.amazonaws.com`. */
  readonly services: readonly string[];
  /** Whether the permission names the event; else other events may be put there too. */
  readonly named: boolean;
  readonly certain: boolean;
  /** What the policies say. */
  readonly reason: string;
}

/** Who takes the event. */
export interface CatalogueConsumer {
  /** The construct of the subscription: of the rule, the topic's subscription, or the queue. */
  readonly name: string;
  readonly stack: string;
  readonly channel: string;
  /**
   * - `pull`: its receivers take it from a queue when they like
   * - `push`: Lambda calls a function with it
   * - `pipe`: a pipe hands it on
   * - `direct`: the channel hands it to what is no queue
   */
  readonly delivery: 'pull' | 'push' | 'pipe' | 'direct';
  /** The queue that it waits in. */
  readonly queue?: string;
  /** Who gets it: functions, roles, targets. */
  readonly receivers: readonly string[];
  /** Of which one has to match; none where every event of this contract passes. */
  readonly filters: readonly CatalogueFilter[];
  /** Whether the filter names the event; else it takes all that its channel carries. */
  readonly named: boolean;
  /** Why it may not get the event, or won't. */
  readonly problem?: string;
}

/** An event pattern as the template has it, of this event only. */
export interface CatalogueFilter {
  /** What the pattern is about: the data, all of the event as it travels, its attributes. */
  readonly of: 'data' | 'event' | 'attributes';
  readonly pattern: JsonObject;
}

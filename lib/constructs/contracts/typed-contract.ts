import type { InputOf, StandardSchema } from '../../core/schemas/standard';
import { EventContract } from './event-contract';
import type { EventContractProps } from './event-contract-props';
import type { EventFilter } from './event-filter';
import type { PatternOf } from './pattern-of';

/**
 * What an event is, its data described by a schema of zod, valibot, arktype or any other library
 * that follows https://standardschema.dev/json-schema.
 *
 * @jsii ignore
 */
export interface StandardContractProps<
  Source extends string,
  EventType extends string,
  Schema extends StandardSchema,
> extends Omit<EventContractProps, 'source' | 'eventType' | 'schema' | 'examples'> {
  /** Who emits it: `shop.checkout`. */
  readonly source: Source;
  /** What happened, ending in its major version: `order.placed.v1`. */
  readonly eventType: EventType;
  /**
   * The schema of the event's `data` as it travels, before a reader's defaults and transformations.
   * What JSON Schema can't say of it is refused.
   */
  readonly schema: Schema;
  /** The `data` of example events, as it travels. */
  readonly examples?: readonly InputOf<Schema>[];
}

/**
 * What an event is, the type of its data given by hand.
 *
 * @jsii ignore
 */
export interface TypedContractProps<T, Source extends string, EventType extends string>
  extends Omit<EventContractProps, 'source' | 'eventType' | 'schema' | 'examples'> {
  /** Who emits it: `shop.checkout`. */
  readonly source: Source;
  /** What happened, ending in its major version: `order.placed.v1`. */
  readonly eventType: EventType;
  /**
   * JSON Schema of the event's `data`.
   *
   * @default - the data is not described
   */
  readonly schema?: { readonly [keyword: string]: any; readonly '~standard'?: never };
  /** The `data` of example events. */
  readonly examples?: readonly NoInfer<T>[];
}

/**
 * An `EventContract` that knows the type of its data, so that the compiler completes and checks
 * filters, events and examples. In TypeScript only: other languages use `EventContract`, and both
 * mean the same to every construct.
 *
 * @jsii ignore
 */
export class TypedContract<
  T,
  Source extends string = string,
  EventType extends string = string,
> extends EventContract {
  /**
   * Describes an event whose data has type T; its schema, if there is one, is JSON Schema. The
   * compiler takes source and type for any text, unless they are given too:
   * `define<Order, 'shop.checkout', 'order.placed.v1'>`.
   *
   * @throws an error that names every wrong prop
   * @jsii ignore
   */
  public static define<T, Source extends string = string, EventType extends string = string>(
    props: TypedContractProps<T, Source, EventType>,
  ): TypedContract<T, Source, EventType>;

  /**
   * Describes an event by a schema, which gives the type as well.
   *
   * @throws an error that names every wrong prop
   * @jsii ignore
   */
  public static define<
    const Source extends string,
    const EventType extends string,
    Schema extends StandardSchema,
  >(
    props: StandardContractProps<Source, EventType, Schema>,
  ): TypedContract<InputOf<Schema>, Source, EventType>;

  public static define(props: object): TypedContract<unknown> {
    return new TypedContract<unknown>(props as EventContractProps);
  }

  /** Who emits it: the CloudEvent's and EventBridge's source. */
  declare public readonly source: Source;

  /** What happened: the CloudEvent's type and EventBridge's detail type. */
  declare public readonly eventType: EventType;

  /** The type of the data, for the compiler alone: there is no such property when it runs. */
  declare public readonly $data: T;

  /** Those events whose data matches a pattern, checked against T by the compiler. */
  public override where(pattern: PatternOf<T>): EventFilter {
    return super.where(pattern);
  }
}

import { EventContract } from './event-contract';
import type { EventContractProps } from './event-contract-props';
import type { EventFilter } from './event-filter';
import type { PatternOf } from './pattern-of';

/**
 * An `EventContract` that knows the type of its data, so that the compiler completes and checks
 * filters. In TypeScript only: other languages use `EventContract`, and both mean the same to every
 * construct.
 *
 * @jsii ignore
 */
export class TypedContract<T> extends EventContract {
  /**
   * Describes an event whose data has type T.
   *
   * @throws an error that names every wrong prop
   * @jsii ignore
   */
  public static define<T>(props: EventContractProps): TypedContract<T> {
    return new TypedContract<T>(props);
  }

  /** Those events whose data matches a pattern, checked against T by the compiler. */
  public override where(pattern: PatternOf<T>): EventFilter {
    return super.where(pattern);
  }
}

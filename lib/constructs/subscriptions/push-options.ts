import type { Duration } from 'aws-cdk-lib';
import type { Envelope } from '../channels';

/**
 * Pollers that are kept ready for one queue: it is served at once, at a price by the hour.
 */
export interface ProvisionedPollers {
  /**
   * How many are always there: 2 to 200.
   *
   * @default 2
   */
  readonly minimum?: number;

  /**
   * How many there may be: 2 to 10,000, not below the minimum.
   *
   * @default 200
   */
  readonly maximum?: number;
}

/**
 * How Lambda pushes to a function.
 */
export interface PushOptions {
  /**
   * How many messages the function gets at most at once: 1 to 10,000; more than 10 only with a
   * `batchWindow` of a second or more, and never of a FIFO queue.
   *
   * @default 10
   */
  readonly batchSize?: number;

  /**
   * How long Lambda waits for a batch to fill: 0 to 300 seconds. Not of a FIFO queue.
   *
   * @default - it doesn't wait
   */
  readonly batchWindow?: Duration;

  /**
   * How many batches the function is given at the same time: 2 to 1000. Limit a function here
   * rather than by its reserved concurrency, whose throttling counts as receives and sets messages
   * aside that nobody looked at. Not together with `provisionedPollers`. Of a FIFO queue there are
   * never more than it has keys.
   *
   * @default - as many as Lambda scales to: 5, and up to 300 a minute more, up to 1250
   */
  readonly maximumConcurrency?: number;

  /**
   * Pollers kept ready for this queue.
   *
   * @default - those that Lambda shares among all
   */
  readonly provisionedPollers?: ProvisionedPollers;

  /**
   * The function's timeout, where this app only imports it: 1 to 900 seconds, of Lambda Managed
   * Instances to 5400. Of a function of this app it may be longer than its own, never shorter.
   *
   * @default - that of the function
   */
  readonly functionTimeout?: Duration;

  /**
   * What the function finds in the body of a message. Of `Delivery.oneAtATime` it is never the
   * CloudEvent alone: see there.
   *
   * @default Envelope.CLOUD_EVENT
   */
  readonly envelope?: Envelope;
}

import type { Delivery } from './delivery';

/**
 * How events are handed over one at a time a key.
 */
export interface OneAtATimeOptions {
  /**
   * Where in the event's data the key is, such as `orderId` or `shipTo.country`: letters, digits,
   * hyphens and underscores, with dots between, at most 88 characters (81 with
   * `Envelope.EVENTBRIDGE`). Every event has it, as a text of 1 to 128 letters, digits and
   * punctuation marks of ASCII. One without it, or with another text there, goes to
   * `arrivalDeadLetterQueue`; give no field that is a number, of which AWS doesn't say what a pipe
   * makes of it.
   *
   * @default - the event's `partitionkey`
   */
  readonly messageGroup?: string;

  /**
   * How the consumer gets the events from the FIFO queue: `Delivery.pull` or `Delivery.push`. Its
   * visibility timeout is that of the FIFO queue.
   *
   * @default Delivery.pull()
   */
  readonly delivery?: Delivery;
}

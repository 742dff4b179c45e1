import type { Delivery } from './delivery';

/**
 * How events are handed over one at a time a key.
 */
export interface OneAtATimeOptions {
  /**
   * Where in the event's data the key is, such as `orderId` or `shipTo.country`: letters, digits,
   * hyphens and underscores, with dots between. Every event has it, as a text of 1 to 128 characters
   * without spaces; one without it goes to the dead-letter queue.
   *
   * @default - the event's `partitionkey`
   */
  readonly messageGroup?: string;

  /**
   * How the consumer gets the events from the FIFO queue: `Delivery.pull` or `Delivery.push`.
   *
   * @default Delivery.pull()
   */
  readonly delivery?: Delivery;
}

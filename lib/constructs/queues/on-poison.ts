/**
 * What a FIFO queue does with an event that its consumer can't process, and so with the order of the
 * events behind it.
 */
export enum OnPoison {
  /**
   * After `maxReceiveCount` receives it is set aside in the dead-letter queue, and the later events
   * of its key go on. They are then handled before it: a consumer that redrives it has to expect an
   * event older than what it has seen.
   *
   * SQS counts what it hands over, not what was looked at: of a key's events that were received in
   * one batch, those behind a failed one are counted with it, and set aside with it. A consumer that
   * receives one event at a time (`batchSize: 1` of a push) sets aside that one alone.
   */
  SET_ASIDE = 'set-aside',

  /**
   * The later events of its key wait for it; other keys go on. It is tried again and again, up to
   * 1,000 times (the most that SQS counts) and for up to half of the queue's retention, and only then
   * set aside: SQS would otherwise delete it, and what waits behind it, at the end of that retention.
   * At a visibility timeout of 30 seconds it is held for more than 8 hours, at one of 10 minutes for
   * nearly 7 days, and at one second for less than 17 minutes; one of 0 is refused.
   * `maxReceiveCount` can't be set beside it.
   */
  HOLD = 'hold',
}

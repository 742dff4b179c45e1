/**
 * What a FIFO queue does with an event that its consumer can't process, and so with the order of the
 * events behind it.
 */
export enum OnPoison {
  /**
   * After `maxReceiveCount` receives it is set aside in the dead-letter queue, and the later events
   * of its key go on. They are then handled before it: a consumer that redrives it has to expect an
   * event older than what it has seen.
   */
  SET_ASIDE = 'set-aside',

  /**
   * The later events of its key wait for it; other keys go on. It is held for 1,000 receives, the
   * most that SQS counts, and only then set aside, because SQS would otherwise delete it, and all
   * that waits behind it, at the end of its retention: at a visibility timeout of 30 seconds for
   * more than 8 hours, at one of 20 minutes and 10 seconds for the longest retention, 14 days.
   */
  HOLD = 'hold',
}

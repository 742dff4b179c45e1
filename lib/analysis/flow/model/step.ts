import type { Delivered } from './events';
import type { Admission } from './resources';

/**
 * What stands at the end of a way or of a step on it; the words of the glossary.
 *
 * - `filtered`: the rule or subscription doesn't take the event: its pattern doesn't match, or it
 *   is disabled
 * - `matched`: the rule takes it, and has no target
 * - `delivered`: the target gets it
 * - `denied`: the target refuses it: what then becomes of the event is the hop's verdict. As a
 *   hop's own verdict: a pipe or function can't take it out of its queue, where it stays until the
 *   queue's retention ends
 * - `deadLettered`: the target refuses it and a dead-letter queue gets it: that of the rule's target
 *   or of the subscription, or that of the queue which a pipe or function takes it from
 * - `lost`: the target refuses it and there is no dead-letter queue, or one that refuses it as well;
 *   or the filters of a pipe or function don't match, which removes it from its queue
 * - `unknown`: the templates don't decide it; or they leave it to chance, as where a FIFO queue takes
 *   different events for copies of one, and keeps the first
 */
export type Verdict =
  | 'matched'
  | 'filtered'
  | 'denied'
  | 'unknown'
  | 'delivered'
  | 'deadLettered'
  | 'lost';

/** What a hop says, whoever takes the event further. */
export interface Step {
  /** What becomes of the event. */
  readonly verdict: Verdict;
  /** What decides it. */
  readonly reason: string;
  /** Whether the rule, subscription or consumer takes the event. */
  readonly pattern: 'matched' | 'filtered' | 'unknown';
  /** Whether the target lets the event in, whatever it is. */
  readonly target?: Admission;
  /** Whether the dead-letter queue does. */
  readonly deadLetter?: Admission;
  /**
   * What the target gets, or why that can't be told; left out where it gets nothing, or where
   * something before it decides.
   */
  readonly delivers?: Delivered;
}

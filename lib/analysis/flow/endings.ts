import type { Admission, Step, Verdict } from './model';

/** What becomes of an event, and what arrives. */
export type Ending = Pick<Step, 'verdict' | 'reason' | 'delivers'>;

export function endUnknown(reason: string): Ending {
  return { verdict: 'unknown', reason, delivers: { unknown: reason } };
}

/** What refuses an event: a target of a rule, or the queue of a subscription. */
export interface Refused {
  /** Of which a reason says that it has no dead-letter queue. */
  readonly who: 'target' | 'subscription';
  readonly reason: string;
  readonly deadLetter?: Admission;
}

/** What is left is the dead-letter queue. */
export function endRefused({ who, reason, deadLetter }: Refused): Ending {
  if (!deadLetter) {
    return { verdict: 'lost', reason: `${reason}; the ${who} has no dead-letter queue` };
  }
  const ends = { delivered: 'deadLettered', denied: 'lost', unknown: 'unknown' } as const;
  const verdict: Verdict = ends[deadLetter.verdict];
  return { verdict, reason: `${reason}; its dead-letter queue: ${deadLetter.reason}` };
}

/** Nothing that a target could take, and no page says whether a dead-letter queue gets it. */
export function endBroken({ who, reason, deadLetter }: Refused): Ending {
  if (!deadLetter) {
    return { verdict: 'lost', reason: `${reason}; the ${who} has no dead-letter queue` };
  }
  const open = 'whether its dead-letter queue gets the event is not documented';
  return { verdict: 'unknown', reason: `${reason}; ${open}` };
}

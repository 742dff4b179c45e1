import type { Ending } from '../endings';
import { numberOrNothing } from '../graph/resources';
import type { Admission, PipeHop, PushHop, QueueNode } from '../model';
import { fieldOf } from '../resolution/template';

/**
 * How it ends with an event that a consumer can't process: it becomes visible in its queue again,
 * until SQS has counted enough receives, or else until the queue's retention ends.
 */
export function endUndelivered(
  reason: string,
  queue: QueueNode,
  deadLetter: Admission | undefined,
): Ending {
  if (!deadLetter) {
    const until = `${retentionOf(queue)}, as the queue has no dead-letter queue`;
    return { verdict: 'lost', reason: `${reason}; it is tried again until ${until}` };
  }
  const ends = { delivered: 'deadLettered', denied: 'lost', unknown: 'unknown' } as const;
  const verdict = ends[deadLetter.verdict];
  return { verdict, reason: `${reason}; the queue's dead-letter queue: ${deadLetter.reason}` };
}

const DAY = 86_400;
const HOUR = 3_600;

/** Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const defaultRetention = 4 * DAY;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

function spell(seconds: number): string {
  if (seconds % DAY === 0) return plural(seconds / DAY, 'day');
  return seconds % HOUR === 0 ? plural(seconds / HOUR, 'hour') : `${seconds} s`;
}

function retentionOf({ properties }: QueueNode): string {
  const given = fieldOf(properties, 'MessageRetentionPeriod');
  const seconds = given === undefined ? defaultRetention : numberOrNothing(given);
  return seconds === undefined ? 'its retention ends' : `its retention of ${spell(seconds)} ends`;
}

type ConsumerHop = PipeHop | PushHop;

function reasonAmong(hop: ConsumerHop, others: readonly ConsumerHop[]): string {
  const takers = others.filter(({ verdict }) => verdict !== 'denied').length;
  if (hop.verdict !== 'denied') {
    const count = takers + 1;
    return takers > 0 ? `; the queue has ${count} consumers, and one of them gets it` : '';
  }
  if (takers > 0) return '; another consumer of the queue may get it';
  return `; it stays in the queue until ${retentionOf(hop.from)}`;
}

/** Consumers of one queue compete: what each of them does holds for its share. */
export function compete(hops: readonly ConsumerHop[]): ConsumerHop[] {
  return hops.map((hop) => {
    const others = hops.filter((other) => other !== hop);
    return { ...hop, reason: `${hop.reason}${reasonAmong(hop, others)}` };
  });
}

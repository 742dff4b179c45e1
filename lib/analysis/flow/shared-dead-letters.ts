import { nameOf, truthOf } from './graph/resources';
import type { Admission, QueueNode, SubscriptionHop } from './model';
import { fieldOf } from './resolution/template';

/**
 * Subscriptions of a FIFO topic that name one FIFO dead-letter queue. SNS sends a message on with its
 * deduplication id (the page says so of the subscribed queues, and no FIFO queue takes one without),
 * and of two copies with one id within five minutes SQS keeps one: where two subscriptions set the
 * same message aside, nobody knows whose copy is left. Sources:
 * https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-key-terms.html
 */
function fifoOf({ to }: Admission): QueueNode | undefined {
  if (typeof to === 'string') return undefined;
  return truthOf(fieldOf(to.properties, 'FifoQueue')) === 'yes' ? to : undefined;
}

function warning(queue: QueueNode, count: number): string {
  return `${count} subscriptions that get the message share ${nameOf(queue)}: of copies with one deduplication id within five minutes it keeps one`;
}

/** Those whose dead-letter queue may get a copy of the message, itself included. */
function sharersOf(deadLetter: Admission, hops: readonly SubscriptionHop[]): SubscriptionHop[] {
  return hops.filter((hop) => hop.pattern !== 'filtered' && hop.deadLetter?.to === deadLetter.to);
}

function warned(hop: SubscriptionHop, hops: readonly SubscriptionHop[]): SubscriptionHop {
  const { deadLetter, verdict, reason, pattern } = hop;
  const queue = deadLetter && fifoOf(deadLetter);
  if (!queue || pattern === 'filtered') return hop;
  const sharers = sharersOf(deadLetter, hops);
  if (sharers.length < 2) return hop;
  const why = warning(queue, sharers.length);
  const shared = { ...deadLetter, reason: `${deadLetter.reason}; ${why}` };
  if (verdict !== 'deadLettered') return { ...hop, deadLetter: shared };
  const copies = sharers.filter((other) => other.verdict === 'deadLettered').length;
  const decided = copies > 1 ? 'unknown' : verdict;
  return { ...hop, verdict: decided, reason: `${reason}; ${why}`, deadLetter: shared };
}

export function shareDeadLetters(hops: readonly SubscriptionHop[]): SubscriptionHop[] {
  return hops.map((hop) => warned(hop, hops));
}

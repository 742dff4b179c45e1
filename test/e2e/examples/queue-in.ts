import type { Flow, QueueNode } from '../../../lib/analysis';

export interface QueueInFlow {
  readonly queue: QueueNode;
  /** Its dead-letter queue. */
  readonly setAside: QueueNode;
  /** How often a message is given before it is set aside. */
  readonly tries: number;
}

/** The queue that has a dead-letter queue. @throws Error if there is not exactly one of its kind */
export function queueIn(flow: Flow, { fifo }: { fifo: boolean }): QueueInFlow {
  const [queue, ...others] = flow.queues.filter(
    (one) => one.deadLetterQueue && isFifo(one) === fifo,
  );
  const setAside = flow.queues.find(({ arn }) => arn === queue?.deadLetterQueue?.arn);
  if (!queue || !setAside || others.length > 0) {
    throw new Error(`expected exactly one ${fifo ? 'FIFO' : 'standard'} queue with dead letters`);
  }
  return { queue, setAside, tries: queue.deadLetterQueue?.maxReceiveCount ?? 0 };
}

export const isFifo = ({ properties }: QueueNode): boolean => properties.FifoQueue === true;

/** The logical id of the function that a queue is pushed to. */
export function functionOf({ eventSources }: Flow, queue: QueueNode): string {
  const [{ target } = { target: '' }, ...others] = eventSources.filter(
    ({ source }) => source === queue.arn,
  );
  if (typeof target === 'object' && others.length === 0) return target.logicalId;
  throw new Error(`${queue.logicalId} is not pushed to exactly one function`);
}

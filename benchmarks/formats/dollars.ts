import { prices } from '../../lib/core/limits/prices';

/** What a million of such events cost, by where they go. */
export interface Dollars {
  /** Put on a Classic bus. */
  readonly bus: number;
  /** Through one queue: sent by the bus, received and deleted ten at a time. */
  readonly queue: number;
  /** Into an archive, and kept there for a month. */
  readonly archive: number;
  /** Published on a FIFO topic, which bills bytes. */
  readonly fifoTopic: number;
}

export const places = ['bus', 'queue', 'archive', 'fifoTopic'] as const;

/** What is billed as one event or request: https://aws.amazon.com/eventbridge/pricing/ */
const chunk = 64 * 1024;
const batch = 10;
const million = 1_000_000;
const gigabyte = 1_000_000_000;

/** @param bytes of each event as it travels, its envelope with it; of at least one event */
export function dollarsOf(bytes: readonly number[]): Dollars {
  const meanOf = (of: (one: number) => number) =>
    bytes.reduce((sum, one) => sum + of(one), 0) / bytes.length;
  const chunks = meanOf((one) => Math.max(1, Math.ceil(one / chunk)));
  const gigabytes = (meanOf((one) => one) * million) / gigabyte;
  const received = batchChunks(bytes);
  const { busEvent, queueRequest, archiveIn, archiveKept } = prices;
  const { fifoTopicRequest, fifoTopicPayload } = prices;
  return {
    bus: cents(chunks * busEvent.dollars),
    queue: cents((chunks + received + 1 / batch) * queueRequest.dollars),
    archive: cents(gigabytes * (archiveIn.dollars + archiveKept.dollars)),
    fifoTopic: cents(chunks * fifoTopicRequest.dollars + gigabytes * fifoTopicPayload.dollars),
  };
}

/** Requests an event to receive them, ten at a time in their order. */
function batchChunks(bytes: readonly number[]): number {
  let chunks = 0;
  for (let at = 0; at < bytes.length; at += batch) {
    const together = bytes.slice(at, at + batch).reduce((sum, one) => sum + one, 0);
    chunks += Math.max(1, Math.ceil(together / chunk));
  }
  return chunks / bytes.length;
}

const cents = (dollars: number): number => Number(dollars.toFixed(3));

import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventBridge } from '../../../lib/core/limits';
import { type CloudEvent, type PutEventsEntry, toPutEventsEntry } from '../../../lib/runtime';

const attempts = 5;

/** How long to wait before trying again, at most: doubled each time, and a random part of it, so that producers don't come back at once. */
const firstPause = 50;

export interface Published {
  readonly requests: number;
  /** Entries that PutEvents did not take at first, and that were sent again. */
  readonly sentAgain: number;
}

/**
 * Publishes as a producer on AWS has to: batches of one source, since a grant is judged by the whole request; and since PutEvents answers 200 for
 * entries that it did not take, those are sent again, and no others.
 *
 * @throws Error if an entry is refused in every attempt
 */
export async function publish(
  client: EventBridgeClient,
  eventBusName: string,
  events: readonly CloudEvent[],
): Promise<Published> {
  const entries = events.map((event) => toPutEventsEntry(event, { eventBusName }));
  let requests = 0;
  let sentAgain = 0;
  for (const batch of batchesOf(entries)) {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const { failed, reason } = await putEvents(client, left);
      requests += 1;
      sentAgain += failed.length;
      if (failed.length > 0 && attempt === attempts) throw refusal(failed, reason);
      if (failed.length > 0) await pause(attempt);
      left = failed;
    }
  }
  return { requests, sentAgain };
}

/** Entries of one source, as many as a request takes by number and by size. */
function batchesOf(entries: readonly PutEventsEntry[]): PutEventsEntry[][] {
  const batches: PutEventsEntry[][] = [];
  let size = 0;
  for (const entry of entries) {
    const batch = batches.at(-1);
    const added = sizeOf(entry);
    const fits =
      batch?.[0].Source === entry.Source &&
      batch.length < eventBridge.entriesPerRequest.max &&
      size + added < eventBridge.entrySize.max;
    if (fits) batch.push(entry);
    else batches.push([entry]);
    size = fits ? size + added : added;
  }
  return batches;
}

/** As EventBridge counts: 14 bytes for the time, and the texts in UTF-8. */
function sizeOf({ Source, DetailType, Detail }: PutEventsEntry): number {
  return 14 + Buffer.byteLength(`${Source}${DetailType}${Detail}`);
}

async function putEvents(client: EventBridgeClient, entries: readonly PutEventsEntry[]) {
  const answer = await client.send(new PutEventsCommand({ Entries: [...entries] }));
  const results = answer.Entries ?? [];
  const failed = entries.filter((_entry, at) => results[at]?.EventId === undefined);
  const [first] = results.filter(({ ErrorCode }) => ErrorCode !== undefined);
  if (failed.length !== answer.FailedEntryCount) {
    const counted = `${answer.FailedEntryCount} failed, but ${failed.length} have no EventId`;
    throw new Error(`PutEvents contradicts itself: ${counted}`);
  }
  return { failed, reason: `${first?.ErrorCode}: ${first?.ErrorMessage}` };
}

function refusal(failed: readonly PutEventsEntry[], reason: string): Error {
  return new Error(`${failed.length} entries were refused ${attempts} times; the first: ${reason}`);
}

function pause(attempt: number): Promise<void> {
  const longest = firstPause * 2 ** attempt;
  return new Promise((done) => setTimeout(done, Math.random() * longest));
}

import { type CloudEvent, CloudEventError, parseCloudEvent } from '../../../lib/runtime';
import { differences } from '../differences';

/**
 * Where a queue's messages are not the predicted events, each once: those that are missing, those that nobody predicted, those that came twice, and
 * those whose contents are others.
 */
export function mismatchesOf(
  queue: string,
  expected: readonly CloudEvent[],
  bodies: readonly string[],
): string[] {
  const { events, unreadable } = read(bodies);
  const missing = new Map(expected.map((event) => [event.id, event]));
  const seen = new Set<string>();
  const wrong = events.flatMap((event) => {
    const { id } = event;
    const wanted = missing.get(id);
    missing.delete(id);
    if (seen.has(id)) return [`${id} came again`];
    seen.add(id);
    if (!wanted) return [`${id} came, and was not predicted (${whatItIs(event)})`];
    return differences(wanted, event).map((line) => `${id} has other contents: ${line}`);
  });
  const lost = [...missing.values()].map(
    (event) => `${event.id} did not come (${whatItIs(event)})`,
  );
  return [...unreadable, ...wrong, ...lost].map((line) => `${queue}: ${line}`);
}

function read(bodies: readonly string[]) {
  const events: CloudEvent[] = [];
  const unreadable: string[] = [];
  for (const body of bodies) {
    try {
      events.push(parseCloudEvent(body));
    } catch (error) {
      if (!(error instanceof CloudEventError)) throw error;
      unreadable.push(`a message is no CloudEvent: ${error.message}`);
    }
  }
  return { events, unreadable };
}

function whatItIs({ type, data }: CloudEvent): string {
  const { shipTo, total, refund } = (data ?? {}) as Record<string, unknown>;
  return `${type} ${JSON.stringify({ shipTo, total, refund })}`;
}

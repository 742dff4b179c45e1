import { type CloudEvent, CloudEventError, parseCloudEvent } from '../../lib/runtime';

/** In milliseconds since 1970. */
export interface Span {
  readonly began: number;
  readonly ended: number;
}

/**
 * Gives the events that arrived the times of those that were sent, by their ids, so that they can be compared: the API sets its own, to the second. An
 * event whose time is not of this span keeps it, and shows as another.
 */
export function withTimeOf(
  sent: readonly CloudEvent[],
  bodies: readonly string[],
  span: Span,
): string[] {
  const times = new Map(sent.map(({ id, time }) => [id, time]));
  return bodies.map((body) => {
    const event = read(body);
    if (!event?.time || !isIn(span, Date.parse(event.time))) return body;
    return JSON.stringify({ ...event, time: times.get(event.id) ?? event.time });
  });
}

function isIn({ began, ended }: Span, time: number): boolean {
  const second = 1000;
  return time > began - second && time <= ended;
}

function read(body: string): CloudEvent | undefined {
  try {
    return parseCloudEvent(body);
  } catch (error) {
    if (error instanceof CloudEventError) return undefined;
    throw error;
  }
}

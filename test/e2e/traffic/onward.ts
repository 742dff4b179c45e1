import type { PipeHop, PushHop, SubscriptionHop } from '../../../lib/analysis';
import type { CloudEvent } from '../../../lib/runtime';
import type { Router } from './prediction';

/** What becomes of an event behind the queues that it comes to, by the consumers of the templates. */
export function onwardOf(
  event: CloudEvent,
  waysOf: Router,
): readonly (PipeHop | PushHop | SubscriptionHop)[] {
  return waysOf(event).flatMap(({ onward }): readonly (PipeHop | PushHop | SubscriptionHop)[] => {
    return onward?.hops ?? [];
  });
}

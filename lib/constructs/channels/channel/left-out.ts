import type { Problem } from '../../../core/diagnostics';
import type { ChannelKind } from '../../../core/limits/channels';
import type { EventContract, EventFilter } from '../../contracts';
import { isSame } from './carried';
import { problemsOfWishes } from './refused-wishes';

/**
 * Events that the one subscription of a queue leaves out are received by its consumer all the same:
 * those that the channel carries, or that producers were granted to send.
 */
export function problemsOfLeftOut(
  kind: ChannelKind,
  sent: readonly EventContract[],
  events: readonly EventFilter[],
  prop = 'events',
): Problem[] {
  const leftOut = sent.filter((one) => !events.some(({ contract }) => isSame(one, contract)));
  const types = [...new Set(leftOut.map(({ eventType }) => eventType))];
  const given = `${types.join(', ')} left out`;
  if (leftOut.length === 0) return [];
  const fix =
    'Add all() of each to events, or take a StandardTopic, a FifoTopic or a ClassicBus, which filter.';
  return problemsOfWishes(kind, [{ needs: 'where', prop, given }]).map((one) => ({ ...one, fix }));
}

import type { EventFilter } from '../contracts';
import { joinedFilters, type PatternShape } from './joined-filters';

/** A topic's message is the CloudEvent itself. */
const shape: PatternShape = {
  dialect: 'sns-body',
  type: 'type',
  data: (pattern) => ({ data: pattern }),
  always: ['specversion', 'id'],
};

export function topicPattern(filters: readonly EventFilter[]): object {
  return joinedFilters(filters, shape);
}

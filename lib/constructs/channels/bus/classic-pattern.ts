import type { EventFilter } from '../../contracts';
import { joinedFilters, type PatternShape } from '../channel/joined-filters';

/** EventBridge looks at its envelope, with the CloudEvent in `detail`. */
const shape: PatternShape = {
  dialect: 'eventbridge',
  type: 'detail-type',
  data: (pattern) => ({ detail: { data: pattern } }),
  always: ['version', 'id', 'time', 'account', 'region'],
};

export function classicPattern(filters: readonly EventFilter[]): object {
  return joinedFilters(filters, shape);
}

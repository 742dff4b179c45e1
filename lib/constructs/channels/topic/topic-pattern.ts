import type { EventPattern } from '../../../core/event-patterns';
import type { EventFilter } from '../../contracts';
import { joinedFilters, type PatternShape } from '../channel/joined-filters';
import { attributePattern, flattened } from './attribute-pattern';

/** Where the filters of a topic's subscriptions look. */
export interface FilterScope {
  /** As SNS names it. */
  readonly filterPolicyScope: 'MessageBody' | 'MessageAttributes';
  readonly dialect: EventPattern['dialect'];
}

/** A topic's message is the CloudEvent itself. */
const body = {
  filterPolicyScope: 'MessageBody',
  dialect: 'sns-body',
  type: 'type',
  data: (pattern) => ({ data: pattern }),
  always: ['specversion', 'id'],
} as const satisfies PatternShape & FilterScope;

/** Fields of the data are attributes named by their paths; only source and type are always there. */
const attributes = {
  filterPolicyScope: 'MessageAttributes',
  dialect: 'sns-attributes',
  type: 'type',
  data: (pattern) => attributePattern(flattened(pattern)),
  always: [],
} as const satisfies PatternShape & FilterScope;

const shapeOf = (filterAttributes?: readonly string[]) => (filterAttributes ? attributes : body);

/** On attributes also where none are named: source and type are attributes in any case. */
export function filterScopeOf(filterAttributes?: readonly string[]): FilterScope {
  return shapeOf(filterAttributes);
}

export function topicPattern(
  filters: readonly EventFilter[],
  filterAttributes?: readonly string[],
): object {
  return joinedFilters(filters, shapeOf(filterAttributes));
}

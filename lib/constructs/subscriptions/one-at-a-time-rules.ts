import type { PropRule } from '../validation';
import type { OneAtATimeOptions } from './one-at-a-time-options';

/**
 * What a pipe takes as a path into the event, without indices and wildcards: a message has one group.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
 */
const path = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

export function oneAtATimeRules(options?: OneAtATimeOptions): PropRule[] {
  if (!options) return [];
  return [
    {
      id: 'spillway:message-group',
      prop: 'delivery.messageGroup',
      value: options.messageGroup,
      wrong: (value: string) => !path.test(value),
      expected:
        'a pipe finds a field by its path: letters, digits, hyphens and underscores, with dots between',
      fix: 'Give the path of a field of the data, such as orderId or shipTo.country.',
    },
    {
      id: 'spillway:delivery',
      prop: 'delivery.delivery',
      value: options.delivery?._oneAtATime && 'Delivery.oneAtATime',
      wrong: () => true,
      expected: 'behind the FIFO queue the consumer pulls, or Lambda pushes',
      fix: 'Give Delivery.pull or Delivery.push.',
    },
  ];
}

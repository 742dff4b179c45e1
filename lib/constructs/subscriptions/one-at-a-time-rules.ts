import type { Duration } from 'aws-cdk-lib';
import { sqs } from '../../core/limits';
import type { PropRule } from '../validation';
import { arrivalReceives, arrivalVisibility } from './arrival';
import type { Delivery } from './delivery';
import { longestMessageGroup, messageGroupOf } from './pipe-paths';
import type { SubscriptionProps } from './subscription-props';

/**
 * What a pipe takes as a path into the event, without indices and wildcards: a message has one group.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
 */
const path = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

export function oneAtATimeRules(props: SubscriptionProps): PropRule[] {
  const { delivery } = props;
  const options = delivery?._oneAtATime;
  if (!options) return [];
  const { max, before } = roomFor(delivery);
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
      id: 'spillway:message-group',
      prop: 'delivery.messageGroup',
      value: options.messageGroup,
      wrong: (value: string) => path.test(value) && value.length > max,
      expected: `a pipe takes a path of at most ${longestMessageGroup} characters, ${before} before it counted`,
      fix: `Give a path of at most ${max} characters; the data may name the key once more, further up.`,
    },
    {
      id: 'spillway:fair-queue',
      prop: 'delivery.delivery.requireFairQueue',
      value: options.delivery?.requireFairQueue || undefined,
      wrong: () => true,
      expected: 'the consumer receives from a FIFO queue, and fair queues are standard queues',
      fix: 'Leave it out: a key that has many events delays no other key.',
    },
    {
      id: 'spillway:delivery',
      prop: 'delivery.delivery',
      value: options.delivery?._oneAtATime && 'Delivery.oneAtATime',
      wrong: () => true,
      expected: 'behind the FIFO queue the consumer pulls, or Lambda pushes',
      fix: 'Give Delivery.pull or Delivery.push.',
    },
    roomToArrive(props),
  ];
}

/** Of the queue that is made for the channel: one that stands already is judged at synth. */
function roomToArrive({ from, queue, retention }: SubscriptionProps): PropRule {
  const setAside = arrivalReceives * arrivalVisibility.toSeconds();
  return {
    id: 'spillway:retention',
    prop: 'retention',
    value: queue || from.queue ? undefined : retention,
    wrong: (given: Duration) => {
      const seconds = given.toSeconds({ integral: false });
      return seconds >= sqs.retention.min && seconds <= setAside;
    },
    expected: `an event that a pipe can't move is set aside after ${setAside} seconds, ${arrivalReceives} receives a minute apart; SQS would delete it before`,
    fix: 'Give a longer retention, such as Duration.days(14).',
  };
}

/** How long the path within the data may be, and what stands before it. */
function roomFor({ envelope }: Delivery): { readonly max: number; readonly before: string } {
  const before = messageGroupOf(envelope, '');
  return { max: longestMessageGroup - before.length, before };
}

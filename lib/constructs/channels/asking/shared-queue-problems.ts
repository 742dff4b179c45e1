import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Problem } from '../../../core/diagnostics';
import { isDeadLetterQueue } from '../../queues';
import type { IChannel } from '../channel/channel';
import { type DeliveryKind, type QueueUse, usesOf } from '../channel/queue-uses';
import { problemsOfWishes } from '../channel/refused-wishes';
import { topicOf } from '../channel/topic-of';

/** A subscription, as far as others may stand in its way at its queue. */
export interface Sharing {
  readonly from: IChannel;
  readonly delivery: DeliveryKind;
  readonly queue?: IQueue;
}

/** What goes wrong at a queue that other subscriptions have, too, or that sets aside for them. */
export function problemsOfSharedQueue(scope: Construct, wanted: Sharing): Problem[] {
  const { from, delivery, queue } = wanted;
  const shared = queue ?? from.queue;
  if (!shared) return [];
  const others = usesOf(scope, shared);
  return [
    ...(queue && isSetAsideIn(queue, from) ? [consumed(queue)] : []),
    ...(queue ? deliveredTwice(queue, from, others) : []),
    ...(delivery === 'pull' ? [] : takenFrom(shared, wanted, others)),
  ];
}

/** Two imports of one queue have one ARN. */
function isSetAsideIn(queue: IQueue, { deadLetterQueue }: IChannel): boolean {
  return isDeadLetterQueue(queue) || queue.queueArn === deadLetterQueue?.queueArn;
}

function consumed({ node }: IQueue): Problem {
  return {
    id: 'spillway:dead-letter-queue-consumed',
    prop: 'queue',
    given: `${node.path}, a dead-letter queue, given`,
    expected:
      'what is set aside or could not be delivered waits there to be looked at, not to be consumed with new events',
    fix: 'Bring another queue, or leave queue out.',
  };
}

/**
 * SNS knows a subscription by topic and endpoint: a second one is the first, or an error if it asks
 * for something else. Source: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
function deliveredTwice({ node }: IQueue, from: IChannel, others: readonly QueueUse[]): Problem[] {
  const topic = topicOf(from);
  const other = topic && others.find(({ topicArn }) => topicArn === topic.topicArn);
  if (!other) return [];
  return [
    {
      id: 'spillway:queue-twice',
      prop: 'queue',
      given: `${node.path} given, to which ${topic.node.path} delivers for ${other.by.node.path}`,
      expected: 'a topic delivers to a queue by one subscription, with one filter',
      fix: 'Name all events in one subscription, or leave queue out.',
    },
  ];
}

/** A second subscription of a `WorkQueue` is refused by that, whatever its delivery. */
function takenFrom(
  { fifo, node }: IQueue,
  { from }: Sharing,
  others: readonly QueueUse[],
): Problem[] {
  const other = others.find(
    ({ delivery, isChannel }) => delivery !== 'pull' && !(isChannel && from.queue),
  );
  if (!other) return [];
  const given = `${node.path} given, which Delivery.${other.delivery} of ${other.by.node.path} takes from`;
  const prop = from.queue ? 'from' : 'queue';
  return problemsOfWishes(fifo ? 'FifoWorkQueue' : 'WorkQueue', [
    { needs: 'severalSubscriptions', prop, given },
  ]);
}

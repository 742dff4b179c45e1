import { type Answer, no, unknown, yes } from '../answer';
import { nameOf, truthOf } from '../graph/resources';
import type { Surroundings } from '../graph/surroundings';
import type { Admission, QueueNode, TopicNode } from '../model';
import { splitText } from '../resolution/symbolic-text';
import { fieldOf } from '../resolution/template';
import { admitToQueue, undeclared } from './queue';

/** Can a topic put a message into the queue of a subscription, or into its dead-letter queue? */
export interface SubscriptionAttempt extends Surroundings {
  readonly topic: TopicNode;
  readonly role: 'target' | 'deadLetter';
  /** The subscription's Region property. */
  readonly region?: string;
}

/**
 * A standard topic takes no FIFO queue: Subscribe answers `FIFO SQS Queues can not be subscribed to
 * standard SNS topics`. A FIFO topic takes both. Source:
 * https://docs.aws.amazon.com/sns/latest/dg/example_sns_PublishFifoTopic_section.html
 */
function judgeKinds(queue: QueueNode, topic: TopicNode): Answer {
  const fifo = truthOf(fieldOf(queue.properties, 'FifoQueue'));
  const name = nameOf(queue);
  if (topic.fifo === 'yes' || fifo === 'no') return yes('');
  if (fifo === 'unknown') return unknown(`whether ${name} is a FIFO queue is not known`);
  if (topic.fifo === 'unknown') return unknown(`whether ${topic.arn} is a FIFO topic is not known`);
  return no(`${name} is a FIFO queue, and SNS refuses its subscription to a standard topic`);
}

/**
 * Standard topics have standard dead-letter queues, FIFO topics FIFO ones. Source:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
 */
function judgeDeadLetterKinds(queue: QueueNode, topic: TopicNode): Answer {
  const fifo = truthOf(fieldOf(queue.properties, 'FifoQueue'));
  const name = nameOf(queue);
  if (fifo === 'unknown') return unknown(`whether ${name} is a FIFO queue is not known`);
  if (topic.fifo === 'unknown') return unknown(`whether ${topic.arn} is a FIFO topic is not known`);
  if (fifo === topic.fifo) return yes('');
  if (fifo === 'no') return unknown(`${name} is a standard queue; that of a FIFO topic is FIFO`);
  return no(`${name} is a FIFO queue; the dead-letter queue of a standard topic is standard`);
}

/**
 * To a topic of another account somebody has to confirm the subscription, and other regions have
 * other service principals.
 */
function judgePlace(queue: QueueNode, { topic, region }: SubscriptionAttempt): Answer {
  const placeOf = (arn: string) => splitText(arn, ':').slice(3, 5).join(' ');
  const here = placeOf(queue.arn);
  const elsewhere = region !== undefined && region !== splitText(topic.arn, ':')[3];
  if (placeOf(topic.arn) === here && !elsewhere) return yes('');
  return unknown(
    `whether ${topic.arn} is a topic of the region and account of ${nameOf(queue)} is not known`,
  );
}

export function admitSubscription(arn: string, attempt: SubscriptionAttempt): Admission {
  const { topic, role } = attempt;
  const queue = attempt.queues.get(arn);
  if (!queue) return undeclared(arn, 'queue');
  const sender = { service: 'sns.amazonaws.com', arn: topic.arn } as const;
  const judge = role === 'target' ? judgeKinds : judgeDeadLetterKinds;
  return admitToQueue(queue, sender, attempt, [judge(queue, topic), judgePlace(queue, attempt)]);
}

/**
 * Why SNS refuses the subscription itself, so that not even its dead-letter queue gets anything.
 */
export function refusalOf(queue: QueueNode, topic: TopicNode): string | undefined {
  const { is, why } = judgeKinds(queue, topic);
  return is === 'no' ? why : undefined;
}

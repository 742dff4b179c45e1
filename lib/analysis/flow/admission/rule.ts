import { type Answer, no, unknown, yes } from '../answer';
import { nameOf, truthOf } from '../graph/resources';
import type { Surroundings } from '../graph/surroundings';
import type { Admission, QueueNode } from '../model';
import { splitText } from '../resolution/symbolic-text';
import { type Fields, fieldOf, scalarText } from '../resolution/template';
import { admitToQueue, undeclared } from './queue';
import { admitToTopic } from './topic';

/**
 * Can a rule put an event into its target, a queue or a topic, or into the dead-letter queue of its
 * target? The same questions for both.
 */
export interface RuleAttempt extends Surroundings {
  readonly ruleArn: string;
  readonly role: 'target' | 'deadLetter';
  /** The rule's target, resolved. */
  readonly target: Fields;
}

/**
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html (a dead-letter
 * queue is a standard one) and
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html (group id,
 * content-based deduplication)
 */
function judgeFifo(queue: QueueNode, { role, target }: RuleAttempt): Answer {
  const fifo = truthOf(fieldOf(queue.properties, 'FifoQueue'));
  if (fifo === 'no') return yes('');
  const name = nameOf(queue);
  if (fifo === 'unknown') return unknown(`whether ${name} is a FIFO queue is not known`);
  if (role === 'deadLetter') return no(`${name} is a FIFO queue; a dead-letter queue is standard`);
  if (!scalarText(fieldOf(target, 'SqsParameters', 'MessageGroupId'))) {
    return no(`${name} is a FIFO queue and the target has no SqsParameters.MessageGroupId`);
  }
  const deduplicates = scalarText(fieldOf(queue.properties, 'ContentBasedDeduplication'));
  if (deduplicates === 'true') return yes('');
  return no(`${name} is a FIFO queue without ContentBasedDeduplication`);
}

function judgeRole({ role, target }: RuleAttempt): Answer {
  const arn = fieldOf(target, 'RoleArn');
  if (role === 'deadLetter' || arn === undefined) return yes('');
  return unknown(`the target has a RoleArn, whose permissions are not read: ${scalarText(arn)}`);
}

export function admitRule(arn: string, attempt: RuleAttempt): Admission {
  const sender = { service: 'events.amazonaws.com', arn: attempt.ruleArn } as const;
  const isTopic = attempt.role === 'target' && splitText(arn, ':')[2] === 'sns';
  const topic = isTopic ? attempt.topics.get(arn) : undefined;
  if (topic) return admitToTopic(topic, sender, attempt, [judgeRole(attempt)]);
  const queue = attempt.queues.get(arn);
  if (!queue) return undeclared(arn, isTopic ? 'topic' : 'queue');
  return admitToQueue(queue, sender, attempt, [judgeFifo(queue, attempt), judgeRole(attempt)]);
}

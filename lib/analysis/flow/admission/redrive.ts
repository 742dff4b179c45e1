import { type Answer, anyOf, no, unknown, yes } from '../answer';
import { nameOf, truthOf } from '../graph/resources';
import type { Surroundings } from '../graph/surroundings';
import type { Admission, QueueNode } from '../model';
import { same } from '../resolution/compare';
import { fieldOf, isFields, listOf, scalarText } from '../resolution/template';
import { admissionOf, judgeExistence } from './judgements';
import { undeclared } from './queue';

/**
 * Does SQS set aside in a queue's dead-letter queue what its consumer can't process? It needs no
 * permission for that; the two must be of one kind, and the dead-letter queue may choose its
 * sources. Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
function judgeKinds(queue: QueueNode, deadLetters: QueueNode): Answer {
  const [fifo, theirs] = [queue, deadLetters].map(({ properties }) =>
    truthOf(fieldOf(properties, 'FifoQueue')),
  );
  if (fifo === 'unknown' || theirs === 'unknown') {
    return unknown(`whether ${nameOf(queue)} and ${nameOf(deadLetters)} are FIFO is not known`);
  }
  if (fifo === theirs) return yes('');
  const kind = fifo === 'yes' ? 'a FIFO queue is FIFO' : 'a standard queue is standard';
  return no(`${nameOf(deadLetters)} is of another kind: the dead-letter queue of ${kind}`);
}

function judgeSources(queue: QueueNode, deadLetters: QueueNode): Answer {
  const policy = fieldOf(deadLetters.properties, 'RedriveAllowPolicy');
  const permission = scalarText(fieldOf(policy, 'redrivePermission')) ?? 'allowAll';
  const name = `the RedriveAllowPolicy of ${nameOf(deadLetters)}`;
  if (policy !== undefined && !isFields(policy)) return unknown(`${name} is not known`);
  if (permission === 'allowAll') return yes('');
  if (permission === 'denyAll') return no(`${name} is denyAll`);
  if (permission !== 'byQueue') return unknown(`${name} is not known: ${permission}`);
  const arns = listOf(fieldOf(policy, 'sourceQueueArns')).map((arn) => scalarText(arn) ?? '');
  const is = anyOf(arns.map((arn) => same(arn, queue.arn)));
  return { is, why: is === 'yes' ? '' : `${name} names ${arns.join(', ') || 'no queue'}` };
}

/** A policy that only a deployment tells. */
function openRedrive(policy: unknown): Admission | undefined {
  const to = scalarText(policy);
  if (to === undefined) return undefined;
  return { to, verdict: 'unknown', reason: `the RedrivePolicy is not known: ${to}` };
}

/** Undefined for a queue without a dead-letter queue. */
export function redriveOf(queue: QueueNode, { queues }: Surroundings): Admission | undefined {
  const { deadLetterQueue, properties } = queue;
  if (!deadLetterQueue) return openRedrive(fieldOf(properties, 'RedrivePolicy'));
  const to = queues.get(deadLetterQueue.arn);
  if (!to) return undeclared(deadLetterQueue.arn, 'queue');
  const count = deadLetterQueue.maxReceiveCount;
  const moves = yes(`SQS moves it there after ${count ?? 'some'} receives`);
  const answers = [moves, judgeKinds(queue, to), judgeSources(queue, to)];
  return { to, ...admissionOf([...answers, judgeExistence(nameOf(to), to)]) };
}

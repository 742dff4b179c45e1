import { type Answer, all, no, unknown, yes } from './answer';
import type { Key, Keys } from './graph/keys';
import { doubtOf, nameOf } from './graph/resources';
import type { Admission, QueueNode } from './model';
import { decide, type Request } from './policies/statements';
import { splitText } from './resolution/symbolic-text';
import { type Fields, fieldOf, scalarText } from './resolution/template';

/**
 * Can a rule put an event into a queue? Everything that has a say must say yes: the queue's policy,
 * its key's policy, and what EventBridge can do with this kind of queue. The same questions for a
 * target and for the dead-letter queue of a target.
 */
export interface Attempt {
  readonly ruleArn: string;
  readonly queues: ReadonlyMap<string, QueueNode>;
  readonly keys: Keys;
  readonly role: 'target' | 'deadLetter';
  /** The rule's target, resolved. */
  readonly target: Fields;
}

const service = 'events.amazonaws.com';

function sendRequest(ruleArn: string, queue: QueueNode): Request {
  const account = splitText(ruleArn, ':')[4] ?? '';
  const context = new Map([
    ['aws:sourcearn', [ruleArn]],
    ['aws:sourceaccount', [account]],
    ['aws:principalisawsservice', ['true']],
    ['aws:principalservicename', [service]],
    ['aws:securetransport', ['true']],
  ]);
  return { service, action: 'sqs:SendMessage', resource: queue.arn, context };
}

/**
 * SQS always sends the queue's ARN as encryption context. Whether aws:SourceArn reaches KMS no page
 * of AWS says: it stays unknown.
 */
function keyRequest(action: string, queue: QueueNode, key: Key): Request {
  const context = new Map([
    ['kms:encryptioncontext:aws:sqs:arn', [queue.arn]],
    ['kms:encryptioncontextkeys', ['aws:sqs:arn']],
  ]);
  return { service, action, resource: key.arn, context };
}

/**
 * A policy that may not be there lets nobody in for certain; of several the last one deployed
 * holds, and which that is nobody knows.
 */
function judgePolicies(queue: QueueNode, ruleArn: string): Answer {
  const { policies } = queue;
  const answers = policies.map((policy) => decide(policy, sendRequest(ruleArn, queue)));
  const [first, ...others] = answers;
  if (!first) return no(`no queue policy names ${nameOf(queue)}`);
  if (others.some(({ is }) => is !== first.is)) {
    return unknown(`${policies.map(({ name }) => name).join(' and ')} overwrite each other`);
  }
  const certain = policies.some(({ doubt }) => doubt === undefined);
  if (certain || first.is === 'no') return first;
  return unknown(`${policies[0]?.name} may not apply: ${policies[0]?.doubt}`);
}

function judgeEncryption(queue: QueueNode, keys: Keys): Answer {
  const { key: name } = queue;
  if (name === undefined) return yes('');
  if (/(^|:)alias\/aws\/sqs$/.test(name)) {
    return no(
      `${nameOf(queue)} is under alias/aws/sqs, the AWS managed key, whose policy never lets ${service} in`,
    );
  }
  const key = keys.get(name);
  if (!key) return unknown(`no template declares the key of ${nameOf(queue)}: ${name}`);
  if (!key.enabled) return no(`the key ${key.policy.name} is not enabled`);
  const answer = all(
    ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) =>
      decide(key.policy, keyRequest(action, queue, key)),
    ),
  );
  const doubtful = key.doubt !== undefined && answer.is === 'yes';
  return doubtful ? unknown(`the key ${key.policy.name}: ${key.doubt}`) : answer;
}

/**
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html (a dead-letter
 * queue is a standard one) and
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html (group id,
 * content-based deduplication)
 */
function judgeFifo(queue: QueueNode, { role, target }: Attempt): Answer {
  const fifo = scalarText(fieldOf(queue.properties, 'FifoQueue')) ?? 'false';
  if (fifo === 'false') return yes('');
  const name = nameOf(queue);
  if (fifo !== 'true') return unknown(`whether ${name} is a FIFO queue is not known`);
  if (role === 'deadLetter') return no(`${name} is a FIFO queue; a dead-letter queue is standard`);
  if (!scalarText(fieldOf(target, 'SqsParameters', 'MessageGroupId'))) {
    return no(`${name} is a FIFO queue and the target has no SqsParameters.MessageGroupId`);
  }
  const deduplicates = scalarText(fieldOf(queue.properties, 'ContentBasedDeduplication'));
  if (deduplicates === 'true') return yes('');
  return no(`${name} is a FIFO queue without ContentBasedDeduplication`);
}

function judgeRole({ role, target }: Attempt): Answer {
  const arn = fieldOf(target, 'RoleArn');
  if (role === 'deadLetter' || arn === undefined) return yes('');
  return unknown(`the target has a RoleArn, whose permissions are not read: ${scalarText(arn)}`);
}

function judgeExistence(queue: QueueNode): Answer {
  const doubt = doubtOf(queue);
  return doubt ? unknown(`${nameOf(queue)}: ${doubt}`) : yes('');
}

const verdicts = { yes: 'delivered', no: 'denied', unknown: 'unknown' } as const;

export function admit(arn: string, attempt: Attempt): Admission {
  const queue = attempt.queues.get(arn);
  if (!queue) {
    return {
      to: arn,
      verdict: 'unknown',
      reason: `no template declares a queue of the ARN ${arn}`,
    };
  }
  const { is, why } = all([
    judgePolicies(queue, attempt.ruleArn),
    judgeEncryption(queue, attempt.keys),
    judgeFifo(queue, attempt),
    judgeRole(attempt),
    judgeExistence(queue),
  ]);
  return { to: queue, verdict: verdicts[is], reason: why };
}

import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Queue, QueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { describeProblem, type Problem } from '../../core/diagnostics';
import { sqs } from '../../core/limits';
import { channelServices } from '../policies';
import { finishedValues, hasToken } from '../validation';
import { problemsOfClosed, problemsOfOtherKind, problemsOfReceives } from './finished-dead-letters';
import { type ExpectedRedrive, problemsOfRedrive } from './finished-redrive';

/**
 * What a queue of ours became after property injectors, Aspects and escape hatches, judged at
 * synth: only what would lose events or can't be deployed. A queue weakened in another way is its
 * owner's choice.
 */

type Properties = Record<string, unknown>;

export interface ExpectedQueue {
  /** The key that was opened to the channel's service for it. */
  readonly encryptionKey?: IKey;
  /** Whether a channel sends to it, so that its policy has to let it. */
  readonly receives: boolean;
  /** Whether it was made a FIFO queue. @default false */
  readonly fifo?: boolean;
  /** Whether its sender leaves it to the queue to tell duplicates. @default false */
  readonly contentBasedDeduplication?: boolean;
}

/** A queue that a consumer pulls from, with its dead-letter queue. */
export function validateWorkingQueue(
  queue: Queue,
  expected: ExpectedQueue & ExpectedRedrive,
): string[] {
  const properties = finishedValues(resourceOf(queue));
  const ofDeadLetters = finishedValues(resourceOf(expected.deadLetterQueue));
  const problems = [
    ...problemsOf(queue, properties, expected),
    ...problemsOfRedrive(properties, expected),
    ...(expected.heldReceives === undefined ? problemsOfReceives(properties) : []),
    ...problemsOfClosed(ofDeadLetters, queue),
    ...shorterRetention(properties, ofDeadLetters, expected.fifo),
  ];
  return problems.map(describeProblem);
}

/** A dead-letter queue, or a queue that the user brought along and made in this app. */
export function validateQueue(queue: Queue, expected: ExpectedQueue): string[] {
  return problemsOf(queue, finishedValues(resourceOf(queue)), expected).map(describeProblem);
}

function problemsOf(queue: Queue, properties: Properties, expected: ExpectedQueue): Problem[] {
  return [
    ...wrongKind(queue.node.id, properties, expected),
    ...problemsOfOtherKind(queue, expected.fifo ?? false),
    ...wrongKey(queue, properties, expected.encryptionKey),
    ...wrongPolicy(queue, expected.receives),
  ];
}

function wrongKind(name: string, properties: Properties, expected: ExpectedQueue): Problem[] {
  const { fifo = false, contentBasedDeduplication } = expected;
  const { FifoQueue, DeduplicationScope, FifoThroughputLimit, QueueName } = properties;
  if ((FifoQueue === true) !== fifo) return [otherKind(name, fifo)];
  if (isOfOtherKind(QueueName, fifo)) return [otherEnding(name, QueueName, fifo)];
  if (contentBasedDeduplication && properties.ContentBasedDeduplication !== true) {
    return [withoutDeduplication(name)];
  }
  return FifoThroughputLimit === 'perMessageGroupId' && DeduplicationScope !== 'messageGroup'
    ? [unknownToSqs(name)]
    : [];
}

function otherKind(prop: string, fifo?: boolean): Problem {
  return {
    id: 'spillway:queue-fifo',
    prop,
    given: `became a ${fifo ? 'standard' : 'FIFO'} queue after it was made`,
    expected: 'its channel delivers to the other kind, and a dead-letter queue is of the same kind',
    fix: 'Exclude it from the property injector, Aspect or override that changes FifoQueue.',
  };
}

/** A name that CDK or CloudFormation makes up has the right ending. */
const isOfOtherKind = (name: unknown, fifo: boolean): name is string =>
  typeof name === 'string' && !hasToken(name) && name.endsWith('.fifo') !== fifo;

function otherEnding(prop: string, name: string, fifo: boolean): Problem {
  return {
    id: 'spillway:queue-fifo',
    prop,
    given: `was named ${name} after it was made`,
    expected: `it is a ${fifo ? 'FIFO' : 'standard'} queue, and SQS takes a name that ends in .fifo for a FIFO queue and for no other`,
    fix: 'Change the name, or exclude the queue from what names it.',
  };
}

function withoutDeduplication(prop: string): Problem {
  return {
    id: 'spillway:queue-fifo',
    prop,
    given: 'lost its ContentBasedDeduplication after it was made',
    expected: 'its messages bring no deduplication id of their own, and SQS would take none',
    fix: 'Exclude it from the property injector, Aspect or override that changes it.',
  };
}

/**
 * Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
function unknownToSqs(prop: string): Problem {
  return {
    id: 'spillway:queue-fifo',
    prop,
    given: 'lost its DeduplicationScope after it was made',
    expected:
      'SQS takes FifoThroughputLimit perMessageGroupId only with DeduplicationScope messageGroup',
    fix: 'Change both, or exclude the queue from what changes one.',
  };
}

function wrongKey(queue: Queue, { KmsMasterKeyId }: Properties, key?: IKey): Problem[] {
  if (KmsMasterKeyId === key?.keyArn) return [];
  const [made, asked] = Stack.of(queue).resolve([KmsMasterKeyId, key?.keyArn]);
  if (JSON.stringify(made) === JSON.stringify(asked)) return [];
  const awsManaged = typeof made === 'string' && made.includes('alias/aws/sqs');
  return [
    {
      id: awsManaged ? 'spillway:queue-kms-managed' : 'spillway:queue-key',
      prop: queue.node.id,
      given: `became a queue under ${made === undefined ? 'no key of yours' : JSON.stringify(made)} after it was made`,
      expected: awsManaged
        ? 'nobody can let a channel use the AWS managed key, so events would be lost'
        : 'only the key it was given lets its channel in, so events would be lost or stand unencrypted',
      fix: 'Give the key as encryptionKey, or exclude the queue from what changes KmsMasterKeyId.',
    },
  ];
}

function shorterRetention(queue: Properties, deadLetters: Properties, fifo?: boolean): Problem[] {
  const [kept, setAside] = [queue.MessageRetentionPeriod, deadLetters.MessageRetentionPeriod];
  if (typeof kept !== 'number' || typeof setAside !== 'number' || setAside >= kept) return [];
  return [
    {
      id: 'spillway:dead-letter-retention',
      prop: 'MessageRetentionPeriod',
      given: `${setAside} seconds in the dead-letter queue, ${kept} in the queue`,
      expected: fifo
        ? 'what is set aside would be lost before what still waits'
        : 'a message keeps its first timestamp when it is set aside and would be lost early',
      fix: 'Keep messages in the dead-letter queue for at least as long as in the queue.',
    },
  ];
}

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | string[];
  readonly Principal?: { readonly Service?: string | string[] };
}

function wrongPolicy(queue: Queue, receives: boolean): Problem[] {
  const statements = statementsToJudge(queue);
  if (!statements) return [];
  const [most, bytes] = [sqs.policyStatements.max, sqs.policySize.max];
  const size = JSON.stringify(statements).length;
  const given = [
    ...(receives && !statements.some(letsChannelSend) ? ['no longer lets its channel send'] : []),
    ...(statements.length > most ? [`${statements.length} statements given`] : []),
    ...(size > bytes ? [`${size} bytes given`] : []),
  ];
  return given.map((text) => ({
    id: 'spillway:queue-policy',
    prop: `the policy of ${queue.node.id}`,
    given: text,
    expected: `SQS takes at most ${most} statements and ${bytes} bytes, one of which lets the channel send`,
    fix: 'Exclude the policy from what changes it, or take statements out.',
  }));
}

/** More than this are counted as they will be deployed: CDK merges some. */
const surelyFew = 5;

/**
 * The statements as deployed; undefined for our own few, since none can be taken out of a policy
 * document of CDK's.
 */
function statementsToJudge(queue: Queue): Statement[] | undefined {
  const policy = queue.node.tryFindChild('Policy');
  const resource = policy?.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) return [];
  const { PolicyDocument: document } = finishedValues(resource);
  const ours = policy instanceof QueuePolicy && document === policy.document;
  if (ours && policy.document.statementCount <= surelyFew) return undefined;
  return Stack.of(queue).resolve(document)?.Statement ?? [];
}

function letsChannelSend({ Effect, Action, Principal }: Statement): boolean {
  const services = [Principal?.Service ?? []].flat();
  const actions = [Action ?? []].flat();
  return (
    Effect === 'Allow' &&
    services.some((service) => service in channelServices) &&
    actions.some((action) => ['sqs:SendMessage', 'sqs:*', '*'].includes(action))
  );
}

function resourceOf(queue: Queue): CfnResource {
  return queue.node.defaultChild as CfnResource;
}

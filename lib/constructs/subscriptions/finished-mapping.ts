import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import { CfnFunction, type EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue, type IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Problem } from '../../core/diagnostics';
import { lambda } from '../../core/limits';
import { finishedValues, stands } from '../validation';
import { functionBehind } from './function-behind';
import { fewestReceives, type Push, visibilitySeconds } from './push';

interface FinishedMapping {
  readonly BatchSize?: unknown;
  readonly Enabled?: unknown;
  readonly EventSourceArn?: unknown;
  readonly FilterCriteria?: unknown;
  readonly FunctionName?: unknown;
  readonly FunctionResponseTypes?: unknown;
  readonly MaximumBatchingWindowInSeconds?: unknown;
}

/**
 * What Aspects and escape hatches made of the mapping, its function and its queue, where events would
 * be lost, handled by another function or twice, or where Lambda would refuse it.
 */
export function validateMapping(mapping: EventSourceMapping, queue: IQueue, push: Push): Problem[] {
  const resource = mapping.node.defaultChild;
  if (!CfnResource.isCfnResource(resource) || !stands(resource)) {
    return [changed('was taken away', excluded)];
  }
  const made: FinishedMapping = finishedValues(resource);
  const is = (value: unknown, asked: string) => value === asked || isSame(resource, value, asked);
  const holds: readonly (readonly [boolean, string, string])[] = [
    [isEnabled(resource, made), 'was disabled', excluded],
    [is(made.EventSourceArn, queue.queueArn), 'takes from another queue', excluded],
    [is(made.FunctionName, push.consumer.functionName), 'pushes to another function', excluded],
    [
      made.FilterCriteria === undefined,
      'was given a filter, which deletes what it does not take',
      excluded,
    ],
    [reportsFailures(made), 'no longer reports which messages failed', excluded],
    [isBatchTaken(made, queue), 'was given a batch that Lambda does not take', smallerBatch],
    [
      isHiddenLongEnough(queue, push),
      'has a function whose timeout is too long for its queue',
      atTheQueue,
    ],
    [
      isReceivedOften(queue),
      'has a queue that sets a message aside after fewer than 5 receives',
      atTheQueue,
    ],
  ];
  return holds.filter(([kept]) => !kept).map(([, given, fix]) => changed(given, fix));
}

/** Tokens of one attribute are one text; what an override rendered is compared as it is rendered. */
function isSame(resource: CfnResource, made: unknown, asked: string): boolean {
  const [one, other] = Stack.of(resource).resolve([made, asked]);
  return JSON.stringify(one) === JSON.stringify(other);
}

/** CloudFormation takes a boolean as a text as well. */
function isEnabled(resource: CfnResource, { Enabled }: FinishedMapping): boolean {
  if (Enabled === undefined || Enabled === true) return true;
  return String(Stack.of(resource).resolve(Enabled)).toLowerCase() !== 'false';
}

const reportsFailures = ({ FunctionResponseTypes }: FinishedMapping): boolean =>
  [FunctionResponseTypes ?? []].flat().includes('ReportBatchItemFailures');

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html */
function isBatchTaken(made: FinishedMapping, { fifo }: IQueue): boolean {
  const { BatchSize = lambda.batchSizeWithoutWindow.max, MaximumBatchingWindowInSeconds = 0 } =
    made;
  const [size, window] = [Number(BatchSize), Number(MaximumBatchingWindowInSeconds)];
  if (fifo) return !(size > lambda.batchSizeOfFifo.max) && !(window > 0);
  return !(size > lambda.batchSizeWithoutWindow.max && window < 1);
}

/** Where both are known, also of a queue that was brought along and of an alias or a version. */
function isHiddenLongEnough(queue: IQueue, { consumer, options }: Push): boolean {
  const [ofQueue, ofFunction] = [queue, functionBehind(consumer)].map(
    (one) => one.node.defaultChild,
  );
  if (!(ofQueue instanceof CfnQueue) || !(ofFunction instanceof CfnFunction)) return true;
  const { VisibilityTimeout: hidden = 30 } = finishedValues(ofQueue);
  const { Timeout: timeout = lambda.defaultTimeout.max } = finishedValues(ofFunction);
  if (!isKnown(hidden) || !isKnown(timeout)) return true;
  return hidden >= visibilitySeconds(timeout, options.batchWindow?.toSeconds() ?? 0);
}

/** A throttled function counts as a receive, also of a queue that was brought along. */
function isReceivedOften({ node: { defaultChild } }: IQueue): boolean {
  if (!(defaultChild instanceof CfnQueue)) return true;
  const { RedrivePolicy } = finishedValues(defaultChild);
  const { maxReceiveCount = fewestReceives } = (RedrivePolicy ?? {}) as {
    maxReceiveCount?: unknown;
  };
  return !isKnown(maxReceiveCount) || maxReceiveCount >= fewestReceives;
}

/** A token may be a number too, of which nothing can be said. */
const isKnown = (value: unknown): value is number =>
  typeof value === 'number' && !Token.isUnresolved(value);

const excluded = 'Exclude it from the Aspect or override that changes it.';

const smallerBatch =
  'Give batchSize and batchWindow to Delivery.push, which says what Lambda takes.';

const atTheQueue =
  'Set the visibility timeout and the receives where the queue is made (OnPoison.HOLD counts receives that fit into its retention), or give the function a shorter timeout.';

function changed(given: string, fix: string): Problem {
  return {
    id: 'spillway:event-source',
    prop: 'the event source mapping',
    given,
    expected:
      'it takes from the queue of its subscription, pushes to its function, is enabled, has no filter, reports the messages that failed, a message is hidden for six times the timeout of the function and the batch window, and is received at least 5 times',
    fix,
  };
}

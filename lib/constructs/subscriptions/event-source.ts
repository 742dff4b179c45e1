import { type CfnResource, Names, Validations } from 'aws-cdk-lib';
import { CfnFunction, type EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describeProblem, type Problem } from '../../core/diagnostics';
import { lambda } from '../../core/limits';
import { finishedValues } from '../validation';
import { type Push, visibilitySeconds } from './push';
import type { ISubscriptionGrants } from './subscription-grants';
import type { QueueAndDeadLetters } from './subscription-queues';

/**
 * Lets Lambda push from the queue of a subscription to the consumer. The mapping stands in the
 * function's stack, whose role names the queue already: so references run one way.
 */
export function pushFrom(
  scope: Construct,
  { queue, deadLetterQueue }: QueueAndDeadLetters,
  push: Push,
  grants: ISubscriptionGrants,
): void {
  const { consumer, options } = push;
  const { provisionedPollers: pollers } = options;
  const mapping = consumer.addEventSourceMapping(`Push${Names.nodeUniqueId(scope.node)}`, {
    eventSourceArn: queue.queueArn,
    batchSize: options.batchSize ?? lambda.batchSizeWithoutWindow.max,
    maxBatchingWindow: options.batchWindow,
    maxConcurrency: options.maximumConcurrency,
    provisionedPollerConfig: pollers && {
      minimumPollers: pollers.minimum ?? lambda.minimumPollers.min,
      maximumPollers: pollers.maximum ?? lambda.minimumPollers.max,
    },
    reportBatchItemFailures: true,
  });
  // Lambda looks at the role when the mapping is made.
  grants.consume(consumer).applyBefore(mapping);
  if (deadLetterQueue) acknowledgeNoDestination(mapping);
  scope.node.addValidation({
    validate: () => validatePush(mapping, queue, push).map(describeProblem),
  });
}

/**
 * Lambda keeps failures of streams in a destination of the mapping; those of a queue go to the
 * dead-letter queue of that queue. Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-lambda-eventsourcemapping-onfailure.html
 */
function acknowledgeNoDestination({ node }: EventSourceMapping): void {
  const reason =
    'A mapping of a queue has no destination for failures: they go to the dead-letter queue of the queue.';
  node.defaultChild?.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    'Annotation::Serverless-LambdaEventSourceMappingDestination': reason,
  });
}

interface FinishedMapping {
  readonly Enabled?: unknown;
  readonly FilterCriteria?: unknown;
  readonly FunctionResponseTypes?: unknown;
}

/** What Aspects and escape hatches made of the mapping, where events would be lost. */
function validatePush(mapping: EventSourceMapping, queue: IQueue, push: Push): Problem[] {
  const made: FinishedMapping = finishedValues(mapping.node.defaultChild as CfnResource);
  const types = [made.FunctionResponseTypes ?? []].flat();
  const holds: readonly (readonly [boolean, string])[] = [
    [made.Enabled !== false, 'was disabled'],
    [made.FilterCriteria === undefined, 'was given a filter, which deletes what it does not take'],
    [types.includes('ReportBatchItemFailures'), 'no longer reports which messages failed'],
    [isHiddenLongEnough(queue, push), 'has a function whose timeout is too long for its queue'],
    [isReceivedOften(queue), 'has a queue that sets a message aside after fewer than 5 receives'],
  ];
  return holds.filter(([kept]) => !kept).map(([, given]) => changed(given));
}

/** Where both are known, also of a queue that was brought along. */
function isHiddenLongEnough(queue: IQueue, { consumer, options }: Push): boolean {
  const [ofQueue, ofFunction] = [queue, consumer].map(({ node }) => node.defaultChild);
  if (!(ofQueue instanceof CfnQueue) || !(ofFunction instanceof CfnFunction)) return true;
  const { VisibilityTimeout: hidden = 30 } = finishedValues(ofQueue);
  const { Timeout: timeout = lambda.defaultTimeout.max } = finishedValues(ofFunction);
  if (typeof hidden !== 'number' || typeof timeout !== 'number') return true;
  return hidden >= visibilitySeconds(timeout, options.batchWindow?.toSeconds() ?? 0);
}

/** A throttled function counts as a receive, also of a queue that was brought along. */
function isReceivedOften({ node: { defaultChild } }: IQueue): boolean {
  if (!(defaultChild instanceof CfnQueue)) return true;
  const { RedrivePolicy } = finishedValues(defaultChild);
  const { maxReceiveCount = 5 } = (RedrivePolicy ?? {}) as { maxReceiveCount?: unknown };
  return typeof maxReceiveCount !== 'number' || maxReceiveCount >= 5;
}

function changed(given: string): Problem {
  return {
    id: 'spillway:event-source',
    prop: 'the event source mapping',
    given,
    expected:
      'it is enabled, has no filter, reports the messages that failed, a message is hidden for six times the timeout of the function and the batch window, and is received at least 5 times',
    fix: 'Exclude it from what changes it; set both where the queue is made.',
  };
}

import { type CfnResource, Names } from 'aws-cdk-lib';
import { CfnFunction, type EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describeProblem, type Problem } from '../../core/diagnostics';
import { lambda } from '../../core/limits';
import { finishedValues } from '../validation';
import { type Push, visibilitySeconds } from './push';
import type { ISubscriptionGrants } from './subscription-grants';

/**
 * Lets Lambda push from the queue of a subscription to the consumer. The mapping stands in the
 * function's stack, whose role names the queue already: so references run one way.
 */
export function pushFrom(
  scope: Construct,
  queue: IQueue,
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
  scope.node.addValidation({
    validate: () => validatePush(mapping, queue, push).map(describeProblem),
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

function changed(given: string): Problem {
  return {
    id: 'spillway:event-source',
    prop: 'the event source mapping',
    given,
    expected:
      'it is enabled, has no filter, reports the messages that failed, and a message is hidden for six times the timeout of the function and the batch window',
    fix: 'Exclude it from what changes it; give a queue of your own that visibility timeout.',
  };
}

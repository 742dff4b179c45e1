import { Names, Validations } from 'aws-cdk-lib';
import { CfnEventSourceMapping, type EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { describeProblem } from '../../core/diagnostics';
import { lambda } from '../../core/limits';
import { validateMapping } from './finished-mapping';
import type { Push } from './push';
import type { ProvisionedPollers } from './push-options';
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
  const mapping = consumer.addEventSourceMapping(`Push${Names.nodeUniqueId(scope.node)}`, {
    eventSourceArn: queue.queueArn,
    batchSize: options.batchSize ?? lambda.batchSizeWithoutWindow.max,
    maxBatchingWindow: options.batchWindow,
    maxConcurrency: options.maximumConcurrency,
    reportBatchItemFailures: true,
  });
  keepReady(mapping, options.provisionedPollers);
  // Lambda looks at the role when the mapping is made.
  grants.consume(consumer).applyBefore(mapping);
  if (deadLetterQueue) acknowledgeNoDestination(mapping);
  scope.node.addValidation({
    validate: () => validateMapping(mapping, queue, push).map(describeProblem),
  });
}

/** Said by the resource itself, because aws-cdk-lib refuses more than the 2,000 pollers of Kafka. */
function keepReady({ node }: EventSourceMapping, pollers?: ProvisionedPollers): void {
  if (!pollers || !(node.defaultChild instanceof CfnEventSourceMapping)) return;
  node.defaultChild.provisionedPollerConfig = {
    minimumPollers: pollers.minimum ?? lambda.minimumPollers.min,
    maximumPollers: pollers.maximum ?? lambda.minimumPollers.max,
  };
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

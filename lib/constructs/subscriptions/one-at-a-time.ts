import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { Construct } from 'constructs';
import { describeProblem } from '../../core/diagnostics';
import type { RequiredStatements } from '../policies';
import { queuePair } from '../queues';
import type { Delivery } from './delivery';
import { validateArrival } from './finished-arrival';
import { validatePipe } from './finished-pipe';
import { inputTemplateOf, messageGroupOf } from './pipe-paths';
import { pipeRole } from './pipe-role';
import type { SubscriptionProps } from './subscription-props';
import type { QueueAndDeadLetters, SubscriptionQueues } from './subscription-queues';

/**
 * One event a key at a time: a pipe takes the events from the queue that the channel delivers to and
 * puts them into a FIFO queue, whose message group is a field of the event. What the pipe can't move,
 * because it has no such field, is set aside by the first queue.
 */

/**
 * One event an execution. Ten large ones together are more than SQS takes in one request, and
 * whether an event without a group fails alone or takes the others of its batch into the dead-letter
 * queue isn't documented: only what the target refused of a batch is. The account runs 1,000
 * executions side by side, 3,000 in the largest regions; how much one may carry is not stated. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html
 * and .../eb-quota.html#eb-pipes-limits
 */
const batchSize = 1;

/**
 * Duplicates are told by the body, which holds the event's source and id: a pipe can't join the two
 * into a deduplication id, and the id alone may be that of another source.
 */
export function orderedQueues(
  scope: Construct,
  props: SubscriptionProps,
  { visibilityTimeout }: Delivery,
): QueueAndDeadLetters {
  const { encryptionKey = props.from.encryptionKey, removalPolicy, retention } = props;
  const { maxReceiveCount, onPoison } = props;
  return queuePair(new Construct(scope, 'OneAtATime'), {
    encryptionKey,
    removalPolicy,
    retention,
    maxReceiveCount,
    onPoison,
    visibilityTimeout,
    fifo: true,
    contentBasedDeduplication: true,
    receives: false,
  });
}

export function pipeBetween(
  scope: Construct,
  queues: SubscriptionQueues,
  { envelope, _oneAtATime }: Delivery,
  required: RequiredStatements,
): void {
  const within = scope.node.findChild('OneAtATime');
  const role = pipeRole(within, queues, required);
  const asked = {
    roleArn: role.roleArn,
    source: queues.arrivals.queue.queueArn,
    target: queues.consumed.queue.queueArn,
    inputTemplate: inputTemplateOf(envelope),
    messageGroupId: messageGroupOf(envelope, _oneAtATime?.messageGroup),
  };
  const { roleArn, source, target, inputTemplate, messageGroupId } = asked;
  const pipe = new CfnPipe(within, 'Pipe', {
    roleArn,
    source,
    sourceParameters: { sqsQueueParameters: { batchSize } },
    target,
    targetParameters: { inputTemplate, sqsQueueParameters: { messageGroupId } },
  });
  // A pipe looks at the policy of its role when it is made.
  pipe.node.addDependency(role);
  scope.node.addValidation({
    validate: () =>
      [...validatePipe(pipe, { ...asked, role }), ...validateArrival(queues.arrivals.queue)].map(
        describeProblem,
      ),
  });
}

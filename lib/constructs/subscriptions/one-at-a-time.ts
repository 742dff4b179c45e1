import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { Construct } from 'constructs';
import { Envelope } from '../channels';
import { permit, type RequiredStatements, receiveFrom, sendTo } from '../policies';
import { queuePair } from '../queues';
import type { Delivery } from './delivery';
import type { SubscriptionProps } from './subscription-props';
import type { QueueAndDeadLetters, SubscriptionQueues } from './subscription-queues';

/**
 * One event a key at a time: a pipe takes the events from the queue that the channel delivers to and
 * puts them into a FIFO queue, whose message group is a field of the event. What the pipe can't move,
 * because it has no such field, is set aside by the first queue.
 */

/** A pipe is done with a batch within seconds. */
export const arrivalVisibility = Duration.seconds(60);

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
  { arrivals, consumed }: SubscriptionQueues,
  delivery: Delivery,
  required: RequiredStatements,
): void {
  const within = scope.node.findChild('OneAtATime');
  const role = new Role(within, 'Role', { assumedBy: pipes(within) });
  for (const permission of [...receiveFrom(arrivals.queue), ...sendTo(consumed.queue)]) {
    permit(role, { ...permission, purpose: 'moving events into their order' }, required);
  }
  const pipe = new CfnPipe(within, 'Pipe', {
    roleArn: role.roleArn,
    source: arrivals.queue.queueArn,
    sourceParameters: { sqsQueueParameters: { batchSize: 10 } },
    target: consumed.queue.queueArn,
    targetParameters: {
      inputTemplate: '<$.body>',
      sqsQueueParameters: { messageGroupId: groupOf(delivery) },
    },
  });
  pipe.node.addDependency(role);
}

/** Any pipe of this stack's account: the pipe's own name would refer back to the role. */
function pipes(scope: Construct): ServicePrincipal {
  const { account } = Stack.of(scope);
  const pipe = Stack.of(scope).formatArn({ service: 'pipes', resource: 'pipe', resourceName: '*' });
  return new ServicePrincipal('pipes.amazonaws.com', {
    conditions: {
      ArnLike: { 'aws:SourceArn': pipe },
      StringEquals: { 'aws:SourceAccount': account },
    },
  });
}

function groupOf({ envelope, _oneAtATime }: Delivery): string {
  const event = envelope === Envelope.EVENTBRIDGE ? '$.body.detail' : '$.body';
  const { messageGroup } = _oneAtATime ?? {};
  return messageGroup === undefined ? `${event}.partitionkey` : `${event}.data.${messageGroup}`;
}

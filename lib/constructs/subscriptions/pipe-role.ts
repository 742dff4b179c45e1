import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { onKeysOf, permit, type RequiredStatements, sendTo } from '../policies';
import type { SubscriptionQueues } from './subscription-queues';

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html */
const receiving = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];

/**
 * The role of a pipe: it takes from one queue and puts into the other, and no more. Its own policy is
 * enough, also for a queue and a key of another app of the account: SQS and KMS ask either the
 * caller's policy or the resource's. Only a key whose policy doesn't hand over to IAM has to name
 * the role; that can't be seen of an imported key, for this role as for any consumer.
 */
export function pipeRole(
  scope: Construct,
  { arrivals, consumed }: SubscriptionQueues,
  required: RequiredStatements,
): Role {
  const role = new Role(scope, 'Role', { assumedBy: pipes(scope) });
  const { queue } = arrivals;
  const permissions = [
    { actions: receiving, resource: queue.queueArn },
    ...onKeysOf([queue], ['kms:Decrypt']),
    ...sendTo(consumed.queue),
  ];
  for (const permission of permissions) {
    permit(role, { ...permission, purpose: 'moving events into their order' }, required);
  }
  return role;
}

/**
 * Any pipe of this stack's account and region: the pipe's own name would refer back to the role. The
 * roles that the console of Pipes makes ask for both keys too, so Pipes sends them; EventBridge's
 * page on the confused deputy names the keys, but not Pipes. A role that can't be assumed would fail
 * the deployment, not the events. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html
 */
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

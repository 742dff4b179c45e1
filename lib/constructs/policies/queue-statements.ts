import { Stack } from 'aws-cdk-lib';
import { type Conditions, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ChannelService } from './channel-service';
import type { RequiredStatement } from './policy-owner';

/**
 * Lets the service of a channel send to a queue, for what the conditions name. Returns what the
 * queue's owner has to add, where it can't be added here: a policy of ours on an imported queue
 * would overwrite its owner's.
 */
export function letServiceSend(
  service: ChannelService,
  queue: IQueue,
  source: { readonly conditions: Conditions; readonly purpose: string },
): RequiredStatement[] {
  const statement = new PolicyStatement({
    principals: [new ServicePrincipal(service)],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: source.conditions,
  });
  const { statementAdded } = queue.addToResourcePolicy(statement);
  if (statementAdded) return [];
  return [{ policyOf: queue.queueArn, purpose: source.purpose, statement }];
}

const inAccountOf = (scope: Construct): Conditions => ({
  StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
});

/** Exactly one rule, bus or topic, in the account of the scope. */
export function from(arn: string, scope: Construct): Conditions {
  return { ArnEquals: { 'aws:SourceArn': arn }, ...inAccountOf(scope) };
}

/**
 * Any rule of one bus, without naming one: for what the bus's subscriptions share, and where naming
 * the rule would make two stacks refer to each other. On the default bus rules have no bus in their
 * ARN, so there it is any rule of the account.
 */
export function fromAnyRuleOf(busName: string, scope: Construct): Conditions {
  const resourceName = busName === 'default' ? '*' : `${busName}/*`;
  const arn = Stack.of(scope).formatArn({ service: 'events', resource: 'rule', resourceName });
  return { ArnLike: { 'aws:SourceArn': arn }, ...inAccountOf(scope) };
}

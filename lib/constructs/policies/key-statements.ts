import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RequiredStatement } from './policy-owner';

/**
 * Key policies. A key is opened to EventBridge once, for every queue of its account, by the
 * encryption context that SQS always sends: it then names no rule and no queue, so it neither grows
 * nor refers back to a stack that refers to the key. Actions stand in alphabetical order, which is
 * how CDK writes them under its feature flag: the template is the same with and without it.
 */

const eventBridge = 'events.amazonaws.com';

/** Lets EventBridge write to queues under this key. */
function forQueues(key: IKey): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal(eventBridge)],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:sqs:arn': Stack.of(key).formatArn({
          service: 'sqs',
          resource: '*',
        }),
      },
    },
  });
}

/**
 * Lets EventBridge keep a bus and its archive under this key. DescribeKey sends no encryption
 * context, so it has a statement of its own: under the context's condition it would be denied.
 * ReEncrypt* is the archive's. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html and
 * .../encryption-archives.html
 */
function forBus(busArn: string, archived: boolean): PolicyStatement[] {
  const principals = [new ServicePrincipal(eventBridge)];
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey', ...(archived ? ['kms:ReEncrypt*'] : [])];
  return [
    new PolicyStatement({ principals, actions: ['kms:DescribeKey'], resources: ['*'] }),
    new PolicyStatement({
      principals,
      actions,
      resources: ['*'],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:events:event-bus:arn': busArn } },
    }),
  ];
}

/** An imported key answers every grant with success and adds nothing: only statementAdded tells. */
function missing(key: IKey, purpose: string, statements: PolicyStatement[]): RequiredStatement[] {
  return statements
    .filter((statement) => !key.addToResourcePolicy(statement, true).statementAdded)
    .map((statement) => ({ policyOf: key.keyArn, purpose, statement }));
}

/** Returns what the key's owner has to add, where it can't be added here. */
export function openKeyToQueues(key: IKey): RequiredStatement[] {
  return missing(key, 'EventBridge, to write to queues under this key,', [forQueues(key)]);
}

/** Returns what the key's owner has to add, where it can't be added here. */
export function openKeyToBus(key: IKey, busArn: string, archived: boolean): RequiredStatement[] {
  return missing(key, 'EventBridge, to keep the bus under this key,', forBus(busArn, archived));
}

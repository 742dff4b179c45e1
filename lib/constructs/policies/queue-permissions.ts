import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Permission } from './identity';

/** What a grantee needs in its own policy to use a queue, and the key that it stands under. */
type QueuePermission = Omit<Permission, 'purpose'>;

const receiving = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];

/** To receive, delete and extend messages: not to send, purge or redrive. */
export function receiveFrom(queue: IQueue): QueuePermission[] {
  return [{ actions: receiving, resource: queue.queueArn }, ...onKeysOf([queue], ['kms:Decrypt'])];
}

/** To send messages. SQS decrypts to see that it can. */
export function sendTo(queue: IQueue): QueuePermission[] {
  return [
    { actions: ['sqs:SendMessage'], resource: queue.queueArn },
    ...onKeysOf([queue], ['kms:Decrypt', 'kms:GenerateDataKey']),
  ];
}

/**
 * On the keys of these queues, for messages of these queues only. A message keeps its encryption
 * when it is set aside: in the dead-letter queue it is still under the key, and names the ARN, of
 * the queue that it came from.
 */
export function onKeysOf(queues: readonly IQueue[], actions: string[]): QueuePermission[] {
  const keys = new Set(queues.flatMap(({ encryptionMasterKey: key }) => key?.keyArn ?? []));
  const arns = queues.map(({ queueArn }) => queueArn);
  const [one, ...others] = arns;
  const queueArn = others.length === 0 ? one : arns;
  return [...keys].map((resource) => ({
    actions,
    resource,
    conditions: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': queueArn } },
  }));
}

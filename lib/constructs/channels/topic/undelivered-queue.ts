import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { from, letServiceSend } from '../../policies';
import { deadLetterQueue, validateQueue } from '../../queues';

export interface UndeliveredOptions {
  readonly topicArn: string;
  readonly encryptionKey?: IKey;
  readonly removalPolicy?: RemovalPolicy;
  readonly fifo: boolean;
}

/** What a topic could not deliver. It admits that topic only. */
export function undeliveredQueue(
  scope: Construct,
  id: string,
  { topicArn, encryptionKey, removalPolicy, fifo }: UndeliveredOptions,
): Queue {
  const queue = deadLetterQueue(scope, id, { encryptionKey, removalPolicy, fifo });
  letServiceSend('sns.amazonaws.com', queue, {
    conditions: from(topicArn, scope),
    purpose: 'keeping what could not be delivered',
  });
  scope.node.addValidation({
    validate: () => validateQueue(queue, { encryptionKey, receives: true, fifo }),
  });
  return queue;
}

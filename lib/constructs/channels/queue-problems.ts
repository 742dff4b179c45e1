import { type IQueue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import type { ChannelCapability } from '../../core/limits/channels';
import { problemsOfKey } from '../policies';
import { problemsOfPlace } from '../validation';

/** What a channel can't do with a queue that was brought along. */
export function problemsOfQueue(
  { service, noFifoQueue }: ChannelCapability,
  scope: Construct,
  queue?: IQueue,
): Problem[] {
  if (!queue) return [];
  return [
    ...(queue.fifo ? [fifo(noFifoQueue)] : []),
    ...(queue.encryptionType === QueueEncryption.KMS_MANAGED ? [awsManaged(service)] : []),
    ...problemsOfKey('queue.encryptionMasterKey', queue.encryptionMasterKey, scope),
    ...problemsOfPlace('queue', queue.env, scope),
  ];
}

function fifo(expected: string): Problem {
  return {
    id: 'spillway:queue-fifo',
    prop: 'queue',
    given: 'a FIFO queue given',
    expected,
    fix: 'Bring a standard queue.',
  };
}

function awsManaged(service: string): Problem {
  return {
    id: 'spillway:queue-kms-managed',
    prop: 'queue',
    given: 'a queue under the AWS managed key (alias/aws/sqs) given',
    expected: `nobody can let ${service} use that key, so events would be lost`,
    fix: 'Use SSE-SQS or a customer-managed key.',
  };
}

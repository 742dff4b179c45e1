import { type IQueue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Problem } from '../../../core/diagnostics';
import { type ChannelKind, channelCapabilities } from '../../../core/limits/channels';
import { problemsOfKey } from '../../policies';
import { problemsOfPlace } from '../../validation';

/** What no channel of this kind can do with a queue that was brought along. */
export function problemsOfQueue(kind: ChannelKind, scope: Construct, queue?: IQueue): Problem[] {
  if (!queue) return [];
  const { service } = channelCapabilities[kind];
  return [
    ...(queue.encryptionType === QueueEncryption.KMS_MANAGED ? [awsManaged(service)] : []),
    ...problemsOfKey('queue.encryptionMasterKey', queue.encryptionMasterKey, scope),
    ...problemsOfPlace('queue', queue.env, scope),
  ];
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

import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { problemsOfPattern } from '../contracts';
import { problemsOfKey } from '../policies';
import { problemsOfPlace } from '../validation';
import { Envelope } from './channel';
import type { IStandardTopic } from './i-standard-topic';
import type { Wanted } from './problems-on-channel';
import { topicPattern } from './topic-pattern';

/** What a standard topic can't do of what a subscription asks, before anything is made. */
export function problemsOnTopic(
  topic: IStandardTopic,
  scope: Construct,
  wanted: Wanted,
): Problem[] {
  return [
    ...problemsOfPlace('from', topic.topic.env, scope),
    ...problemsOfQueue(scope, wanted.queue),
    ...(wanted.envelope === Envelope.EVENTBRIDGE ? [noEnvelope] : []),
    ...(wanted.events.length > 0
      ? problemsOfPattern('events', topicPattern(wanted.events), 'sns-body')
      : []),
  ];
}

function problemsOfQueue(scope: Construct, queue?: IQueue): Problem[] {
  if (!queue) return [];
  return [
    ...(queue.fifo ? [fifo] : []),
    ...(queue.encryptionType === QueueEncryption.KMS_MANAGED ? [awsManaged] : []),
    ...problemsOfKey('queue.encryptionMasterKey', queue.encryptionMasterKey, scope),
    ...problemsOfPlace('queue', queue.env, scope),
  ];
}

const fifo: Problem = {
  id: 'spillway:queue-fifo',
  prop: 'queue',
  given: 'a FIFO queue given',
  expected: 'a standard topic delivers to standard queues only',
  fix: 'Bring a standard queue.',
};

const awsManaged: Problem = {
  id: 'spillway:queue-kms-managed',
  prop: 'queue',
  given: 'a queue under the AWS managed key (alias/aws/sqs) given',
  expected: 'nobody can let SNS use that key, so events would be lost',
  fix: 'Use SSE-SQS or a customer-managed key.',
};

const noEnvelope: Problem = {
  id: 'spillway:envelope',
  prop: 'delivery.envelope',
  given: 'Envelope.EVENTBRIDGE given',
  expected: 'a topic delivers the CloudEvent as it was published; the envelope is that of a bus',
  fix: 'Leave envelope out, or subscribe to a ClassicBus.',
};

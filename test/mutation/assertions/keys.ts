import type { Templates } from '../template';
import { resourceAt, same, statementsAre, type Violations } from './compare';

const events = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Resource: '*' };
const here = '${AWS::Region}:${AWS::AccountId}';

/** In a key policy `*` is the key itself. */
export function theKeyOpensToItsAccountItsBusAndEventsForQueuesOfTheAccountOnly(
  templates: Templates,
): Violations {
  const { KeyPolicy, ...others } = resourceAt(templates, 'Sealed/Key').Properties;
  const account = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' },
    Action: 'kms:*',
    Resource: '*',
  };
  const bus = `arn:\${AWS::Partition}:events:${here}:event-bus/Sealed-Bus-1DC27903`;
  const queues = `arn:\${AWS::Partition}:sqs:${here}:*`;
  const policy = statementsAre('Sealed/Key', KeyPolicy, [
    account,
    // EventBridge asks what the key is without an encryption context.
    { ...events, Action: 'kms:DescribeKey' },
    {
      ...events,
      Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
      Condition: { StringEquals: { 'kms:EncryptionContext:aws:events:event-bus:arn': bus } },
    },
    {
      ...events,
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': queues } },
    },
  ]);
  return [...policy, ...same('Sealed/Key other settings', others, {})];
}

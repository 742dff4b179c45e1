import { nameOf } from '../graph/resources';
import type { Surroundings } from '../graph/surroundings';
import type { Admission } from '../model';
import { admissionOf, judgeExistence } from './judgements';
import { roleOf } from './reception';
import { judgeKey, judgeOnQueue } from './role';

/**
 * Can a pipe put events into its target, a queue? Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function admitPipe(arn: string, roleArn: string, surroundings: Surroundings): Admission {
  const queue = surroundings.queues.get(arn);
  if (!queue) {
    const reason = `what becomes of it at the pipe's target ${arn} is not read`;
    return { to: arn, verdict: 'unknown', reason };
  }
  const role = roleOf(surroundings, roleArn);
  if ('is' in role) return { to: queue, ...admissionOf([role]) };
  const answers = [
    judgeOnQueue(role, queue, 'sqs:SendMessage'),
    judgeKey(role, queue, ['kms:GenerateDataKey', 'kms:Decrypt'], surroundings),
    judgeExistence(nameOf(queue), queue),
  ];
  return { to: queue, ...admissionOf(answers) };
}

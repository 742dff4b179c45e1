import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { SpillwayError } from '../../core/diagnostics';
import { type Permission, permit, type RequiredStatements } from '../policies';

const receiving = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];

/**
 * Source:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
 */
const moving = [
  'sqs:CancelMessageMoveTask',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ListMessageMoveTasks',
  'sqs:ReceiveMessage',
  'sqs:StartMessageMoveTask',
];

/**
 * Who may do what with the queues of a subscription.
 */
export interface ISubscriptionGrants {
  /**
   * Lets a consumer receive, delete and extend messages of the queue, and decrypt them: not send,
   * not purge, not redrive.
   *
   * @param grantee the consumer: a role, a function, a user
   * @throws an error where the grantee's policy can't be extended, unless the subscription was told
   * `policyOwner: PolicyOwner.ELSEWHERE`
   */
  consume(grantee: IGrantable): Grant;

  /**
   * Lets an operator move what was set aside back into the queue.
   *
   * @param grantee the operator: a role, a user
   * @throws an error where the subscription has no dead-letter queue, or the grantee's policy can't
   * be extended
   */
  redrive(grantee: IGrantable): Grant;
}

export interface SubscriptionGrantsOptions {
  /** Of the subscription, for errors. */
  readonly path: string;
  readonly queue: IQueue;
  readonly deadLetterQueue?: IQueue;
  readonly required: RequiredStatements;
}

export class SubscriptionGrants implements ISubscriptionGrants {
  constructor(private readonly options: SubscriptionGrantsOptions) {}

  consume(grantee: IGrantable): Grant {
    const { queue } = this.options;
    return this.permitAll(grantee, 'consuming', [
      { actions: receiving, resource: queue.queueArn },
      ...onKeys([queue], ['kms:Decrypt']),
    ]);
  }

  redrive(grantee: IGrantable): Grant {
    const { queue, deadLetterQueue: from = this.refuseWithoutDeadLetters() } = this.options;
    return this.permitAll(grantee, 'redriving', [
      { actions: moving, resource: from.queueArn },
      { actions: ['sqs:SendMessage'], resource: queue.queueArn },
      ...onKeys([queue, from], ['kms:Decrypt', 'kms:GenerateDataKey']),
    ]);
  }

  private permitAll(
    grantee: IGrantable,
    purpose: string,
    permissions: readonly Omit<Permission, 'purpose'>[],
  ): Grant {
    const { required } = this.options;
    const grants = permissions.map((one) => permit(grantee, { ...one, purpose }, required).grant);
    return grants.reduce((all, grant) => all.combine(grant));
  }

  private refuseWithoutDeadLetters(): never {
    throw new SpillwayError(`${this.options.path} grants.redrive`, [
      {
        id: 'spillway:redrive-without-dead-letters',
        prop: 'queue',
        given: 'a queue whose dead-letter queue is not known here was given',
        expected: 'a redrive moves messages from a dead-letter queue',
        fix: 'Grant it where the queue is made, or leave queue out.',
      },
    ]);
  }
}

/**
 * On the keys of these queues, for messages of these queues only. A message keeps its encryption
 * when it is set aside: in the dead-letter queue it is still under the key, and names the ARN, of
 * the queue that it came from.
 */
function onKeys(queues: readonly IQueue[], actions: string[]): Omit<Permission, 'purpose'>[] {
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

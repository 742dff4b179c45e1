import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { SpillwayError } from '../../core/diagnostics';
import { permit, type RequiredStatements } from '../policies';

const receiving = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];

/** Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html */
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
   * Lets a consumer receive, delete and extend messages of the queue, and decrypt them: not send, not purge, not redrive.
   *
   * @param grantee the consumer: a role, a function, a user
   * @throws an error where the grantee's policy can't be extended, unless the subscription was told `policyOwner: PolicyOwner.ELSEWHERE`
   */
  consume(grantee: IGrantable): Grant;

  /**
   * Lets an operator move what was set aside back into the queue.
   *
   * @param grantee the operator: a role, a user
   * @throws an error where the subscription has no dead-letter queue, or the grantee's policy can't be extended
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
    return this.permitOn(this.options.queue, grantee, receiving, ['kms:Decrypt'], 'consuming');
  }

  redrive(grantee: IGrantable): Grant {
    const { queue, deadLetterQueue: from = this.refuseWithoutDeadLetters() } = this.options;
    const [sending, encrypting] = [['sqs:SendMessage'], ['kms:Decrypt', 'kms:GenerateDataKey']];
    return this.permitOn(from, grantee, moving, ['kms:Decrypt'], 'redriving').combine(
      this.permitOn(queue, grantee, sending, encrypting, 'redriving'),
    );
  }

  /** On a queue, and on the key it stands under for messages of that queue only. */
  private permitOn(
    queue: IQueue,
    grantee: IGrantable,
    actions: string[],
    keyActions: string[],
    purpose: string,
  ): Grant {
    const { required } = this.options;
    const { grant } = permit(grantee, { actions, resource: queue.queueArn, purpose }, required);
    const key = queue.encryptionMasterKey;
    if (!key) return grant;
    const onKey = {
      actions: keyActions,
      resource: key.keyArn,
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': queue.queueArn } },
      purpose,
    };
    return grant.combine(permit(grantee, onKey, required).grant);
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

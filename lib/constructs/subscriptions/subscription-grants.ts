import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { SpillwayError } from '../../core/diagnostics';
import {
  onKeysOf,
  type Permission,
  permit,
  type RequiredStatements,
  receiveFrom,
} from '../policies';
import type { SubscriptionQueues } from './subscription-queues';

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
   * Lets an operator move what was set aside back into the queue, or the queues.
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
  readonly queues: SubscriptionQueues;
  readonly required: RequiredStatements;
}

export class SubscriptionGrants implements ISubscriptionGrants {
  constructor(private readonly options: SubscriptionGrantsOptions) {}

  consume(grantee: IGrantable): Grant {
    const { queue } = this.options.queues.consumed;
    return this.permitAll(grantee, 'consuming', receiveFrom(queue));
  }

  redrive(grantee: IGrantable): Grant {
    const { arrivals, consumed } = this.options.queues;
    const known = [...new Set([consumed, arrivals])].flatMap(({ queue, deadLetterQueue: from }) =>
      from ? [{ queue, from }] : [],
    );
    if (known.length === 0) this.refuseWithoutDeadLetters();
    return this.permitAll(
      grantee,
      'redriving',
      known.flatMap(({ queue, from }) => [
        { actions: moving, resource: from.queueArn },
        { actions: ['sqs:SendMessage'], resource: queue.queueArn },
        ...onKeysOf([queue, from], ['kms:Decrypt', 'kms:GenerateDataKey']),
      ]),
    );
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

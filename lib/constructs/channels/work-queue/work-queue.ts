import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import { channelCapabilities } from '../../../core/limits/channels';
import type { EventContract } from '../../contracts';
import { problemsOfKey, type RequiredStatement, RequiredStatements } from '../../policies';
import { OnPoison, type QueuePair, queuePair, queueRules } from '../../queues';
import { type PropRule, problemsOfRules, removalRule } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import type { IQueueChannel } from '../channel/i-queue-channel';
import { ImportedWorkQueue, type WorkQueueAttributes } from './imported-work-queue';
import { OneReceiver } from './one-receiver';
import { WorkQueueGrants } from './work-queue-grants';
import type { WorkQueueProps } from './work-queue-props';

/**
 * One queue for one receiver, point to point: the producer sends the CloudEvent as the message
 * (`toSendMessageInput` of `cdk-spillway/runtime`), and any number of consumers compete for it, each
 * event handled by one of them. No bus and no topic stands between, so nothing can get lost between:
 * a producer is told when SQS doesn't take an event.
 *
 * Its one `Subscription` grants the consumers, or pushes to a function. A second one is refused: it
 * would take events from the first. What the consumers can't process is set aside in the dead-letter
 * queue.
 *
 * On a standard queue a producer may name the tenant of an event (`messageGroup`), so that one
 * tenant's flood doesn't delay the others: a fair queue. On a FIFO queue the events of one key are
 * handled in order, one at a time.
 */
export class WorkQueue extends Construct implements IQueueChannel {
  /**
   * A work queue of another app, by the attributes that its owner gives (`workQueue.attributes`).
   */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: WorkQueueAttributes,
  ): IQueueChannel {
    return new ImportedWorkQueue(scope, id, attributes);
  }

  /**
   * Whether it keeps the order of each key.
   */
  public readonly fifo?: boolean;

  /**
   * Where producers send to, and consumers receive from.
   */
  public readonly queue?: IQueue;

  /**
   * Its ARN.
   */
  public readonly queueArn: string;

  /**
   * Its URL, as producers (`toSendMessageInput`) and consumers name it to SQS.
   */
  public readonly queueUrl: string;

  /**
   * What it carries.
   */
  public readonly contracts?: EventContract[];

  /**
   * Its customer-managed key.
   */
  public readonly encryptionKey?: IKey;

  /**
   * What its consumers could not process: reason `unprocessed`.
   */
  public readonly deadLetterQueue?: IQueue;

  /**
   * Who may send: `grants.send(producer)`, or with the contracts named
   * `grants.publish(producer, contract)`.
   */
  public readonly grants: IPublishGrants;

  private readonly required: RequiredStatements;
  private readonly queues: QueuePair;
  private readonly receiver: OneReceiver;

  constructor(scope: Construct, id: string, props: WorkQueueProps = {}) {
    const { contracts, fifo, encryptionKey, policyOwner } = props;
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([
        ...queueRules(props, 'visibilityTimeout'),
        holdRule(props),
        removalRule(props.removalPolicy),
      ]),
      ...problemsOfCarried(contracts ?? []),
      ...problemsOfKey('encryptionKey', encryptionKey, scope),
    ]);
    super(scope, id);
    this.contracts = contracts;
    this.fifo = fifo;
    this.encryptionKey = encryptionKey;
    this.queues = queuePair(this, { ...props, receives: false });
    this.queue = this.queues.queue;
    this.queueArn = this.queue.queueArn;
    this.queueUrl = this.queue.queueUrl;
    this.deadLetterQueue = this.queues.deadLetterQueue;
    this.required = new RequiredStatements(this, policyOwner);
    const grants = new WorkQueueGrants(this, this.queue, this.required);
    this.grants = grants;
    this.receiver = new OneReceiver(this, this.queue, grants.granted);
  }

  /**
   * What another app needs to send to this queue or to consume from it: `WorkQueue.fromAttributes`.
   */
  public get attributes(): WorkQueueAttributes {
    return {
      queueArn: this.queueArn,
      deadLetterQueueArn: this.queues.deadLetterQueue.queueArn,
      fifo: this.fifo,
      encryptionKeyArn: this.encryptionKey?.keyArn,
      contracts: this.contracts,
    };
  }

  public bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    return this.receiver.bind(scope, request);
  }

  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

/** To set aside is all that a standard queue does; there it need not be refused. */
function holdRule({ fifo, onPoison }: WorkQueueProps): PropRule {
  const { why, instead } = channelCapabilities.WorkQueue.can.hold;
  return {
    id: 'spillway:on-poison',
    prop: 'onPoison',
    value: fifo ? undefined : onPoison,
    wrong: (given: OnPoison) => given === OnPoison.HOLD,
    given: 'OnPoison.HOLD given',
    expected: why,
    fix: instead,
  };
}

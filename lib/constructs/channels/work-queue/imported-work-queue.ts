import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import { type PolicyOwner, type RequiredStatement, RequiredStatements } from '../../policies';
import { problemsOfPlace, problemsOfRules } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import type { IQueueChannel } from '../channel/i-queue-channel';
import { deadLetterQueueRule, keyRule, placeOf, queueRule } from '../channel/imported-rules';
import { OneReceiver } from './one-receiver';
import { WorkQueueGrants } from './work-queue-grants';

/**
 * What another app has to know of a work queue to send to it and to consume from it. The owner's side
 * is `workQueue.attributes`.
 */
export interface WorkQueueAttributes {
  /**
   * The ARN of the queue. That of a FIFO queue ends in `.fifo`.
   */
  readonly queueArn: string;

  /**
   * The ARN of the queue that sets aside what its consumers can't process, of the same kind.
   *
   * @default - not known: its subscription can't grant `redrive`
   */
  readonly deadLetterQueueArn?: string;

  /**
   * Whether it keeps the order of each key, where the ARN is known only when it is deployed.
   *
   * @default - as the ending of the ARN says
   */
  readonly fifo?: boolean;

  /**
   * The ARN of the key that its messages stand under.
   *
   * @default - no customer-managed key
   */
  readonly encryptionKeyArn?: string;

  /**
   * What it carries; other contracts are refused.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * Who extends the policies of producers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/** A work queue of another app. Identity policies alone let producers and consumers of the account. */
export class ImportedWorkQueue extends Construct implements IQueueChannel {
  readonly fifo?: boolean;
  readonly queue?: IQueue;
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly contracts?: EventContract[];
  readonly encryptionKey?: IKey;
  readonly deadLetterQueue?: IQueue;
  readonly grants: IPublishGrants;
  private readonly required: RequiredStatements;
  private readonly receiver: OneReceiver;

  constructor(scope: Construct, id: string, attributes: WorkQueueAttributes) {
    const { queueArn, deadLetterQueueArn, encryptionKeyArn, contracts } = attributes;
    const fifo = attributes.fifo ?? String(queueArn).endsWith('.fifo');
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([
        queueRule(queueArn, fifo),
        ...(deadLetterQueueArn === undefined
          ? []
          : [deadLetterQueueRule(deadLetterQueueArn, fifo)]),
        keyRule(encryptionKeyArn),
      ]),
      ...problemsOfCarried(contracts ?? []),
      ...problemsOfPlace('queueArn', placeOf(queueArn), scope),
      ...problemsOfPlace('deadLetterQueueArn', placeOf(deadLetterQueueArn), scope),
    ]);
    super(scope, id);
    this.fifo = fifo;
    this.contracts = contracts;
    const key = encryptionKeyArn && Key.fromKeyArn(this, 'EncryptionKey', encryptionKeyArn);
    this.encryptionKey = key || undefined;
    const queue = this.imported('Queue', queueArn, fifo);
    this.queue = queue;
    this.queueArn = queue.queueArn;
    this.queueUrl = queue.queueUrl;
    this.deadLetterQueue =
      deadLetterQueueArn === undefined
        ? undefined
        : this.imported('DeadLetters', deadLetterQueueArn, fifo);
    this.required = new RequiredStatements(this, attributes.policyOwner);
    const grants = new WorkQueueGrants(this, queue, this.required);
    this.grants = grants;
    this.receiver = new OneReceiver(this, queue, grants.granted);
  }

  bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    return this.receiver.bind(scope, request);
  }

  requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }

  private imported(id: string, queueArn: string, fifo: boolean): IQueue {
    return Queue.fromQueueAttributes(this, id, {
      queueArn,
      fifo,
      keyArn: this.encryptionKey?.keyArn,
    });
  }
}

import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import {
  type OpenedKeys,
  type PolicyOwner,
  type RequiredStatement,
  RequiredStatements,
} from '../../policies';
import { problemsOfPlace, problemsOfRules } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { countReceiver } from '../channel/count-receivers';
import type { ITopicChannel } from '../channel/i-topic-channel';
import {
  deadLetterQueueRule,
  keyRule,
  noDeadLetterQueueRule,
  placeOf,
  topicKindRule,
  topicRule,
} from '../channel/imported-rules';
import { problemsOfFilterAttributes } from './filter-attributes';
import { openedKeys } from './made-topic';
import { TopicGrants } from './topic-grants';
import { bindToTopic } from './topic-wiring';

/**
 * What another app has to know of a topic to subscribe to it and publish on it. The owner's side is
 * `topic.attributes`.
 */
export interface TopicAttributes {
  /**
   * The ARN of the topic.
   */
  readonly topicArn: string;

  /**
   * Whether it is a FIFO topic. Where the ARN is known only when it is deployed, this alone tells
   * the two kinds apart.
   *
   * @default - as the class says that imports it
   */
  readonly fifo?: boolean;

  /**
   * The ARN of the queue that keeps what SNS could not deliver of it; it admits the topic. A standard
   * topic has one. A FIFO topic has none: each of its subscriptions has its own.
   *
   * @default - none: a FIFO topic
   */
  readonly deadLetterQueueArn?: string;

  /**
   * The ARN of the key that the topic is encrypted with; the queues of its subscriptions stand
   * under it too unless they are given their own.
   *
   * @default - the topic has no customer-managed key
   */
  readonly encryptionKeyArn?: string;

  /**
   * What it carries; other contracts are refused.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * The fields of the data that producers publish as message attributes: subscriptions filter on
   * these, `source` and `type`.
   *
   * @default - subscriptions filter on the body
   */
  readonly filterAttributes?: string[];

  /**
   * Who extends the policies of producers that this app only imports. (Those of the topic itself
   * admit its subscriptions already.)
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * A topic of another app. Its owner's policies admit its subscriptions already, so nothing of it
 * has to be extended.
 */
export class ImportedTopic extends Construct implements ITopicChannel {
  readonly fifo?: boolean;
  readonly topicArn: string;
  readonly topic: ITopic;
  readonly contracts?: EventContract[];
  readonly encryptionKey?: IKey;
  readonly deadLetterQueue?: IQueue;
  readonly filterAttributes?: string[];
  readonly grants: IPublishGrants;
  private readonly required: RequiredStatements;
  private readonly keys: OpenedKeys;

  constructor(scope: Construct, id: string, attributes: TopicAttributes, fifo: boolean) {
    const { topicArn, deadLetterQueueArn, encryptionKeyArn, contracts } = attributes;
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([
        topicRule(topicArn, fifo),
        topicKindRule(attributes.fifo, fifo),
        fifo ? noDeadLetterQueueRule(deadLetterQueueArn) : deadLetterQueueRule(deadLetterQueueArn),
        keyRule(encryptionKeyArn),
      ]),
      ...problemsOfCarried(contracts ?? []),
      ...problemsOfFilterAttributes(attributes.filterAttributes),
      ...problemsOfPlace('topicArn', placeOf(topicArn), scope),
      ...problemsOfPlace('deadLetterQueueArn', placeOf(deadLetterQueueArn), scope),
    ]);
    super(scope, id);
    this.fifo = fifo;
    this.topicArn = topicArn;
    this.contracts = contracts;
    this.filterAttributes = attributes.filterAttributes;
    this.topic = Topic.fromTopicArn(this, 'Topic', topicArn);
    this.deadLetterQueue = deadLetterQueueArn
      ? Queue.fromQueueAttributes(this, 'DeadLetters', { queueArn: deadLetterQueueArn, fifo })
      : undefined;
    const key = encryptionKeyArn && Key.fromKeyArn(this, 'EncryptionKey', encryptionKeyArn);
    this.encryptionKey = key || undefined;
    this.required = new RequiredStatements(this, attributes.policyOwner);
    this.grants = new TopicGrants(this, this.required);
    this.keys = openedKeys(this.encryptionKey);
  }

  bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    countReceiver(this);
    const { topicArn, deadLetterQueue: undelivered, encryptionKey, keys, filterAttributes } = this;
    const topic = { topicArn, undelivered, encryptionKey, keys, filterAttributes };
    return bindToTopic(scope, request, topic);
  }

  requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FifoThroughputScope, type ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EventContract } from '../contracts';
import { type RequiredStatement, RequiredStatements } from '../policies';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from './channel';
import type { ITopicChannel } from './i-topic-channel';
import { ImportedTopic, type TopicAttributes } from './imported-topic';
import { type MadeTopic, madeTopic, refuseTopic } from './made-topic';
import { TopicGrants } from './topic-grants';
import type { TopicProps } from './topic-props';
import { bindToTopic } from './topic-wiring';

/**
 * How a FIFO topic is made.
 */
export interface FifoTopicProps extends TopicProps {
  /**
   * Whether each key has a throughput of its own, up to the limits of the region. Duplicates are
   * then found among the events of one key: an event that is published again keeps its
   * `partitionkey`. With `false` they are found on the whole topic, which takes 3,000 messages a
   * second.
   *
   * @default true
   */
  readonly highThroughput?: boolean;
}

/**
 * An SNS FIFO topic, for strict order: the events of one key (the CloudEvent's `partitionkey`) reach
 * every consumer in the order in which they were published, and an event that is published again
 * within five minutes (the same `source`, `id` and key) is not delivered again. `toPublishInput` of
 * `cdk-spillway/runtime` makes the message group and the deduplication id from these, and refuses an
 * event without `partitionkey`, as SNS would.
 *
 * Its subscriptions have FIFO queues. A consumer that can't process an event decides by `onPoison`
 * of the subscription what becomes of the order: see `OnPoison`. Keep keys many and small (an order,
 * a customer): a key is handled by one consumer at a time.
 */
export class FifoTopic extends Construct implements ITopicChannel {
  /**
   * A FIFO topic of another app, by the attributes that its owner gives (`topic.attributes`).
   */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: TopicAttributes,
  ): ITopicChannel {
    return new ImportedTopic(scope, id, attributes, true);
  }

  /**
   * It keeps the order of each key.
   */
  public readonly fifo?: boolean = true;

  /**
   * Its ARN, which ends in `.fifo`.
   */
  public readonly topicArn: string;

  /**
   * The topic for CDK's own constructs.
   */
  public readonly topic: ITopic;

  /**
   * What it carries.
   */
  public readonly contracts?: EventContract[];

  /**
   * Its customer-managed key.
   */
  public readonly encryptionKey?: IKey;

  /**
   * What SNS could not deliver to its subscriptions: reason `undelivered`. A FIFO queue.
   */
  public readonly deadLetterQueue?: IQueue;

  /**
   * The fields of the data that its subscriptions filter on as message attributes, beside `source`
   * and `type`: what producers give to `toPublishInput` as `dataAttributes`.
   *
   * @default - its subscriptions filter on the body
   */
  public readonly filterAttributes?: string[];

  /**
   * Who may publish on it.
   */
  public readonly grants: IPublishGrants;

  private readonly required: RequiredStatements;
  private readonly made: MadeTopic;

  constructor(scope: Construct, id: string, props: FifoTopicProps = {}) {
    refuseTopic(scope, id, props);
    super(scope, id);
    this.contracts = props.contracts;
    this.filterAttributes = props.filterAttributes;
    this.encryptionKey = props.encryptionKey;
    this.required = new RequiredStatements(this, props.policyOwner);
    const { TOPIC, MESSAGE_GROUP } = FifoThroughputScope;
    const throughputScope = props.highThroughput === false ? TOPIC : MESSAGE_GROUP;
    this.made = madeTopic(this, props, { fifo: { throughputScope } }, this.required);
    this.topic = this.made.topic;
    this.topicArn = this.made.topicArn;
    this.deadLetterQueue = this.made.undelivered;
    this.grants = new TopicGrants(this, this.required);
  }

  /**
   * What another app needs to subscribe to this topic: `FifoTopic.fromAttributes`.
   */
  public get attributes(): TopicAttributes {
    return {
      topicArn: this.topicArn,
      deadLetterQueueArn: this.made.undelivered.queueArn,
      encryptionKeyArn: this.encryptionKey?.keyArn,
      contracts: this.contracts,
      filterAttributes: this.filterAttributes,
    };
  }

  public bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    return bindToTopic(scope, request, this.made);
  }

  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FifoThroughputScope, type ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EventContract } from '../../contracts';
import { type RequiredStatement, RequiredStatements } from '../../policies';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { countReceiver } from '../channel/count-receivers';
import type { ITopicChannel } from '../channel/i-topic-channel';
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
 * That is not exactly once. AWS promises this under four conditions: the queue lets SNS in, its
 * consumer deletes a message before the visibility timeout is over, no network failure swallows an
 * acknowledgement, and the subscription has no filter. With one, it says, FIFO topics "support
 * at-most-once delivery, as messages can be filtered out". Every subscription here has a filter, that
 * of `contract.all()` too (source and type), so that a consumer gets nothing that it did not ask for.
 * No page says that an event which the filter takes may be lost, and one that can't be delivered is
 * kept in `undeliveredQueue`; but what is promised is no more than this. Source:
 * https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html
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
   * Undefined: each subscription has a FIFO queue of its own for what SNS could not deliver to it,
   * `subscription.undeliveredQueue`. In one for all, of an event that two of them did not get SQS
   * would drop the second copy.
   *
   * @default - each subscription has its own
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
    this.grants = new TopicGrants(this, this.required);
  }

  /**
   * What another app needs to subscribe to this topic: `FifoTopic.fromAttributes`.
   */
  public get attributes(): TopicAttributes {
    return {
      topicArn: this.topicArn,
      fifo: true,
      encryptionKeyArn: this.encryptionKey?.keyArn,
      contracts: this.contracts,
      filterAttributes: this.filterAttributes,
    };
  }

  public bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    countReceiver(this);
    return bindToTopic(scope, request, this.made);
  }

  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }
}

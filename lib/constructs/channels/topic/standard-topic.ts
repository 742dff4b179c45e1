import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
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
 * An SNS standard topic, for low latency. The producer publishes the CloudEvent as the message
 * (`toPublishInput` of `cdk-spillway/runtime`); each subscription's filters look into it, or at its
 * message attributes with `filterAttributes`, and its queue gets it as it was published. What SNS
 * can't deliver goes to the topic's dead-letter queue.
 *
 * Beside a bus it has no archive, and IAM can't tell one event type from another. A filter is short:
 * SNS takes 5 fields and 150 combinations of their values, and a subscription with more is refused.
 * A topic takes 200 filter policies, one a subscription, unless AWS raises that quota.
 */
export class StandardTopic extends Construct implements ITopicChannel {
  /**
   * A topic of another app, by the attributes that its owner gives (`topic.attributes`).
   */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: TopicAttributes,
  ): ITopicChannel {
    return new ImportedTopic(scope, id, attributes, false);
  }

  /**
   * Its ARN.
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
   * What SNS could not deliver to its subscriptions: reason `undelivered`.
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

  constructor(scope: Construct, id: string, props: TopicProps = {}) {
    refuseTopic(scope, id, props);
    super(scope, id);
    this.contracts = props.contracts;
    this.filterAttributes = props.filterAttributes;
    this.encryptionKey = props.encryptionKey;
    this.required = new RequiredStatements(this, props.policyOwner);
    this.made = madeTopic(this, props, {}, this.required);
    this.topic = this.made.topic;
    this.topicArn = this.made.topicArn;
    this.deadLetterQueue = this.made.undelivered;
    this.grants = new TopicGrants(this, this.required);
  }

  /**
   * What another app needs to subscribe to this topic: `StandardTopic.fromAttributes`.
   */
  public get attributes(): TopicAttributes {
    return {
      topicArn: this.topicArn,
      fifo: false,
      deadLetterQueueArn: this.deadLetterQueue?.queueArn,
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

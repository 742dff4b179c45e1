import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type CfnTopic, type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import type { EventContract } from '../contracts';
import {
  from,
  letServiceSend,
  OpenedKeys,
  openKeyToQueues,
  openKeyToTopics,
  type PolicyOwner,
  problemsOfKey,
  type RequiredStatement,
  RequiredStatements,
} from '../policies';
import { deadLetterQueue, keep, validateQueue } from '../queues';
import { problemsOfRules, removalRule } from '../validation';
import { problemsOfCarried } from './carried';
import type { IPublishGrants, SubscriptionBinding, SubscriptionRequest } from './channel';
import { validateTopic } from './finished-topic';
import type { IStandardTopic } from './i-standard-topic';
import { ImportedStandardTopic, type StandardTopicAttributes } from './imported-standard-topic';
import { TopicGrants } from './topic-grants';
import { bindToTopic } from './topic-wiring';

/**
 * How a standard topic is made.
 */
export interface StandardTopicProps {
  /**
   * What it carries; other contracts are refused by subscriptions and grants.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * A customer-managed key for the topic and its dead-letter queue. Producers are granted its use
   * with `grants.publish`.
   *
   * @default - the key that AWS manages for SNS (alias/aws/sns), and SSE-SQS for the queue; the
   * producers then have to be of this account
   */
  readonly encryptionKey?: IKey;

  /**
   * What happens to the topic and its dead-letter queue when they are replaced or the stack is
   * deleted.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Who extends the policies of a key and of producers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * An SNS standard topic, for low latency. The producer publishes the CloudEvent as the message
 * (`toPublishInput` of `cdk-spillway/runtime`); each subscription's filters look into it, and its
 * queue gets it as it was published. What SNS can't deliver goes to the topic's dead-letter queue.
 *
 * Beside a bus it has no archive, and IAM can't tell one event type from another. A filter is short:
 * SNS takes 5 fields and 150 combinations of their values, and a subscription with more is refused.
 * A topic takes 200 filter policies, one a subscription, unless AWS raises that quota.
 */
export class StandardTopic extends Construct implements IStandardTopic {
  /**
   * A topic of another app, by the attributes that its owner gives (`topic.attributes`).
   */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: StandardTopicAttributes,
  ): IStandardTopic {
    return new ImportedStandardTopic(scope, id, attributes);
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
   * Who may publish on it.
   */
  public readonly grants: IPublishGrants;

  private readonly required: RequiredStatements;
  private readonly undelivered: Queue;
  private readonly keys: OpenedKeys;

  constructor(scope: Construct, id: string, props: StandardTopicProps = {}) {
    const { contracts, encryptionKey, removalPolicy = keep } = props;
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([removalRule(props.removalPolicy)]),
      ...problemsOfCarried(contracts ?? []),
      ...problemsOfKey('encryptionKey', encryptionKey, scope),
    ]);
    super(scope, id);
    this.contracts = contracts;
    this.encryptionKey = encryptionKey;
    this.required = new RequiredStatements(this, props.policyOwner);
    this.topic = this.makeTopic(removalPolicy);
    this.topicArn = this.topic.topicArn;
    this.undelivered = this.makeDeadLetterQueue(removalPolicy);
    this.deadLetterQueue = this.undelivered;
    if (encryptionKey) {
      this.required.require(
        ...openKeyToQueues('sns.amazonaws.com', encryptionKey),
        ...openKeyToTopics(encryptionKey),
      );
    }
    this.keys = new OpenedKeys('sns.amazonaws.com', encryptionKey ? [encryptionKey] : []);
    this.grants = new TopicGrants(this, this.required);
  }

  /**
   * What another app needs to subscribe to this topic: `StandardTopic.fromAttributes`.
   */
  public get attributes(): StandardTopicAttributes {
    return {
      topicArn: this.topicArn,
      deadLetterQueueArn: this.undelivered.queueArn,
      encryptionKeyArn: this.encryptionKey?.keyArn,
      contracts: this.contracts,
    };
  }

  public bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    const { topicArn, undelivered, keys } = this;
    return bindToTopic(scope, request, { topicArn, undelivered, keys });
  }

  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }

  private makeTopic(removalPolicy: RemovalPolicy): Topic {
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.applyRemovalPolicy(removalPolicy);
    const resource = topic.node.defaultChild as CfnTopic;
    const key = this.encryptionKey?.keyArn ?? 'alias/aws/sns';
    resource.kmsMasterKeyId = key;
    this.node.addValidation({ validate: () => validateTopic(resource, key) });
    return topic;
  }

  private makeDeadLetterQueue(removalPolicy: RemovalPolicy): Queue {
    const { encryptionKey } = this;
    const queue = deadLetterQueue(this, 'DeadLetters', { encryptionKey, removalPolicy });
    letServiceSend('sns.amazonaws.com', queue, {
      conditions: from(this.topicArn, this),
      purpose: 'keeping what could not be delivered',
    });
    this.node.addValidation({
      validate: () => validateQueue(queue, { encryptionKey, receives: true }),
    });
    return queue;
  }
}

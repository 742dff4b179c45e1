import type { RemovalPolicy } from 'aws-cdk-lib';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import type { EventContract, EventFilter } from '../../contracts';
import type { RequiredStatement } from '../../policies';

/**
 * What a consumer finds in its queue.
 */
export enum Envelope {
  /**
   * The CloudEvent alone: its `id`, `source`, `type`, `time` and `data`.
   */
  CLOUD_EVENT = 'cloud-event',

  /**
   * EventBridge's own envelope (`account`, `region`, `detail-type` ...) with the CloudEvent in
   * `detail`.
   */
  EVENTBRIDGE = 'eventbridge',
}

/**
 * What a subscription asks of its channel.
 */
export interface SubscriptionRequest {
  /**
   * Which events it wants.
   */
  readonly events: EventFilter[];

  /**
   * Where they go.
   */
  readonly queue: IQueue;

  /**
   * What the consumer finds in the queue.
   */
  readonly envelope: Envelope;

  /**
   * The customer-managed key that the queue stands under, to be opened to the channel.
   *
   * @default - none
   */
  readonly encryptionKey?: IKey;

  /**
   * What happens to a queue that the channel makes for this subscription alone when the stack is
   * deleted.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * What a channel answers.
 */
export interface SubscriptionBinding {
  /**
   * Where the channel puts an event that it could not deliver to the queue.
   *
   * @default - nowhere: the producer sends to the queue itself and is told of a failure
   */
  readonly undeliveredQueue?: IQueue;

  /**
   * What could not be added to the policies of imported queues and keys, for their owners to add.
   */
  readonly requiredStatements: RequiredStatement[];
}

/**
 * Who may publish on a channel.
 */
export interface IPublishGrants {
  /**
   * Lets a producer publish events of these contracts. On a bus nothing else: no other source, no
   * other type; a batch (PutEvents) may hold entries of one source only, because IAM judges it as a
   * whole. SNS and SQS tell no event from another: there the contracts are named for the reader.
   *
   * @param grantee the producer: a role, a function, a user
   * @param contracts what it may publish: at least one, each carried by the channel
   * @throws an error where the grantee's policy can't be extended, unless the channel was told
   * `policyOwner: PolicyOwner.ELSEWHERE`
   */
  publish(grantee: IGrantable, ...contracts: EventContract[]): Grant;

  /**
   * Lets a producer send whatever the channel carries. On a bus these are its contracts, which have
   * to be declared; SNS and SQS tell no event from another, so there it is anything.
   *
   * @param grantee the producer: a role, a function, a user
   * @throws an error where the grantee's policy can't be extended, unless the channel was told
   * `policyOwner: PolicyOwner.ELSEWHERE`
   */
  send(grantee: IGrantable): Grant;
}

/**
 * Where events travel, from producers to subscriptions.
 */
export interface IChannel extends IConstruct {
  /**
   * What it carries; others are refused.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * The customer-managed key of what it keeps; the queues of its subscriptions stand under it too
   * unless they are given their own.
   *
   * @default - none
   */
  readonly encryptionKey?: IKey;

  /**
   * What it could not deliver, of all its subscriptions. Of a channel that is a queue, what its
   * consumer could not process.
   *
   * @default - each subscription has its own
   */
  readonly deadLetterQueue?: IQueue;

  /**
   * Whether it keeps the order of each key, so that its subscriptions have FIFO queues.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * The queue that it is, where it is one: its one subscription consumes from there.
   *
   * @default - each subscription has a queue of its own
   */
  readonly queue?: IQueue;

  /**
   * Who may publish on it.
   */
  readonly grants: IPublishGrants;

  /**
   * Connects a subscription's queue. Called by `Subscription`, within whose scope the channel makes
   * what it needs.
   *
   * @param scope the subscription
   * @param request what it wants
   */
  bindSubscription(scope: Construct, request: SubscriptionRequest): SubscriptionBinding;

  /**
   * What has to be added to policies that this app can't extend; each is a stack output as well.
   * Empty unless `policyOwner` is `PolicyOwner.ELSEWHERE`.
   */
  requiredStatements(): RequiredStatement[];
}

import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { EventContract } from '../../contracts';
import type { PolicyOwner } from '../../policies';

/**
 * How a topic is made.
 */
export interface TopicProps {
  /**
   * What it carries; other contracts are refused by subscriptions and grants.
   *
   * @default - not declared: any contract
   */
  readonly contracts?: EventContract[];

  /**
   * Makes the topic's subscriptions filter on message attributes instead of the body: on the event's
   * `source` and `type`, which producers publish as attributes in any case, and on these fields of
   * its `data`, such as `shipTo.country`, which they publish as `dataAttributes` of `toPublishInput`.
   * At most 8 fields, each named once. An empty list means `source` and `type` alone.
   *
   * SNS charges a filter on the body by the data that it scans, a filter on attributes nothing. In
   * return every producer has to publish the attributes: an event without them reaches nobody who
   * asks for them, and a `where` on any other field is refused, as are texts with quotation marks or
   * backslashes and two filters of one subscription that overlap.
   *
   * @default - subscriptions filter on the body, on whatever field they name
   * @see https://aws.amazon.com/sns/pricing/
   */
  readonly filterAttributes?: string[];

  /**
   * A customer-managed key for the topic and its dead-letter queue, of a FIFO topic for those of its
   * subscriptions. Producers are granted its use with `grants.publish`.
   *
   * @default - the key that AWS manages for SNS (alias/aws/sns), and SSE-SQS for the queue; the
   * producers then have to be of this account
   */
  readonly encryptionKey?: IKey;

  /**
   * What happens to the topic and, unless it is FIFO, its dead-letter queue when they are replaced or
   * the stack is deleted. Those of subscriptions have that of the subscription.
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

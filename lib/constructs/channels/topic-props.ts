import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { EventContract } from '../contracts';
import type { PolicyOwner } from '../policies';

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

import type { RemovalPolicy } from 'aws-cdk-lib';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IChannel } from '../channels';
import type { EventContract } from '../contracts';
import type { PolicyOwner } from '../policies';
import type { ApiAuthorization } from './api-authorization';

/**
 * Who may put events in by HTTP, and how many.
 */
export interface IngestApiProps {
  /**
   * Where the events go: a `ClassicBus`, or an `OrderIngestion` on one.
   */
  readonly to: IChannel;

  /**
   * Which events it takes, each at `POST /<eventType>`. Two of one event type can't be told apart.
   *
   * @default - all that the channel lists
   */
  readonly contracts?: EventContract[];

  /**
   * How a caller is told to be one.
   *
   * @default ApiAuthorization.iam()
   */
  readonly authorization?: ApiAuthorization;

  /**
   * How many requests a second it takes in the long run, of all callers together: above 0, at most
   * what the account has in the region (10,000 unless AWS raised it). More are answered with 429.
   *
   * @default 1000
   */
  readonly rateLimit?: number;

  /**
   * How many requests it takes at one moment, above 0 (an account has 5,000 unless AWS raised it):
   * the bucket that `rateLimit` refills.
   *
   * @default 2000
   */
  readonly burstLimit?: number;

  /**
   * The largest body, 1 to 1000 kilobytes (of 1000 characters), also of a batch as a whole. Larger
   * ones are answered with 413.
   * An event near PutEvents' own limit may not fit a queue once it is wrapped in an envelope or
   * dead-lettered with its error.
   *
   * @default - 900 kilobytes
   */
  readonly maxBodyKilobytes?: number;

  /**
   * Where a line a request is written: who, when, what answer; nothing of the body.
   *
   * @default - a log group of its own, kept for a year
   */
  readonly accessLogGroup?: ILogGroup;

  /**
   * What happens to the log group when the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Lets API Gateway write logs in this account and region, a setting of the whole account that it
   * needs once. If nobody has made it, the first deployment fails and says so. On one API only; role and setting stay when the stack is
   * deleted.
   *
   * @default false
   */
  readonly accountLogging?: boolean;

  /**
   * Who extends the policies of callers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IChannel } from './channel';

/**
 * An SNS topic, standard or FIFO, wherever it comes from.
 */
export interface ITopicChannel extends IChannel {
  /**
   * Its ARN.
   */
  readonly topicArn: string;

  /**
   * The topic for CDK's own constructs.
   */
  readonly topic: ITopic;

  /**
   * The fields of the data that producers publish as message attributes; its subscriptions filter
   * on these, `source` and `type`.
   *
   * @default - its subscriptions filter on the body
   */
  readonly filterAttributes?: string[];
}

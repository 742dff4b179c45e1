import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IChannel } from './channel';

/**
 * An SNS standard topic, wherever it comes from.
 */
export interface IStandardTopic extends IChannel {
  /**
   * Its ARN.
   */
  readonly topicArn: string;

  /**
   * The topic for CDK's own constructs.
   */
  readonly topic: ITopic;
}

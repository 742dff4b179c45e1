import type { IChannel } from './channel';

/**
 * A work queue, wherever it comes from.
 */
export interface IQueueChannel extends IChannel {
  /**
   * The ARN of the queue.
   */
  readonly queueArn: string;

  /**
   * The URL of the queue, for `toSendMessageInput`.
   */
  readonly queueUrl: string;
}

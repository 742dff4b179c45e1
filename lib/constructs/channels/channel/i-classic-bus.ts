import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IChannel } from './channel';

/**
 * An EventBridge Classic bus (`AWS::Events`), wherever it comes from.
 */
export interface IClassicBus extends IChannel {
  /**
   * Its name.
   */
  readonly busName: string;

  /**
   * Its ARN, made from the name: using it brings no reference between stacks.
   */
  readonly busArn: string;

  /**
   * The bus for CDK's own constructs.
   */
  readonly eventBus: IEventBus;
}

import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import { type Permission, permit, type RequiredStatements } from '../../policies';
import { problemsOfNamed } from '../channel/carried';
import type { IPublishGrants } from '../channel/channel';
import type { ITopicChannel } from '../channel/i-topic-channel';

/**
 * IAM knows no source and no type of a message: whoever may publish on a topic may publish anything
 * there. The contracts are named for the reader, and for the day when the channel is a bus.
 */
export class TopicGrants implements IPublishGrants {
  constructor(
    private readonly channel: ITopicChannel,
    private readonly required: RequiredStatements,
  ) {}

  publish(grantee: IGrantable, ...contracts: EventContract[]): Grant {
    const { node, contracts: carried } = this.channel;
    refuse(`${node.path} grants.publish`, problemsOfNamed('contracts', contracts, carried));
    return this.send(grantee);
  }

  send(grantee: IGrantable): Grant {
    return this.permissions()
      .map((permission) => permit(grantee, permission, this.required).grant)
      .reduce((all, grant) => all.combine(grant));
  }

  /**
   * SNS uses the key in the producer's name, for messages of the topic that it tells KMS. Sources:
   * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html and, for the encryption
   * context, https://docs.aws.amazon.com/gamelift/latest/developerguide/queue-notification.html
   */
  private permissions(): Permission[] {
    const { topicArn, encryptionKey } = this.channel;
    const publish = { actions: ['sns:Publish'], resource: topicArn, purpose: 'publishing events' };
    if (!encryptionKey) return [publish];
    return [
      publish,
      {
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resource: encryptionKey.keyArn,
        conditions: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topicArn } },
        purpose: 'publishing on a topic under this key',
      },
    ];
  }
}

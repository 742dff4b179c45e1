import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import { permit, type RequiredStatements, sendTo } from '../../policies';
import { problemsOfNamed } from '../channel/carried';
import type { IChannel, IPublishGrants } from '../channel/channel';

/** IAM knows no source and no type of a message: who may send to a queue may send anything there. */
export class WorkQueueGrants implements IPublishGrants {
  /** What producers were granted by its name. */
  readonly granted: EventContract[] = [];

  constructor(
    private readonly channel: IChannel,
    private readonly queue: IQueue,
    private readonly required: RequiredStatements,
  ) {}

  publish(grantee: IGrantable, ...contracts: EventContract[]): Grant {
    const { node, contracts: carried } = this.channel;
    refuse(`${node.path} grants.publish`, problemsOfNamed('contracts', contracts, carried));
    this.granted.push(...contracts);
    return this.send(grantee);
  }

  send(grantee: IGrantable): Grant {
    return sendTo(this.queue)
      .map((one) => permit(grantee, { ...one, purpose: 'sending events' }, this.required).grant)
      .reduce((all, grant) => all.combine(grant));
  }
}

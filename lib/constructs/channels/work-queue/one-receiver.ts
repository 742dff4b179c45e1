import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describeProblem, refuse } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';
import type { IChannel, SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { kindOfChannel } from '../channel/kind-of-channel';
import { problemsOfLeftOut } from '../channel/left-out';
import { usesOf } from '../channel/queue-uses';
import { problemsOfWishes } from '../channel/refused-wishes';

/**
 * A queue needs nothing made to be consumed from. What can be wrong is a second subscription, which
 * would take events from the first, also by another import of the queue; and a producer that may send
 * what the subscription doesn't name, whichever of the two comes first in the code.
 */
export class OneReceiver {
  constructor(
    private readonly channel: IChannel,
    private readonly queue: IQueue,
    private readonly granted: readonly EventContract[],
  ) {}

  bind(scope: Construct, { events }: SubscriptionRequest): SubscriptionBinding {
    const kind = kindOfChannel(this.channel);
    const first = usesOf(scope, this.queue).find(({ isChannel }) => isChannel);
    if (first && kind) {
      const given = `a second subscription given beside ${first.by.node.path}`;
      const second = { needs: 'severalSubscriptions', prop: 'from', given } as const;
      refuse(scope.node.path, problemsOfWishes(kind, [second]));
    }
    scope.node.addValidation({
      validate: () => {
        const prop = 'events, beside what grants.publish allows';
        const problems = kind ? problemsOfLeftOut(kind, this.granted, events, prop) : [];
        return problems.map(describeProblem);
      },
    });
    return { requiredStatements: [] };
  }
}

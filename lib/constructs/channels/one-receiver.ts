import type { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import type { IChannel, SubscriptionBinding } from './channel';
import { kindOfChannel } from './kind-of-channel';
import { problemsOfWishes } from './refused-wishes';

/**
 * A queue needs nothing made to be consumed from; all that can be wrong is a second subscription,
 * which would take events from the first.
 */
export class OneReceiver {
  private first?: Construct;

  constructor(private readonly channel: IChannel) {}

  bind(scope: Construct): SubscriptionBinding {
    const kind = kindOfChannel(this.channel);
    if (this.first && kind) {
      const given = `a second subscription given beside ${this.first.node.path}`;
      const second = { needs: 'severalSubscriptions', prop: 'from', given } as const;
      refuse(scope.node.path, problemsOfWishes(kind, [second]));
    }
    this.first = scope;
    return { requiredStatements: [] };
  }
}

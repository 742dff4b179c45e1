import { Validations } from 'aws-cdk-lib';
import type { DiagnosticId } from '../../../core/diagnostics';
import { receivers } from '../../../core/limits/receivers';
import type { IChannel } from './channel';
import { kindOfChannel } from './kind-of-channel';

const counts = new WeakMap<IChannel, number>();

/**
 * Counts the subscriptions of a channel in this app and warns once, at nine tenths of the quota: AWS
 * refuses what is over it only when it is deployed. Other apps may have some, too.
 */
export function countReceiver(channel: IChannel): void {
  const count = (counts.get(channel) ?? 0) + 1;
  counts.set(channel, count);
  const kind = kindOfChannel(channel);
  const limit = kind && kind in receivers && receivers[kind as keyof typeof receivers];
  if (!limit || count !== limit.max * 0.9) return;
  const id: DiagnosticId = 'spillway:many-receivers';
  Validations.of(channel).addWarning(
    id,
    `subscriptions: ${count} given; it takes ${limit.max} ${limit.unit} unless AWS raised the quota of the account: ${limit.source}. Have it raised, or spread the contracts over several channels.`,
  );
}

import type { IChannel } from './channel';
import type { IClassicBus } from './i-classic-bus';
import { ofKind } from './of-kind';

/** The Classic bus behind a channel: itself, or what it is composed of. */
export function classicBusOf(channel: IChannel): IClassicBus | undefined {
  return ofKind<IClassicBus>(channel, 'busArn');
}

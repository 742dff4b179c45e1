import type { IChannel } from './channel';
import type { IClassicBus } from './i-classic-bus';

/** The Classic bus behind a channel: itself, or what it is composed of. */
export function classicBusOf(channel: IChannel): IClassicBus | undefined {
  if ('busArn' in channel) return channel as IClassicBus;
  const { channel: inner } = channel as { channel?: IChannel };
  return inner && classicBusOf(inner);
}

import type { IChannel } from './channel';

/**
 * A channel that has a member of its kind, itself or as what it is composed of: an import of the
 * other copy of this library, or a class of another jsii language, is no instance of ours.
 */
export function ofKind<T extends IChannel>(channel: IChannel, member: keyof T): T | undefined {
  if (member in channel) return channel as T;
  const { channel: inner } = channel as { channel?: IChannel };
  return inner && ofKind<T>(inner, member);
}

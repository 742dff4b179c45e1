import type { ChannelNode } from './model';

/** The channel of this name or ARN; without one the only one. */
export function findChannel<T extends ChannelNode>(
  channels: readonly T[],
  kind: 'buses' | 'topics',
  nameOrArn: string | undefined,
): T {
  const byArn = channels.filter(({ arn }) => arn === nameOrArn);
  const byName = channels.filter(({ name }) => nameOrArn === undefined || name === nameOrArn);
  const found = byArn.length > 0 ? byArn : byName; // a bus may be called as another's ARN
  const [channel, ...others] = found;
  if (channel && others.length === 0) return channel;
  const given = nameOrArn === undefined ? 'not given' : JSON.stringify(nameOrArn);
  const known = channels.map(({ name, arn }) => `${name} (${arn})`).join(', ');
  throw new RangeError(
    `channel: ${given}; expected the name or ARN of one of the flow's ${kind}: ${known || 'it has none'}`,
  );
}

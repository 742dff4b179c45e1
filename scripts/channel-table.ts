import {
  type ChannelCapability,
  type ChannelKind,
  channelCapabilities,
} from '../lib/core/limits/channels';

const columns: readonly (readonly [string, (of: ChannelCapability) => string])[] = [
  ['ordering', ({ ordering }) => ordering],
  ['a subscription gets an event', ({ delivery }) => delivery],
  ['it takes', ({ throughput }) => throughput],
  ['latency', ({ latency }) => latency],
  ['receivers', ({ receivers }) => receivers],
  ['a filter holds', ({ filter }) => filter],
  ['a producer is allowed', ({ producers }) => producers],
  ['encryption', ({ encryption }) => encryption],
  ['replay', ({ replay }) => replay],
  ['an event holds', ({ event }) => event],
  ['sources', ({ sources }) => sources.map((url, at) => `[${at + 1}](${url})`).join(' ')],
];

/** A kind of channel as its user makes it. */
export function titleOf(kind: string): string {
  const fifoQueue: ChannelKind = 'FifoWorkQueue';
  return kind === fifoQueue ? '`WorkQueue`, `fifo: true`' : `\`${kind}\``;
}

/** The channels beside each other, a row a question. */
export function channelTable(): string {
  const all: [string, ChannelCapability][] = Object.entries(channelCapabilities);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...all.map(([kind, { service }]) => `${titleOf(kind)} (${service})`)]),
    row(['---', ...all.map(() => '---')]),
    ...columns.map(([title, of]) => row([title, ...all.map(([, channel]) => of(channel))])),
  ].join('\n');
}

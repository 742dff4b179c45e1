import { type ChannelCapability, channelCapabilities } from '../lib/core/limits/channels';

const columns: readonly (readonly [string, (of: ChannelCapability) => string])[] = [
  ['latency', ({ latency }) => latency],
  ['receivers', ({ receivers }) => receivers],
  ['a filter holds', ({ filter }) => filter],
  ['a producer is allowed', ({ producers }) => producers],
  ['replay', ({ replay }) => replay],
  ['an event holds', ({ event }) => event],
  ['sources', ({ sources }) => sources.map((url, at) => `[${at + 1}](${url})`).join(' ')],
];

/** The channels beside each other, a row a question. */
export function channelTable(): string {
  const all: [string, ChannelCapability][] = Object.entries(channelCapabilities);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...all.map(([name, { service }]) => `\`${name}\` (${service})`)]),
    row(['---', ...all.map(() => '---')]),
    ...columns.map(([title, of]) => row([title, ...all.map(([, channel]) => of(channel))])),
  ].join('\n');
}

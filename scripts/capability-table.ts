import {
  type Can,
  type Cannot,
  type Capability,
  channelCapabilities,
} from '../lib/core/limits/channels';
import { titleOf } from './channel-table';

/** What a subscription may ask, as its user writes it. */
const asked: Readonly<Record<Capability, string>> = {
  pull: '`Delivery.pull`',
  push: '`Delivery.push`',
  oneAtATime: '`Delivery.oneAtATime`',
  fairQueue: '`requireFairQueue: true`',
  hold: '`OnPoison.HOLD`',
  where: '`contract.where`',
  eventBridgeEnvelope: '`Envelope.EVENTBRIDGE`',
  severalSubscriptions: 'several subscriptions',
  standardQueue: 'a standard `queue` of yours',
  fifoQueue: 'a FIFO `queue` of yours',
};

/** Every wish to every channel: yes, or the number of the reason below. */
export function capabilityTable(): string {
  const channels = Object.entries(channelCapabilities);
  const reasons: Cannot[] = [];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = Object.entries(asked).map(([capability, wish]) =>
    row([wish, ...channels.map(([, { can }]) => cell(can[capability as Capability], reasons))]),
  );
  return [
    row(['', ...channels.map(([kind]) => titleOf(kind))]),
    row(['---', ...channels.map(() => '---')]),
    ...rows,
    '',
    ...reasons.map(sentence),
  ].join('\n');
}

function cell(can: Can, reasons: Cannot[]): string {
  if (can === true) return 'yes';
  const known = reasons.findIndex(({ why, instead }) => why === can.why && instead === can.instead);
  return `no (${known < 0 ? reasons.push(can) : known + 1})`;
}

function sentence({ why, instead, source }: Cannot, at: number): string {
  return `${at + 1}. ${why.charAt(0).toUpperCase()}${why.slice(1)} ([AWS](${source})). ${instead}`;
}

import type { DiagnosticId, Problem } from '../../../core/diagnostics';
import {
  type Can,
  type Capability,
  type ChannelKind,
  channelCapabilities,
} from '../../../core/limits/channels';

/**
 * What a subscription asks of its channel, where the user typed it, and what is said where the
 * channel can't. Why it can't, and who can, stands in the table of the channels' capabilities.
 */
export interface Wish {
  readonly needs: Capability;
  readonly prop: string;
  readonly given: string;
}

const ids: Readonly<Record<Capability, DiagnosticId>> = {
  pull: 'spillway:delivery',
  push: 'spillway:delivery',
  oneAtATime: 'spillway:delivery',
  fairQueue: 'spillway:fair-queue',
  hold: 'spillway:on-poison',
  where: 'spillway:filter-on-queue',
  eventBridgeEnvelope: 'spillway:envelope',
  severalSubscriptions: 'spillway:one-receiver',
  standardQueue: 'spillway:queue-fifo',
  fifoQueue: 'spillway:queue-fifo',
};

export function problemsOfWishes(kind: ChannelKind, wishes: readonly Wish[]): Problem[] {
  const can: Readonly<Record<Capability, Can>> = channelCapabilities[kind].can;
  return wishes.flatMap(({ needs, prop, given }) => {
    const able = can[needs];
    if (able === true) return [];
    return [{ id: ids[needs], prop, given, expected: able.why, fix: able.instead }];
  });
}

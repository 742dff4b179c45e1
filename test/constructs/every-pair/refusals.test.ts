import { App, Stack } from 'aws-cdk-lib';
import { type Can, type Capability, channelCapabilities } from '../../../lib/core/limits/channels';
import { env } from '../../support/stacks';
import { asks } from './asked';
import { type ChannelName, channelNames } from './axes';
import { channelsOf } from './channels';
import { kindOf, refusals } from './refused';

const capabilities = Object.keys(asks) as Capability[];

/** A work queue is told to hold where it is made: of an import nobody can ask it. */
const isAsked = (channel: ChannelName, how: string, capability: Capability): boolean =>
  capability !== 'hold' || how === 'made' || !kindOf[channel].endsWith('WorkQueue');

const questions = channelNames.flatMap((channel) =>
  ['made', 'imported'].flatMap((how) =>
    capabilities
      .filter((capability) => isAsked(channel, how, capability))
      .map((capability) => ({
        name: `${channel}, ${how}: ${capability}`,
        ask: () => {
          const consumer = new Stack(new App(), 'Consumer', { env });
          const owner = how === 'made' ? consumer : new Stack(new App(), 'Owner', { env });
          const made = channelsOf[channel].make(owner);
          const from = how === 'made' ? made.channel : made.importInto(consumer);
          asks[capability](consumer, from);
        },
        refusal: refusals[kindOf[channel]][capability],
        can: channelCapabilities[kindOf[channel]].can[capability] as Can,
      })),
  ),
);

describe('what a channel is asked for', () => {
  it.each(questions.filter(({ refusal }) => !refusal))('is had of $name', ({ ask }) => {
    expect(ask).not.toThrow();
  });

  it.each(questions.filter(({ refusal }) => refusal))(
    'refuses $name, with the limit and what can instead',
    ({ ask, refusal = [] }) => {
      for (const words of refusal) expect(ask).toThrow(words);
    },
  );

  it.each(questions.filter(({ can }) => can !== true))(
    'refuses $name in the words of the capability table',
    ({ ask, can }) => {
      if (can === true) return;
      expect(ask).toThrow(can.why);
      expect(ask).toThrow(can.instead);
      expect(can.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    },
  );

  it('is refused wherever the capability table says that it can not be, and nowhere else', () => {
    const cannot = Object.entries(channelCapabilities).flatMap(([kind, { can }]) =>
      Object.entries(can).flatMap(([capability, able]) =>
        able === true ? [] : [`${kind} ${capability}`],
      ),
    );
    const listed = Object.entries(refusals).flatMap(([kind, ofKind]) =>
      Object.keys(ofKind).map((capability) => `${kind} ${capability}`),
    );
    expect(listed.sort()).toEqual(cannot.sort());
    expect(listed).toHaveLength(23);
  });
});

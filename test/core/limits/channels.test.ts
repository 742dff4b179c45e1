import { type Can, type Cannot, channelCapabilities } from '../../../lib/core/limits/channels';

const kinds = ['ClassicBus', 'StandardTopic', 'FifoTopic', 'WorkQueue', 'FifoWorkQueue'] as const;

/** Which channel can what, by hand: a changed row is a changed promise. */
const able = {
  pull: [true, true, true, true, true],
  push: [true, true, true, true, true],
  oneAtATime: [true, true, false, true, false],
  fairQueue: [false, true, false, true, false],
  hold: [false, false, true, false, true],
  where: [true, true, true, false, false],
  eventBridgeEnvelope: [true, false, false, false, false],
  severalSubscriptions: [true, true, true, false, false],
  standardQueue: [true, true, false, false, false],
  fifoQueue: [false, false, true, false, false],
};

const cannots: [string, Cannot][] = kinds.flatMap((kind) =>
  Object.entries<Can>(channelCapabilities[kind].can).flatMap(([capability, can]) =>
    can === true ? [] : [[`${kind} ${capability}`, can] as [string, Cannot]],
  ),
);

describe('channelCapabilities', () => {
  it('has the five kinds of channels', () => {
    expect(Object.keys(channelCapabilities)).toEqual(kinds);
  });

  test.each(kinds)('says of a %s what it can, wish by wish', (kind) => {
    const { can } = channelCapabilities[kind];
    const at = kinds.indexOf(kind);
    const expected = Object.entries(able).map(([capability, all]) => [capability, all[at]]);
    const said = Object.entries<Can>(can).map(([capability, one]) => [capability, one === true]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  });

  test.each(cannots)(
    '%s: why, who instead, and the page of AWS that states it',
    (_name, cannot) => {
      expect(Object.keys(cannot)).toEqual(['why', 'instead', 'source']);
      expect(cannot.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html(#\S+)?$/);
      expect(cannot.why).toMatch(/^(SQS|[a-z]).{20,}[^.]$/);
      expect(cannot.instead).toMatch(/^[A-Z].{10,}\.$/);
    },
  );

  test.each(kinds)('a %s has its facts and the pages that state them', (kind) => {
    const { can, sources, ...facts } = channelCapabilities[kind];
    expect(Object.values(facts).filter((fact) => fact.length === 0)).toEqual([]);
    expect(sources.length).toBeGreaterThan(2);
    expect(sources.filter((url) => !url.startsWith('https://'))).toEqual([]);
    expect(new Set(sources).size).toBe(sources.length);
    expect(Object.keys(can)).toHaveLength(10);
  });

  it('claims no more of a message group on a bus than AWS documents', () => {
    const { fairQueue, fifoQueue } = channelCapabilities.ClassicBus.can;
    for (const { why, source } of [fairQueue, fifoQueue]) {
      expect(why).toContain('as far as AWS documents it');
      expect(source).toMatch(/API_SqsParameters\.html$/);
    }
  });

  it('names the dialect of every channel that filters, and of no other', () => {
    const dialects = kinds.map((kind) => {
      const channel = channelCapabilities[kind];
      return 'dialect' in channel ? channel.dialect : undefined;
    });
    expect(dialects).toEqual(['eventbridge', 'sns-body', 'sns-body', undefined, undefined]);
  });
});

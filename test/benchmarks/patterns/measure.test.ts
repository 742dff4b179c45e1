import { type Contender, contenderOf } from '../../../benchmarks/patterns/contenders';
import { measure, median } from '../../../benchmarks/patterns/measure';

const plan = { rounds: 3, events: 100, secondsPerTurn: 1 };

/** Handles so many events a second, says so without doing it, and writes down each turn. */
function paced(name: string, eventsPerSecond: number, log: string[] = []): Contender {
  const events = Array.from({ length: 1000 }, () => '{}');
  const contender = contenderOf({ name, exact: true, prepare: () => () => 1 }, events);
  const turn = async (upTo: number) => {
    log.push(name);
    return { events: upTo, seconds: upTo / eventsPerSecond, matched: upTo };
  };
  return { ...contender, turn };
}

describe('measure', () => {
  it('gives medians, the ratio and the figures of every round', async () => {
    const [fast, slow] = await measure(
      [paced('fast', 3000), paced('slow', 50)],
      paced('baseline', 2000),
      plan,
    );

    expect(fast).toEqual({
      engine: 'fast',
      eventsPerSecond: 3000,
      jsonParsePerSecond: 2000,
      ratio: 1.5,
      rounds: {
        events: 100,
        matched: 100,
        eventsPerSecond: [3000, 3000, 3000],
        jsonParsePerSecond: [2000, 2000, 2000],
      },
    });
    expect(slow?.rounds.events).toBe(50);
  });

  it('gives the baseline a turn before each turn of an engine', async () => {
    const log: string[] = [];
    await measure([paced('a', 900, log), paced('b', 900, log)], paced('base', 900, log), plan);

    const round = ['base', 'a', 'base', 'b'];
    expect(log.slice(-12)).toEqual([...round, ...round, ...round]);
  });

  it('refuses an engine that counts the same events differently from turn to turn', async () => {
    let matched = 0;
    const fickle = paced('fickle', 900);
    const turn = async (events: number) => ({ events, seconds: events / 900, matched: matched++ });

    const measured = measure([{ ...fickle, turn }], paced('base', 900), plan);
    await expect(measured).rejects.toThrow('fickle counts');
  });
});

describe('median', () => {
  it('is the one in the middle, by size', () => {
    expect(median([10, 2, 33])).toBe(10);
  });
});

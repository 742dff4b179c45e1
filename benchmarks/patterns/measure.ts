/**
 * Two sides in one run: in every round each contender has its turn, and JSON.parse of the same
 * texts one just before it, so that a machine that gets slower does so for both. A ratio is taken
 * within a round; the median of the rounds stands. How many events a turn takes is found in a
 * warm-up, which ends when turns get no faster.
 */
import type { Contender, Turn } from './contenders';

export interface Measured {
  readonly engine: string;
  /** Medians of the rounds, each by itself. */
  readonly eventsPerSecond: number;
  readonly jsonParsePerSecond: number;
  readonly ratio: number;
  readonly rounds: Rounds;
}

/** Every round, in its order. */
export interface Rounds {
  /** Events in one turn of the engine, and how often a rule took one of them. */
  readonly events: number;
  readonly matched: number;
  readonly eventsPerSecond: readonly number[];
  readonly jsonParsePerSecond: readonly number[];
}

export interface Plan {
  readonly rounds: number;
  /** The most events in a turn. */
  readonly events: number;
  /** Fewer events are taken where all of them would last longer. */
  readonly secondsPerTurn: number;
}

interface Lane {
  readonly contender: Contender;
  readonly events: number;
  readonly turns: Turn[];
  readonly baseline: Turn[];
}

export async function measure(
  contenders: readonly Contender[],
  baseline: Contender,
  plan: Plan,
): Promise<Measured[]> {
  const baselineEvents = await warmUp(baseline, plan);
  const lanes: Lane[] = [];
  for (const contender of contenders) {
    lanes.push({ contender, events: await warmUp(contender, plan), turns: [], baseline: [] });
  }
  for (let round = 0; round < plan.rounds; round++) {
    for (const { contender, events, turns, baseline: before } of lanes) {
      before.push(await baseline.turn(baselineEvents));
      turns.push(await contender.turn(events));
    }
  }
  return lanes.map(measuredOf);
}

function measuredOf({ contender, events, turns, baseline }: Lane): Measured {
  const [own, parse] = [turns.map(rateOf), baseline.map(rateOf)];
  const [matched = 0, ...others] = new Set(turns.map((turn) => turn.matched));
  if (others.length > 0) {
    throw new Error(`${contender.name} counts ${matched} and ${others} for the same events`);
  }
  return {
    engine: contender.name,
    eventsPerSecond: median(own),
    jsonParsePerSecond: median(parse),
    ratio: Number(median(own.map((rate, round) => rate / (parse[round] ?? 1))).toPrecision(3)),
    rounds: { events, matched, eventsPerSecond: own, jsonParsePerSecond: parse },
  };
}

/** A turn that is not this much faster than the best before it brings nothing more. */
const faster = 1.03;
const mostTurns = 10;

async function warmUp(contender: Contender, plan: Plan): Promise<number> {
  const events = await sizeOfTurn(contender, plan);
  let best = 0;
  let inVain = 0;
  for (let turn = 0; turn < mostTurns && inVain < 2; turn++) {
    const rate = rateOf(await contender.turn(events));
    inVain = rate < best * faster ? inVain + 1 : 0;
    best = Math.max(best, rate);
  }
  return events;
}

// Twice as many each time, until they last long enough to tell how many fill a turn.
async function sizeOfTurn(contender: Contender, plan: Plan): Promise<number> {
  let events = 1;
  let { seconds } = await contender.turn(events);
  while (seconds < plan.secondsPerTurn / 4 && events < plan.events) {
    events = Math.min(plan.events, events * 2);
    seconds = (await contender.turn(events)).seconds;
  }
  return Math.min(plan.events, Math.ceil((events * plan.secondsPerTurn) / seconds));
}

const rateOf = ({ events, seconds }: Turn) => Number((events / seconds).toPrecision(4));

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

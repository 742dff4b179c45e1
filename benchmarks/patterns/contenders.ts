import type { Count, Engine } from './engines';
import type { Rules } from './rule-sets';

/** One stretch of work. */
export interface Turn {
  readonly events: number;
  readonly seconds: number;
  /** All rules that took one of the events, so that the work can't be left out. */
  readonly matched: number;
}

/** An engine with the events at hand, here or in a process of its own. */
export interface Contender {
  readonly name: string;
  readonly exact: boolean;
  /** @throws Error for a rule that the engine refuses */
  take(rules: Rules): Promise<void>;
  /** How many rules take each of the first so many events. */
  counts(events: number): Promise<number[]>;
  /** Handles the first so many events. */
  turn(events: number): Promise<Turn>;
}

export function contenderOf(engine: Engine, events: readonly string[]): Contender {
  let count: Count = () => 0;
  return {
    name: engine.name,
    exact: engine.exact,
    take: async (rules) => {
      count = engine.prepare(rules);
    },
    counts: async (upTo) => events.slice(0, upTo).map(count),
    turn: async (upTo) => timed(count, events, upTo),
  };
}

/** What everything is measured in: reading the same texts with Node's own reader. */
export function jsonParse(events: readonly string[]): Contender {
  const count: Count = (event) => (JSON.parse(event).type === 'Feature' ? 1 : 0);
  const contender = contenderOf({ name: 'JSON.parse', exact: true, prepare: () => count }, events);
  return { ...contender, turn: async (upTo) => timed(count, events, upTo) };
}

function timed(count: Count, all: readonly string[], events: number): Turn {
  let matched = 0;
  const start = process.hrtime.bigint();
  for (let index = 0; index < events; index++) {
    matched += count(all[index] as string);
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { events, seconds, matched };
}

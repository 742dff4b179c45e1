/** Sides have their turns in one run, each in every round: a machine that gets slower does for all. */
export interface Sides {
  /** Medians of the rounds, by the name of the side. */
  readonly medians: Readonly<Record<string, number>>;
  readonly rounds: Readonly<Record<string, readonly number[]>>;
}

/** What a turn answers stands: a rate, or seconds. */
export function interleave(turns: Readonly<Record<string, () => number>>, rounds: number): Sides {
  const names = Object.keys(turns);
  const found: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      found[name]?.push(Number((turns[name]?.() ?? 0).toPrecision(4)));
    }
  }
  const medians = names.map((name) => [name, median(found[name] ?? [])] as const);
  return { medians: Object.fromEntries(medians), rounds: found };
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** The median of what a side has to another, round by round. */
export function ratioOf({ rounds }: Sides, side: string, other: string): number {
  const own = rounds[side] ?? [];
  return median(own.map((value, round) => value / (rounds[other]?.[round] ?? 1)));
}

export function secondsOf(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** What a step shows: what was done, and what is not as it should be. */
export interface Outcome {
  readonly told: string;
  readonly mismatches: readonly string[];
}

const mostShown = 12;

/** A step that came to no end. */
class BrokenOff extends Error {}

/** Tells of each step as it ends, and counts what is not as it should be. */
export class Report {
  private readonly began = Date.now();
  private steps = 0;
  private mismatches = 0;

  async step<T extends Outcome>(title: string, run: () => Promise<T>): Promise<T> {
    const began = Date.now();
    const outcome = await run().catch((cause: unknown) => {
      throw new BrokenOff(title, { cause });
    });
    this.steps += 1;
    const { told, mismatches } = outcome;
    const took = secondsSince(began);
    if (mismatches.length === 0) console.log(`ok     ${title}: ${told} (${took})`);
    else console.log(`NOT OK ${title}, mismatches: ${mismatches.length} (${took})`);
    this.tell(mismatches);
    return outcome;
  }

  /** What came to no end: nothing after it can be tried. */
  broken(error: unknown): void {
    const [what, why] =
      error instanceof BrokenOff ? [error.message, error.cause] : ['what came between', error];
    console.log(`NOT OK ${what} broke off`);
    this.tell([why instanceof Error ? (why.stack ?? why.message) : String(why)]);
  }

  get isFine(): boolean {
    return this.mismatches === 0;
  }

  /** One line, the last. */
  result(): string {
    const how = this.isFine ? 'ok' : `failed, mismatches: ${this.mismatches}`;
    return `e2e: ${how}; ${this.steps} steps in ${secondsSince(this.began)}`;
  }

  private tell(mismatches: readonly string[]): void {
    this.mismatches += mismatches.length;
    for (const line of mismatches.slice(0, mostShown)) console.log(`       ${line}`);
    const more = mismatches.length - mostShown;
    if (more > 0) console.log(`       and ${more} more`);
  }
}

const secondsSince = (began: number): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;

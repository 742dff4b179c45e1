/**
 * Which rules an event has matched, as bits: several alternatives of a rule mark it once, and the
 * rules come out in their order without being sorted.
 */
export class RuleMarks {
  private readonly words: Uint32Array;
  private lowest = 0;
  private highest = -1;

  constructor(rules: number) {
    this.words = new Uint32Array((rules >> 5) + 1);
  }

  clear(): void {
    if (this.highest >= 0) this.words.fill(0, this.lowest, this.highest + 1);
    this.lowest = this.words.length;
    this.highest = -1;
  }

  mark(rule: number): void {
    const at = rule >> 5;
    this.words[at] = (this.words[at] as number) | (1 << (rule & 31));
    if (at < this.lowest) this.lowest = at;
    if (at > this.highest) this.highest = at;
  }

  /** Those of the items, one a rule, whose rules are marked. */
  pick<T>(items: readonly T[]): T[] {
    const picked: T[] = [];
    for (let at = this.lowest; at <= this.highest; at += 1) {
      for (let word = this.words[at] as number; word !== 0; word &= word - 1) {
        picked.push(items[(at << 5) + 31 - Math.clz32(word & -word)] as T);
      }
    }
    return picked;
  }
}

/** Texts to be found at the start or at the end of others: by their lengths, then by a map. */
export class Affixes<T> {
  private readonly byLength = new Map<number, Map<string, T[]>>();

  constructor(private readonly side: 'start' | 'end') {}

  get isEmpty(): boolean {
    return this.byLength.size === 0;
  }

  listOf(affix: string): T[] {
    const { length } = affix;
    const ofLength = this.byLength.get(length) ?? new Map<string, T[]>();
    this.byLength.set(length, ofLength);
    const list = ofLength.get(affix) ?? [];
    ofLength.set(affix, list);
    return list;
  }

  /** Adds what was listed for every affix of the text. */
  find(text: string, found: T[]): void {
    for (const [length, ofLength] of this.byLength) {
      if (length > text.length) continue;
      const list = ofLength.get(
        this.side === 'start' ? text.slice(0, length) : text.slice(text.length - length),
      );
      if (list !== undefined) found.push(...list);
    }
  }
}

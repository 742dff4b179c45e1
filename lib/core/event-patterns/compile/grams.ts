/**
 * Texts to be found anywhere in others, by the first few units of each: a text that is searched is
 * cut at every place, once for each length of a beginning.
 */
export class Grams<T> {
  private readonly byLength = new Map<number, Map<string, T[]>>();

  get isEmpty(): boolean {
    return this.byLength.size === 0;
  }

  listOf(part: string): T[] {
    const gram = part.slice(0, longest);
    const ofLength = this.byLength.get(gram.length) ?? new Map<string, T[]>();
    this.byLength.set(gram.length, ofLength);
    const list = ofLength.get(gram) ?? [];
    ofLength.set(gram, list);
    return list;
  }

  /** Adds what was listed for every text that may stand in this one; some of it twice. */
  find(text: string, found: T[]): void {
    for (const [length, ofLength] of this.byLength) {
      for (let at = 0; at + length <= text.length; at += 1) {
        const list = ofLength.get(text.slice(at, at + length));
        if (list !== undefined) for (const item of list) found.push(item);
      }
    }
  }
}

/** Longer beginnings tell texts better apart, and are slower to cut. */
const longest = 4;

import type { Leaf } from '../match/flatten';
import { type Membership, nowhere, type Place } from '../match/membership';
import { ipDigits } from '../values/ip';
import { comparableNumber } from '../values/numbers';
import { encodable } from '../values/texts';

/** Texts come first: what is at most `escapedText` is one. */
export const leafKinds = {
  text: 0,
  /** A text with an escape, or a unit that may be half of a pair. */
  escapedText: 1,
  number: 2,
  keyword: 3,
} as const;

/**
 * The leaves of one event at the paths that rules ask for, as columns, reused from event to event:
 * an object a leaf would cost more than the reading. Their texts are cut out only when a rule needs
 * them.
 */
export class LeafTable {
  /** What the positions are positions in. */
  text = '';
  count = 0;
  arrays = 0;
  fields: Int32Array = new Int32Array(64);
  kinds: Uint8Array = new Uint8Array(64);
  /** The next leaf at the same path, -1 after the last. */
  nexts: Int32Array = new Int32Array(64);
  /** The first leaf at each path; -1 where there is none. */
  readonly firsts: Int32Array;
  places: (Place | undefined)[] = [];
  /** Whether some leaf at a path stands in an array of objects. */
  readonly inArrays: Uint8Array;
  private starts: Int32Array = new Int32Array(64);
  private ends: Int32Array = new Int32Array(64);
  private readonly lasts: Int32Array;
  private made: (TableLeaf | undefined)[] = [];

  constructor(paths: number) {
    this.firsts = new Int32Array(paths).fill(-1);
    this.lasts = new Int32Array(paths).fill(-1);
    this.inArrays = new Uint8Array(paths);
  }

  clear(): void {
    for (let leaf = 0; leaf < this.count; leaf += 1) {
      const field = this.fields[leaf] as number;
      this.firsts[field] = -1;
      this.inArrays[field] = 0;
      this.made[leaf] = undefined;
      this.places[leaf] = undefined;
    }
    this.count = 0;
    this.arrays = 0;
    this.text = '';
  }

  /** A leaf from `start` to `end` in the text; one that is a text with its quotes. */
  add(field: number, kind: number, start: number, end: number, place: Place | undefined): void {
    const leaf = this.count;
    if (leaf === this.fields.length) this.grow();
    this.fields[leaf] = field;
    this.kinds[leaf] = kind;
    this.starts[leaf] = start;
    this.ends[leaf] = end;
    this.nexts[leaf] = -1;
    this.places[leaf] = place;
    this.made[leaf] = undefined;
    if (place !== undefined) this.inArrays[field] = 1;
    if (this.firsts[field] === -1) this.firsts[field] = leaf;
    else this.nexts[this.lasts[field] as number] = leaf;
    this.lasts[field] = leaf;
    this.count = leaf + 1;
  }

  leafAt(leaf: number): TableLeaf {
    const known = this.made[leaf];
    if (known !== undefined) return known;
    const made = new TableLeaf(this.textAt(leaf), this.kinds[leaf] as number, this.places[leaf]);
    this.made[leaf] = made;
    return made;
  }

  private textAt(leaf: number): string {
    const text = this.text.slice(this.starts[leaf], this.ends[leaf]);
    return this.kinds[leaf] === leafKinds.escapedText ? `"${JSON.parse(text)}"` : text;
  }

  private grow(): void {
    const length = 2 * this.fields.length;
    this.fields = larger(new Int32Array(length), this.fields);
    this.starts = larger(new Int32Array(length), this.starts);
    this.ends = larger(new Int32Array(length), this.ends);
    this.nexts = larger(new Int32Array(length), this.nexts);
    this.kinds = larger(new Uint8Array(length), this.kinds);
  }
}

function larger<T extends Int32Array | Uint8Array>(column: T, old: T): T {
  column.set(old);
  return column;
}

/** One leaf of a table as the interpreter knows leaves; what few matchers ask for is made then. */
export class TableLeaf implements Leaf {
  private numberKnown = false;
  private numberValue: number | undefined;

  constructor(
    readonly text: string,
    private readonly kind: number,
    private readonly place: Place | undefined,
  ) {}

  get number(): number | undefined {
    if (!this.numberKnown) {
      this.numberKnown = true;
      this.numberValue = this.kind === leafKinds.number ? comparableNumber(this.text) : undefined;
    }
    return this.numberValue;
  }

  /** The text as AWS encodes it. */
  get encoded(): string {
    return this.kind === leafKinds.escapedText ? encodable(this.text) : this.text;
  }

  get ip(): string | undefined {
    return this.kind <= leafKinds.escapedText ? ipDigits(this.text.slice(1, -1)) : undefined;
  }

  get membership(): Membership {
    return this.place ?? nowhere;
  }
}

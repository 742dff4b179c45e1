/**
 * Reads an event's JSON text into a table of leaves. It follows the tree of paths: names that no
 * rule asks for are compared by a hash made while passing over them, and their values are skipped
 * (but still have to be JSON).
 */
import { Place } from '../match/membership';
import { code } from './codes';
import type { LeafTable } from './leaf-table';
import { leafKinds } from './leaf-table';
import { below, hashOf, type PathNode } from './path-tree';
import {
  checkDepth,
  notJson,
  type Room,
  roomFor,
  skipColon,
  skipEscape,
  skipKeyword,
  skipNumber,
  skipSpace,
  skipValue,
  standsAt,
} from './units';

const {
  backslash,
  closeArray,
  closeObject,
  comma,
  dot,
  nine,
  openArray,
  openObject,
  quote,
  space,
} = code;
const { text: plainText, escapedText, number: numberKind, keyword: keywordKind } = leafKinds;

/** From here on a unit may be half of a pair, and stand alone. */
const surrogates = 0xd800;

/** Room for most events, made once for all; a larger one gets room of its own. */
const usualLength = 1 << 18;
let usual: Room | undefined;

function roomOf({ length }: string): Room {
  if (length > usualLength) return roomFor(length);
  usual ??= roomFor(usualLength);
  return usual;
}

const noUnits = roomFor(0).units;

export class Scanner {
  private units = noUnits;
  /** Whether the name or text that was read last means what it says: no escape and, a name, no dot. */
  private isPlain = true;

  constructor(
    private readonly root: PathNode,
    private readonly leaves: LeafTable,
  ) {}

  /** Whether the text is an object in JSON of at most 1,000 levels; if so, its leaves are there. */
  scan(text: string): boolean {
    const { bytes, units } = roomOf(text);
    bytes.write(text, 'utf16le');
    units.one[text.length] = 0;
    this.units = units;
    this.leaves.text = text;
    try {
      const start = skipSpace(units, 0);
      if (units.one[start] !== openObject) return false;
      const end = this.readObject(start, this.root, undefined, 1);
      return skipSpace(units, end) === text.length;
    } catch (error) {
      if (error !== notJson) throw error;
      return false;
    }
  }

  private readObject(
    start: number,
    node: PathNode,
    place: Place | undefined,
    depth: number,
  ): number {
    checkDepth(depth);
    const { units } = this;
    const { one } = units;
    let at = skipSpace(units, start + 1);
    if ((one[at] as number) === closeObject) return at + 1;
    for (;;) {
      if ((one[at] as number) !== quote) throw notJson;
      const end = this.readText(at, dot);
      const child = this.childOf(node, at + 1, end);
      at = skipColon(units, end + 1);
      at =
        child === undefined
          ? skipValue(units, at, depth + 1)
          : this.readValue(at, child, place, depth + 1);
      at = skipSpace(units, at);
      const unit = one[at] as number;
      if (unit === closeObject) return at + 1;
      if (unit !== comma) throw notJson;
      at = skipSpace(units, at + 1);
    }
  }

  /** From the opening quote to the closing one. A text with `special` in it is not plain. */
  private readText(start: number, special: number): number {
    const { units } = this;
    const { one } = units;
    let at = start + 1;
    this.isPlain = true;
    for (;;) {
      const unit = one[at] as number;
      if (unit === quote) return at;
      if (unit < space) throw notJson;
      if (unit === special || unit >= surrogates) this.isPlain = false;
      if (unit === backslash) {
        this.isPlain = false;
        at = skipEscape(units, at);
      } else {
        at += 1;
      }
    }
  }

  private childOf(node: PathNode, start: number, end: number): PathNode | undefined {
    if (!this.isPlain) return below(node, JSON.parse(this.leaves.text.slice(start - 1, end + 1)));
    if ((node.lengths & (1 << ((end - start) & 31))) === 0) return undefined;
    const { one } = this.units;
    const found = node.byHash.get(hashOf(one, start, end));
    if (found === undefined) return undefined;
    for (const { units, node: child } of found) {
      if (units.length === end - start && standsAt(one, start, units)) return child;
    }
    return undefined;
  }

  private readValue(
    start: number,
    node: PathNode,
    place: Place | undefined,
    depth: number,
  ): number {
    const unit = this.units.one[start] as number;
    if (unit === openObject && node.children.size > 0) {
      return this.readObject(start, node, place, depth);
    }
    if (unit === openArray) return this.readArray(start, node, place, depth);
    return unit === openObject || node.field < 0
      ? skipValue(this.units, start, depth)
      : this.readLeaf(start, node.field, place);
  }

  private readLeaf(start: number, field: number, place: Place | undefined): number {
    const unit = this.units.one[start] as number;
    if (unit === quote) {
      const end = this.readText(start, backslash) + 1;
      this.leaves.add(field, this.isPlain ? plainText : escapedText, start, end, place);
      return end;
    }
    const isKeyword = unit > nine;
    const end = isKeyword ? skipKeyword(this.units, start) : skipNumber(this.units, start);
    this.leaves.add(field, isKeyword ? keywordKind : numberKind, start, end, place);
    return end;
  }

  private readArray(
    start: number,
    node: PathNode,
    place: Place | undefined,
    depth: number,
  ): number {
    checkDepth(depth);
    const { units } = this;
    const { one } = units;
    const array = this.leaves.arrays++;
    let at = skipSpace(units, start + 1);
    if ((one[at] as number) === closeArray) return at + 1;
    for (let index = 0; ; index += 1) {
      const unit = one[at] as number;
      const isNested = unit === openObject || unit === openArray;
      // Two values of one list may stand for two fields; two of its objects may not.
      at = this.readValue(at, node, isNested ? new Place(array, index, place) : place, depth + 1);
      at = skipSpace(units, at);
      const next = one[at] as number;
      if (next === closeArray) return at + 1;
      if (next !== comma) throw notJson;
      at = skipSpace(units, at + 1);
    }
  }
}

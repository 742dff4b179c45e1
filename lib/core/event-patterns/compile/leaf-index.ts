import type { Matcher } from '../ast';
import { encodable, isAscii } from '../values/texts';
import { Affixes } from './affixes';
import { Grams } from './grams';
import { Intervals } from './intervals';
import { leafKinds, type TableLeaf } from './leaf-table';
import type { LeafTest } from './leaf-test';

/** The alternatives that have a matcher in their key. */
export interface Entry {
  readonly matcher: Matcher;
  readonly test: LeafTest;
  readonly alternatives: number[];
}

/** So many are asked one by one sooner than the right ones are looked up. */
const few = 8;

/**
 * From a leaf at one path to the entries whose matchers may take it. The answer may hold entries
 * too many, never too few: whoever asks looks at the matcher again. As on AWS, texts are compared
 * with their quotes.
 */
export class LeafIndex {
  private readonly spellings = new Map<string, Entry[]>();
  private readonly numbers = new Map<number, Entry[]>();
  /** By the digits that all addresses of a block begin with. */
  private readonly blocks = new Affixes<Entry>('start');
  private readonly lowerCase = new Map<string, Entry[]>();
  private readonly starts = new Affixes<Entry>('start');
  private readonly ends = new Affixes<Entry>('end');
  private readonly insides = new Grams<Entry>();
  private readonly ranges: Intervals<Entry>;
  private readonly others: Entry[] = [];
  /** Ranges are put into order when all are known. */
  private readonly unsorted: Entry[] = [];

  constructor(entries: readonly Entry[]) {
    const areFew = entries.length <= few;
    for (const entry of entries) (areFew ? this.others : this.listFor(entry.matcher)).push(entry);
    this.ranges = new Intervals(
      this.unsorted.flatMap((item) =>
        item.matcher.kind === 'range' ? [{ range: item.matcher, item }] : [],
      ),
    );
  }

  /** Adds the entries to what was found. */
  find(leaf: TableLeaf, kind: number, found: Entry[]): void {
    if (this.spellings.size > 0) addTo(found, this.spellings.get(leaf.text));
    if (kind <= leafKinds.escapedText) this.findText(leaf, found);
    else if (kind === leafKinds.number) this.findNumber(leaf, found);
    addTo(found, this.others);
  }

  private findText(leaf: TableLeaf, found: Entry[]): void {
    if (this.lowerCase.size > 0) addTo(found, this.lowerCase.get(leaf.encoded.toLowerCase()));
    if (!this.blocks.isEmpty) this.blocks.find(leaf.ip ?? '', found);
    if (!this.starts.isEmpty) this.starts.find(leaf.encoded, found);
    if (!this.ends.isEmpty) this.ends.find(leaf.encoded, found);
    if (!this.insides.isEmpty) this.insides.find(leaf.encoded, found);
  }

  private findNumber(leaf: TableLeaf, found: Entry[]): void {
    if (this.numbers.size === 0 && this.ranges.isEmpty) return;
    const { number } = leaf;
    if (number === undefined) return;
    addTo(found, this.numbers.get(number));
    this.ranges.find(number, found);
  }

  private listFor(matcher: Matcher): Entry[] {
    switch (matcher.kind) {
      case 'exactly':
        return listIn(this.spellings, `"${matcher.value}"`);
      case 'keyword':
        return listIn(this.spellings, matcher.value);
      case 'number':
        return matcher.value === undefined
          ? listIn(this.spellings, matcher.text)
          : listIn(this.numbers, matcher.value);
      case 'ip':
        return this.blocks.listOf(commonStart(matcher.low, matcher.high));
      case 'equals-ignore-case':
        return isAscii(matcher.value)
          ? listIn(this.lowerCase, `"${matcher.value.toLowerCase()}"`)
          : this.others;
      case 'prefix':
        return this.starts.listOf(`"${encodable(matcher.value)}`);
      case 'suffix':
        return this.ends.listOf(`${encodable(matcher.value)}"`);
      case 'wildcard':
        return this.listForParts(matcher.parts);
      case 'range':
        return this.unsorted;
      default:
        return this.others;
    }
  }

  private listForParts(parts: readonly string[]): Entry[] {
    const [first = '', ...others] = parts.map(encodable);
    const last = others.pop();
    if (last === undefined) return this.starts.listOf(`"${first}"`);
    if (first !== '') return this.starts.listOf(`"${first}`);
    if (last !== '') return this.ends.listOf(`${last}"`);
    const [longest] = others.sort((one, other) => other.length - one.length);
    return longest === undefined ? this.others : this.insides.listOf(longest);
  }
}

function addTo(found: Entry[], entries: readonly Entry[] | undefined): void {
  if (entries !== undefined) for (const entry of entries) found.push(entry);
}

function listIn<K>(map: Map<K, Entry[]>, key: K): Entry[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function commonStart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one.slice(0, at);
}

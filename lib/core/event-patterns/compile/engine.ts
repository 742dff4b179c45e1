/**
 * One matcher for the rules of a rule set. A leaf leads, through the index of its path, to
 * alternatives whose key it fulfils; of these the other conditions are looked at, each once an
 * event. Only where objects in arrays are involved, which a condition alone can't judge, the
 * interpreter searches.
 */
import type { JsonNode } from '../json/read';
import { addLeaf, emptyLeaves, type Leaves } from '../match/flatten';
import { matchesAlternative } from '../match/match';
import { type Entry, LeafIndex } from './leaf-index';
import { LeafTable } from './leaf-table';
import { leafTest } from './leaf-test';
import { type PathNode, pathTree } from './path-tree';
import type { RuleMarks } from './rule-marks';
import type { CompiledAlternative, Condition, RuleSet } from './rules';
import { Scanner } from './scan';
import { walk } from './walk';

export class Engine {
  private readonly root: PathNode;
  private readonly table: LeafTable;
  private readonly scanner: Scanner;
  private readonly indexes: readonly (LeafIndex | undefined)[];
  private readonly always: readonly number[];
  /** Counts the events: what is marked with its number has been seen in this one. */
  private event = 0;
  private readonly seen: Float64Array;
  private readonly judged: Float64Array;
  private readonly holds: Uint8Array;

  constructor(
    private readonly rules: RuleSet,
    private readonly marks: RuleMarks,
  ) {
    const { paths, alternatives, conditions } = rules;
    this.root = pathTree(paths);
    this.table = new LeafTable(paths.length);
    this.scanner = new Scanner(this.root, this.table);
    this.indexes = indexesOf(rules);
    this.always = [...alternatives.keys()].filter((at) => alternatives[at]?.key === undefined);
    this.seen = new Float64Array(alternatives.length);
    this.judged = new Float64Array(conditions.length);
    this.holds = new Uint8Array(conditions.length);
  }

  /** Marks the rules that match; false where the text is no event. */
  matchText(text: string): boolean {
    this.table.clear();
    if (!this.scanner.scan(text)) return false;
    this.match();
    return true;
  }

  matchNode(event: JsonNode): void {
    this.table.clear();
    walk(event, this.root, this.table);
    this.match();
  }

  private match(): void {
    this.event += 1;
    const { table, indexes } = this;
    for (let leaf = 0; leaf < table.count; leaf += 1) {
      const index = indexes[table.fields[leaf] as number];
      if (index !== undefined) this.follow(leaf, index);
    }
    for (const alternative of this.always) this.consider(alternative);
  }

  private follow(at: number, index: LeafIndex): void {
    const leaf = this.table.leafAt(at);
    const entries: Entry[] = [];
    index.find(leaf, this.table.kinds[at] as number, entries);
    for (const { test, alternatives } of entries) {
      if (test(leaf)) for (const alternative of alternatives) this.consider(alternative);
    }
  }

  private consider(number: number): void {
    if (this.seen[number] === this.event) return;
    this.seen[number] = this.event;
    const alternative = this.rules.alternatives[number] as CompiledAlternative;
    if (this.isFulfilled(alternative)) this.marks.mark(alternative.rule);
  }

  /** Asked of an alternative whose key holds, or that has none. */
  private isFulfilled({ conditions, fields, key }: CompiledAlternative): boolean {
    if (key !== undefined && conditions.length === 1) return true;
    for (const condition of conditions) if (!this.mayHold(condition)) return false;
    return (
      !this.needsSearch(conditions) || matchesAlternative({ fields }, this.leavesOf(conditions))
    );
  }

  /** Whether the condition holds or, where its leaves stand in arrays, may hold. */
  private mayHold(condition: Condition): boolean {
    const { id } = condition;
    if (this.judged[id] !== this.event) {
      this.judged[id] = this.event;
      this.holds[id] = this.judge(condition) ? 1 : 0;
    }
    return this.holds[id] === 1;
  }

  private judge({ field, tests, absent }: Condition): boolean {
    const { firsts, nexts } = this.table;
    const first = firsts[field] as number;
    if (absent && (first < 0 || this.isInArray(field))) return true;
    for (let at = first; at >= 0; at = nexts[at] as number) {
      const leaf = this.table.leafAt(at);
      for (const test of tests) if (test(leaf)) return true;
    }
    return false;
  }

  /** One condition can't clash with itself, unless it asks for a leaf and for none. */
  private needsSearch(conditions: readonly Condition[]): boolean {
    let inArrays = 0;
    for (const { field, absent } of conditions) {
      if (this.isInArray(field)) inArrays += absent ? 2 : 1;
    }
    return inArrays > 1;
  }

  private isInArray(field: number): boolean {
    return this.table.inArrays[field] === 1;
  }

  private leavesOf(conditions: readonly Condition[]): ReadonlyMap<string, Leaves> {
    const { firsts, nexts } = this.table;
    return new Map(
      conditions.map(({ field }) => {
        const leaves = emptyLeaves();
        for (let at = firsts[field] as number; at >= 0; at = nexts[at] as number) {
          addLeaf(leaves, this.table.leafAt(at));
        }
        return [this.rules.paths[field] as string, leaves];
      }),
    );
  }
}

/** For each path the alternatives that have their key there, by the matchers of the key. */
function indexesOf({ paths, alternatives }: RuleSet): readonly (LeafIndex | undefined)[] {
  const entries: Map<string, Entry>[] = paths.map(() => new Map());
  alternatives.forEach(({ key }, number) => {
    for (const matcher of key?.matchers ?? []) {
      const ofPath = entries[key?.field ?? 0];
      const name = JSON.stringify(matcher);
      const entry = ofPath?.get(name) ?? { matcher, test: leafTest(matcher), alternatives: [] };
      ofPath?.set(name, entry);
      if (entry.alternatives.at(-1) !== number) entry.alternatives.push(number);
    }
  });
  return entries.map((of) => (of.size === 0 ? undefined : new LeafIndex([...of.values()])));
}

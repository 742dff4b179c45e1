/**
 * Whether two schemas say the same, word by word: the same keywords with the same values, in any
 * order of members and branches, whatever their definitions are called. Two that lead back to each
 * other are the same unless some other place tells them apart, so a list of pairs is worked off, and
 * no pair twice. Where a pair differs, so do all that led to it.
 */
import { canonical, type JsonValue } from '../json';
import type { SchemaNode } from './form';
import { refers } from './opaque';
import { keywordsOf, targetOf, targetsOf, valueAt } from './parts';

/** To look at a pair is less work than to compare one. */
const stepsOfPair = 0.5;

type Pair = readonly [one: SchemaNode, other: SchemaNode];

const references = ['$ref', '$dynamicRef', '$recursiveRef'];
const branches = ['allOf', 'anyOf', 'oneOf'];
const sets = ['type', 'enum', 'required'];
const alone = [
  ...['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalItems'],
  ...['additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'],
];
const byName = ['properties', 'patternProperties', 'dependentSchemas'];

/** What was found of pairs, by their keys. */
export type KnownPairs = Map<string, boolean>;

interface Visit {
  readonly pair: Pair;
  readonly from?: string;
}

export function isSameSchema(
  one: SchemaNode,
  other: SchemaNode,
  known: KnownPairs,
  spend: (steps: number) => void,
): boolean {
  const open: Visit[] = [{ pair: [one, other] }];
  const seen = new Map<string, string | undefined>();
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const [first, second] = visit.pair.map(behindReferences) as [SchemaNode, SchemaNode];
    const key = `${first.key.length} ${first.key} ${second.key}`;
    if (seen.has(key) || known.get(key) === true) continue;
    seen.set(key, visit.from);
    spend(stepsOfPair);
    const parts = known.get(key) === false ? undefined : partsOfPair(first, second);
    if (parts === undefined) {
      for (let at: string | undefined = key; at !== undefined; at = seen.get(at)) {
        known.set(at, false);
      }
      return false;
    }
    open.push(...parts.map((pair): Visit => ({ pair, from: key })));
  }
  for (const key of seen.keys()) known.set(key, true);
  return true;
}

const isReference = (node: SchemaNode): boolean =>
  references.some((keyword) => rawOf(node, keyword) !== undefined);

/** What a schema leads to that is nothing but a reference. */
function behindReferences(node: SchemaNode): SchemaNode {
  const seen = new Set<SchemaNode>();
  let found = node;
  while (isReference(found) && !seen.has(found)) {
    seen.add(found);
    const [target] = keywordsOf(found).length === 1 ? targetsOf(found) : [];
    if (target === undefined) return found;
    found = target;
  }
  return found;
}

/** The parts that have to be the same, too; undefined where something tells the two apart. */
function partsOfPair(one: SchemaNode, other: SchemaNode): Pair[] | undefined {
  if (one === other) return [];
  const { schema } = one;
  if (typeof schema === 'boolean' || typeof other.schema === 'boolean') {
    return schema === other.schema ? [] : undefined;
  }
  if (one.file.dialect !== other.file.dialect) return undefined;
  if (isNullable(one) !== isNullable(other)) return undefined;
  const keywords = keywordsOf(one);
  if (keywords.length !== keywordsOf(other).length) return undefined;
  const found: Pair[] = [];
  for (const keyword of keywords) {
    const parts = partsOfKeyword(keyword, one, other);
    if (parts === undefined) return undefined;
    found.push(...parts);
  }
  return found;
}

const isNullable = ({ schema }: SchemaNode): boolean =>
  typeof schema === 'object' && schema['nullable'] === true;

function partsOfKeyword(keyword: string, one: SchemaNode, other: SchemaNode): Pair[] | undefined {
  const [first, second] = [rawOf(one, keyword), rawOf(other, keyword)];
  if (first === undefined || second === undefined) return undefined;
  if (references.includes(keyword)) return partsOfReferences(keyword, one, other);
  const isKnown = valueAt(one, keyword) !== undefined;
  if (isKnown && branches.includes(keyword)) return partsOfBranches(keyword, one, other);
  const isTuple = keyword === 'prefixItems' || (keyword === 'items' && Array.isArray(first));
  if (isKnown && isTuple) return partsOfList(keyword, one, other);
  if (isKnown && (keyword === 'items' || alone.includes(keyword))) {
    return [[one.file.child(one, [keyword], first), other.file.child(other, [keyword], second)]];
  }
  if (isKnown && byName.includes(keyword)) return partsOfMap(keyword, one, other);
  const isAlone = !refers(first) && !keyword.startsWith('$');
  if (!isAlone && one.file.text !== other.file.text) return undefined;
  const text = isKnown && sets.includes(keyword) ? canonicalSet : canonical;
  return text(first) === text(second) ? [] : undefined;
}

function canonicalSet(value: JsonValue): string {
  return canonical(Array.isArray(value) ? [...new Set(value.map(canonical))].sort() : [value]);
}

function rawOf({ schema }: SchemaNode, keyword: string): JsonValue | undefined {
  return typeof schema === 'object' && Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}

/** A reference that leads nowhere means the same only in the same whole. */
function partsOfReferences(
  keyword: string,
  one: SchemaNode,
  other: SchemaNode,
): Pair[] | undefined {
  const [first, second] = [targetOf(one, keyword), targetOf(other, keyword)];
  if (first !== undefined && second !== undefined) return [[first, second]];
  const isSameText = rawOf(one, keyword) === rawOf(other, keyword);
  const isSameWhole = one.file.text === other.file.text;
  return first === second && isSameText && isSameWhole ? [] : undefined;
}

function partsOfList(keyword: string, one: SchemaNode, other: SchemaNode): Pair[] | undefined {
  const [first, second] = [rawOf(one, keyword), rawOf(other, keyword)];
  if (!Array.isArray(first) || !Array.isArray(second) || first.length !== second.length) {
    return undefined;
  }
  return first.map(
    (schema: JsonValue, at): Pair => [
      one.file.child(one, [keyword, at], schema),
      other.file.child(other, [keyword, at], second[at]),
    ],
  );
}

/** Branches that read the same are paired, wherever they stand; else each with the one in its place. */
function partsOfBranches(keyword: string, one: SchemaNode, other: SchemaNode): Pair[] | undefined {
  const pairs = partsOfList(keyword, one, other);
  if (pairs === undefined) return undefined;
  const [first, second] = [0, 1].map((side) =>
    pairs
      .map((pair) => pair[side] as SchemaNode)
      .sort((a, b) => (wordsOf(a) < wordsOf(b) ? -1 : 1)),
  ) as [SchemaNode[], SchemaNode[]];
  const sorted = first.map((node, at): Pair => [node, second[at] as SchemaNode]);
  return sorted.every(([a, b]) => wordsOf(a) === wordsOf(b)) ? sorted : pairs;
}

const words = new WeakMap<SchemaNode, string>();

/** What a schema says, without annotations of its own. */
function wordsOf(node: SchemaNode): string {
  const known = words.get(node);
  if (known !== undefined) return known;
  const keywords = keywordsOf(node).sort();
  const said = keywords.map((keyword) => [keyword, rawOf(node, keyword) ?? null]);
  const found = canonical([node.schema === false, said]);
  words.set(node, found);
  return found;
}

function partsOfMap(keyword: string, one: SchemaNode, other: SchemaNode): Pair[] | undefined {
  const first = Object.entries((rawOf(one, keyword) ?? {}) as Record<string, JsonValue>);
  const second = new Map(
    Object.entries((rawOf(other, keyword) ?? {}) as Record<string, JsonValue>),
  );
  if (first.length !== second.size) return undefined;
  const found: Pair[] = [];
  for (const [name, schema] of first) {
    const twin = second.get(name);
    if (twin === undefined) return undefined;
    found.push([
      one.file.child(one, [keyword, name], schema),
      other.file.child(other, [keyword, name], twin),
    ]);
  }
  return found;
}

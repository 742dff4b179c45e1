/**
 * Whether two schemas say the same, word by word: the same keywords with the same values, in any
 * order of members, whatever their definitions are called. Two that lead back to each other are the
 * same unless some other place tells them apart, so a list of pairs is worked off, and no pair twice.
 */
import { canonical, type JsonValue } from '../json';
import type { SchemaNode } from './form';
import { refers } from './opaque';
import { keywordsOf, targetOf, targetsOf, valueAt } from './parts';

/** To look at a pair is less work than to compare one. */
const stepsOfPair = 0.05;

type Pair = readonly [one: SchemaNode, other: SchemaNode];

const references = ['$ref', '$dynamicRef', '$recursiveRef'];
const inOrder = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const alone = [
  ...['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalItems'],
  ...['additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'],
];
const byName = ['properties', 'patternProperties', 'dependentSchemas'];

export function isSameSchema(
  one: SchemaNode,
  other: SchemaNode,
  spend: (steps: number) => void,
): boolean {
  const open: Pair[] = [[one, other]];
  const seen = new Set<string>();
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [first, second] = pair.map(behindReferences) as [SchemaNode, SchemaNode];
    const key = `${first.key} ${second.key}`;
    if (seen.has(key)) continue;
    seen.add(key);
    spend(stepsOfPair);
    const parts = partsOfPair(first, second);
    if (parts === undefined) return false;
    open.push(...parts);
  }
  return true;
}

/** What a schema leads to that is nothing but a reference. */
function behindReferences(node: SchemaNode): SchemaNode {
  const seen = new Set<SchemaNode>();
  let found = node;
  while (!seen.has(found)) {
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
  if (isKnown && inOrder.includes(keyword)) return partsOfList(keyword, one, other);
  if (isKnown && keyword === 'items' && Array.isArray(first))
    return partsOfList(keyword, one, other);
  if (isKnown && (keyword === 'items' || alone.includes(keyword))) {
    return [[one.file.child(one, [keyword], first), other.file.child(other, [keyword], second)]];
  }
  if (isKnown && byName.includes(keyword)) return partsOfMap(keyword, one, other);
  const isAlone = !refers(first) && !keyword.startsWith('$');
  if (!isAlone && one.file.text !== other.file.text) return undefined;
  return canonical(first) === canonical(second) ? [] : undefined;
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

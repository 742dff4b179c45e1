/** What the keywords of one schema say, draft by draft. */
import { dialects, upTo } from '../dialects';
import { isObject, type JsonObject, type JsonValue } from '../json';
import { assertsIn, isAssertion } from '../keywords';
import { isAnnotation } from './annotations';
import type { Bound, Dependent, SchemaClaim, SchemaNode } from './form';

/** The value of a keyword; undefined where it is absent, ignored or of another draft. */
export function valueAt(node: SchemaNode, keyword: string): JsonValue | undefined {
  if (typeof node.schema === 'boolean' || isIgnored(node, keyword)) return undefined;
  return assertsIn(node.file.dialect, keyword) ? ownValue(node.schema, keyword) : undefined;
}

function ownValue(schema: JsonObject, keyword: string): JsonValue | undefined {
  return Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}

/** Up to draft-07 nothing counts beside `$ref`. */
function isIgnored({ schema, file }: SchemaNode, keyword: string): boolean {
  return (
    typeof schema === 'object' &&
    keyword !== '$ref' &&
    Object.hasOwn(schema, '$ref') &&
    upTo('draft-07').includes(file.dialect)
  );
}

/** Every keyword that may refuse something, also what isn't understood. */
export function keywordsOf(node: SchemaNode): string[] {
  if (typeof node.schema === 'boolean') return [];
  return Object.keys(node.schema).filter(
    (keyword) => !isIgnored(node, keyword) && !isAnnotation(keyword),
  );
}

/** Whether a keyword of that name can't be read: it is of another draft, or of none. */
export function isForeign(node: SchemaNode, keyword: string): boolean {
  return !assertsIn(node.file.dialect, keyword);
}

/** Why a foreign keyword isn't understood. */
export function foreignReason(node: SchemaNode, keyword: string): string {
  return isAssertion(keyword)
    ? `${node.file.dialect} has no such keyword`
    : 'the keyword is not understood';
}

export function numberOf(node: SchemaNode, keyword: string): number | undefined {
  const value = valueAt(node, keyword);
  return typeof value === 'number' ? value : undefined;
}

export function textOf(node: SchemaNode, keyword: string): string | undefined {
  const value = valueAt(node, keyword);
  return typeof value === 'string' ? value : undefined;
}

export function namesOf(node: SchemaNode, keyword: string): readonly string[] {
  const value = valueAt(node, keyword);
  return Array.isArray(value) ? [...new Set<string>(value)] : [];
}

export function listOf(node: SchemaNode, keyword: string): readonly JsonValue[] | undefined {
  const value = valueAt(node, keyword);
  return Array.isArray(value) ? value : undefined;
}

/** What has been read of schemas: the same parts are asked for again and again. */
interface Parts {
  readonly single: Map<string, SchemaNode | undefined>;
  readonly lists: Map<string, readonly SchemaNode[]>;
  readonly maps: Map<string, readonly Member[]>;
}

type Member = readonly [name: string, schema: SchemaNode];

const read = new WeakMap<SchemaNode, Parts>();

function partsOf(node: SchemaNode): Parts {
  const known = read.get(node);
  if (known !== undefined) return known;
  const parts = { single: new Map(), lists: new Map(), maps: new Map() };
  read.set(node, parts);
  return parts;
}

function once<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found as T;
  const value = find();
  known.set(key, value);
  return value;
}

/** The schema that a keyword holds. */
export function schemaOf(node: SchemaNode, keyword: string): SchemaNode | undefined {
  const value = valueAt(node, keyword);
  if (!isSchema(value)) return undefined;
  return once(partsOf(node).single, keyword, () => node.file.child(node, [keyword], value));
}

/** The schemas in the list that a keyword holds. */
export function schemasOf(node: SchemaNode, keyword: string): readonly SchemaNode[] {
  const list = listOf(node, keyword);
  if (list === undefined) return [];
  return once(partsOf(node).lists, keyword, () =>
    list.map((one, at) => node.file.child(node, [keyword, at], one)),
  );
}

/** The schemas in the map that a keyword holds. */
export function membersOf(node: SchemaNode, keyword: string): readonly Member[] {
  const map = valueAt(node, keyword);
  if (!isObject(map)) return [];
  return once(partsOf(node).maps, keyword, () =>
    Object.entries(map)
      .filter(([, member]) => isSchema(member))
      .map(([name, member]) => [name, node.file.child(node, [keyword, name], member)] as const),
  );
}

function isSchema(value: JsonValue | undefined): value is JsonObject | boolean {
  return isObject(value) || typeof value === 'boolean';
}

const references = ['$ref', '$dynamicRef', '$recursiveRef'];

/** What references lead to, as far as that is in here and depends on no one who refers to it. */
export function targetsOf(node: SchemaNode): SchemaNode[] {
  return references.flatMap((keyword) => {
    const target = targetOf(node, keyword);
    return target === undefined ? [] : [target];
  });
}

/** Undefined if the reference leads out of the schema, or to one of several by who asks. */
export function targetOf(node: SchemaNode, keyword = '$ref'): SchemaNode | undefined {
  const reference = textOf(node, keyword);
  if (reference === undefined || (keyword !== '$ref' && isOfWhoAsks(node, reference))) {
    return undefined;
  }
  return once(partsOf(node).single, keyword, () => node.file.target(node, reference));
}

/** Where an anchor stands once, a dynamic reference to it is a plain one. */
function isOfWhoAsks({ file }: SchemaNode, reference: string): boolean {
  if (file.text.includes('"$recursiveAnchor":true')) return true;
  const name = reference.slice(reference.indexOf('#') + 1);
  return file.text.split(`"$dynamicAnchor":${JSON.stringify(name)}`).length > 2;
}

/** A schema and all that it is the sum of: what it refers to, and what stands in `allOf`. */
export function conjuncts(node: SchemaNode): SchemaNode[] {
  const found = new Set([node]);
  for (const one of found) {
    for (const part of [...targetsOf(one), ...schemasOf(one, 'allOf')]) found.add(part);
  }
  return [...found];
}

export function claim(node: SchemaNode, holds = true): SchemaClaim {
  return { key: `${holds ? '' : '!'}${node.key}`, node, holds };
}

/** The least numbers that are let through, by `minimum` and `exclusiveMinimum`. */
export function lowerBounds(node: SchemaNode): Bound[] {
  return bounds(node, 'minimum', 'exclusiveMinimum');
}

export function upperBounds(node: SchemaNode): Bound[] {
  return bounds(node, 'maximum', 'exclusiveMaximum');
}

/** In draft-04 the second one is a flag on the first, later it is a bound of its own. */
function bounds(node: SchemaNode, inclusive: string, exclusive: string): Bound[] {
  const value = numberOf(node, inclusive);
  const other = valueAt(node, exclusive);
  return [
    ...(value === undefined ? [] : [{ value, isInclusive: other !== true }]),
    ...(typeof other === 'number' ? [{ value: other, isInclusive: false }] : []),
  ];
}

export interface ElementSchemas {
  readonly prefix: readonly SchemaNode[];
  /** Of all elements that follow; absent where they are free. */
  readonly rest?: SchemaNode;
}

/** Undefined where nothing is said of single elements. */
export function elementsOf(node: SchemaNode): ElementSchemas | undefined {
  const isModern = dialects.indexOf(node.file.dialect) >= dialects.indexOf('2020-12');
  const isTuple = Array.isArray(valueAt(node, 'items'));
  const prefix = isModern
    ? schemasOf(node, 'prefixItems')
    : isTuple
      ? schemasOf(node, 'items')
      : [];
  const rest = schemaOf(node, isTuple ? 'additionalItems' : 'items');
  if (prefix.length === 0 && rest === undefined) return undefined;
  return { prefix, ...(rest && { rest }) };
}

/** Where the value of `dependencies` is no schema, or of `dependentRequired`. */
export function dependentsOf(node: SchemaNode): Dependent[] {
  return ['dependencies', 'dependentRequired'].flatMap((keyword) => {
    const map = valueAt(node, keyword);
    return Object.entries(isObject(map) ? map : {}).flatMap(([name, others]) =>
      Array.isArray(others) ? [{ name, others: others as string[] }] : [],
    );
  });
}

export function dependentSchemasOf(node: SchemaNode): Member[] {
  return [...membersOf(node, 'dependencies'), ...membersOf(node, 'dependentSchemas')];
}

/** Whether the schema lets everything through, at a glance. */
export function isFree(node: SchemaNode): boolean {
  return node.schema === true || (node.schema !== false && keywordsOf(node).length === 0);
}

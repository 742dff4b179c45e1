/**
 * A schema as rows that a person reads, one a field, each below what it is in. A schema that leads
 * back into itself is told once: where it comes back, the row names the field that it is like. What
 * repeats without end in other ways is cut.
 */
import type { JsonObject } from '../../core/schemas';
import { below } from '../../core/schemas/pointer';
import { openSchema, type SchemaDocument } from '../../core/schemas/schema-document';
import { SchemaError } from '../../core/schemas/schema-error';
import type { FieldRow, SchemaField, SchemaFields } from './model';
import { labelsOf } from './schema/labels';
import { itemsOf, type Reader, readerOf, type Typed, typed } from './schema/types';
import {
  first,
  keyOf,
  mapAt,
  propertiesOf,
  requiredOf,
  schemasAt,
  textOf,
  type View,
  viewAt,
} from './schema/view';

const mostRows = 1500;
const deepest = 30;
/** Objects, lists and shapes that are gone into: some schemas have endlessly many without a row. */
const mostPlaces = 5000;

interface Walk {
  readonly reader: Reader;
  readonly rows: FieldRow[];
  /** The views around a row, with the path of each. */
  readonly around: Map<string, string>;
  left: number;
  cut: boolean;
}

export function fieldsOf(schema: JsonObject | undefined): SchemaFields {
  const document = schema && open(schema);
  if (document === undefined) return { rows: [], cut: false };
  const reader = readerOf(document);
  const walk: Walk = { reader, rows: [], around: new Map(), left: mostPlaces, cut: false };
  const root = typed(viewAt(document, ['']), reader);
  const isObject = root.type.startsWith('object');
  const position = { depth: 0, path: '', name: '', required: true };
  if (!isObject) walk.rows.push(rowOf(root, position));
  addInner(root, '', isObject ? 0 : 1, walk);
  return { rows: walk.rows, cut: walk.cut };
}

/** What is no schema of a draft that is known has no fields to show. */
function open(schema: JsonObject): SchemaDocument | undefined {
  try {
    return openSchema(schema);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}

type Position = Pick<SchemaField, 'depth' | 'path' | 'name' | 'required'>;

function rowOf({ view, type, constraints }: Typed, position: Position): SchemaField {
  const description = textOf(view, 'description') ?? textOf(view, 'title');
  return {
    kind: 'field',
    ...position,
    type,
    ...(description !== undefined && { description }),
    constraints,
    deprecated: first(view, 'deprecated') === true,
  };
}

function add(pointers: readonly string[], position: Position, walk: Walk): void {
  if (!hasRoom(position.depth, walk)) return;
  const { reader, rows } = walk;
  const one = typed(viewAt(reader.document, pointers), reader);
  const row = rowOf(one, position);
  const like = sayLike(elementOf(one.view, reader), walk);
  rows.push(like === undefined ? row : { ...row, constraints: [...row.constraints, like] });
  if (like === undefined) addInner(one, position.path, position.depth + 1, walk);
}

function hasRoom(depth: number, walk: Walk): boolean {
  const { rows, around, left } = walk;
  const fits = rows.length < mostRows && depth <= deepest && around.size <= deepest && left > 0;
  walk.cut ||= !fits;
  return fits;
}

/** Which of the fields around it is the same. */
function sayLike(view: View, { around }: Walk): string | undefined {
  const like = around.get(keyOf(view));
  return like === '' ? 'the whole, again' : like && `the same as ${like}`;
}

/** What an array of arrays is made of in the end. */
function elementOf(view: View, reader: Reader): View {
  const seen = new Set<string>();
  let element = view;
  for (let items: View | undefined = view; items; items = itemsOf(element, reader.document)) {
    element = typed(items, reader).view;
    if (seen.has(element.id)) return view;
    seen.add(element.id);
  }
  return element;
}

/** What is in an object, a list or a map, unless a field around it told that. */
function addInner(one: Typed, path: string, depth: number, walk: Walk): void {
  const { view } = one;
  const key = keyOf(view);
  if (key === '' || walk.around.has(key) || !hasRoom(depth, walk)) return;
  walk.left -= 1;
  walk.around.set(key, path);
  addProperties(view, path, depth, walk);
  addElements(view, path, depth, walk);
  addShapes(one, path, depth, walk);
  walk.around.delete(key);
}

function addShapes({ shapes }: Typed, path: string, depth: number, walk: Walk): void {
  const labels = labelsOf(shapes, walk.reader.document);
  for (const [at, shape] of shapes.entries()) {
    if (!hasRoom(depth, walk)) return;
    const inner = typed(shape, walk.reader);
    const description = sayLike(inner.view, walk) ?? textOf(shape, 'description');
    const row = { depth, path, label: labels[at] ?? '', ...(description && { description }) };
    walk.rows.push({ kind: 'shape', ...row });
    addInner(inner, path, depth + 1, walk);
  }
}

function addProperties(view: View, path: string, depth: number, walk: Walk): void {
  const required = requiredOf(view);
  for (const [name, pointers] of propertiesOf(view)) {
    const at = { depth, path: joined(path, name), name, required: required.has(name) };
    add(pointers, at, walk);
  }
  const patterns = mapAt(view, 'patternProperties');
  for (const [pattern, pointer] of patterns) {
    const name = `/${pattern}/`;
    add([pointer], { depth, path: joined(path, name, true), name, required: false }, walk);
  }
  const isMap = propertiesOf(view).size + patterns.length === 0;
  const rest = joined(path, '*', true);
  for (const pointer of schemasAt(view, 'additionalProperties')) {
    if (!isMap) add([pointer], { depth, path: rest, name: '*', required: false }, walk);
    // What the values of a map are stands in its type: only their own fields are told.
    else addInner(typed(viewAt(walk.reader.document, [pointer]), walk.reader), rest, depth, walk);
  }
}

function addElements(view: View, path: string, depth: number, walk: Walk): void {
  const tuple = view.parts.flatMap(({ schema, pointer }) =>
    ['prefixItems', 'items'].flatMap((keyword) => {
      const list = schema[keyword];
      return Array.isArray(list) ? list.map((_, at) => below(pointer, [keyword, at])) : [];
    }),
  );
  tuple.forEach((pointer, at) => {
    const name = `[${at}]`;
    add([pointer], { depth, path: `${path}${name}`, name, required: false }, walk);
  });
  const { reader } = walk;
  const items = itemsOf(view, reader.document);
  if (items !== undefined) addInner(typed(items, reader), `${path}[]`, depth, walk);
}

function joined(path: string, name: string, plain = false): string {
  const isPlain = plain || /^[\p{L}\p{N}_$-]+$/u.test(name);
  const step = isPlain ? name : `[${JSON.stringify(name)}]`;
  return path === '' || !isPlain ? `${path}${step}` : `${path}.${step}`;
}

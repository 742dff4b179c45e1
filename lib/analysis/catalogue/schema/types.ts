import type { JsonValue } from '../../../core/schemas/json';
import type { SchemaDocument } from '../../../core/schemas/schema-document';
import { constraintsOf } from './constraints';
import {
  choicesOf,
  first,
  mapAt,
  propertiesOf,
  schemasAt,
  textOf,
  type View,
  viewAt,
} from './view';

/** A view with its alternatives sorted: what is plain enough stands in its type. */
export interface Typed {
  readonly type: string;
  readonly constraints: readonly string[];
  /** Branches that have fields of their own. */
  readonly shapes: readonly View[];
  /** The view, with a branch that is the only one of its kind in it. */
  readonly view: View;
}

/** What the views of one schema share: each is looked at once, and not too many of them. */
export interface Reader {
  readonly document: SchemaDocument;
  readonly known: Map<string, Typed>;
  /** How many views may still be looked at. */
  left: number;
}

const mostViews = 20_000;

export const readerOf = (document: SchemaDocument): Reader => ({
  ...{ document, known: new Map(), left: mostViews },
});

/** A view that is met within itself is left open there. */
export function typed(view: View, reader: Reader): Typed {
  const known = reader.known.get(view.id);
  if (known !== undefined || reader.left <= 0) return known ?? openType(view);
  reader.left -= 1;
  reader.known.set(view.id, openType(view));
  const found = typeNew(view, reader);
  reader.known.set(view.id, found);
  return found;
}

const openType = (view: View): Typed => ({ type: '…', constraints: [], shapes: [], view });

/**
 * Branches that are null make it optional in value; one other branch is the view itself; branches
 * without fields are a type each. Only what is left has to be told branch by branch.
 */
function typeNew(given: View, reader: Reader): Typed {
  const { document } = reader;
  const branches = branchViews(given, document);
  const others = branches.filter((branch) => !isNull(branch));
  const orNull = others.length < branches.length ? ' or null' : '';
  const [only] = others;
  if (only && others.length === 1) {
    const merged = viewAt(
      document,
      [...given.parts, ...only.parts].map(({ pointer }) => pointer),
    );
    const inner = typed(withoutChoices(merged, given), reader);
    return { ...inner, type: `${inner.type}${orNull}` };
  }
  const isPlain = others.every((branch) => !hasFields(branch, document));
  if (others.length === 0 || isPlain) return ofPlain(given, others, orNull, reader);
  const type = ownType(given, reader);
  return {
    type: `${type === 'anything' ? 'object' : type}${orNull}, one of ${others.length} shapes`,
    ...{ constraints: constraintsOf(given), shapes: others, view: given },
  };
}

function branchViews(view: View, document: SchemaDocument): View[] {
  // Several lists at one place hold together: only the first can be told branch by branch.
  const [choice] = choicesOf(view);
  return (choice?.branches ?? []).map((pointer) => viewAt(document, [pointer]));
}

/** The list of branches is settled: it isn't asked for again. */
function withoutChoices({ parts, ...view }: View, given: View): View {
  const own = new Set(given.parts.map(({ pointer }) => pointer));
  const kept = parts.map(({ pointer, schema }) => {
    const { oneOf, anyOf, ...rest } = schema;
    return { pointer, schema: own.has(pointer) ? rest : schema };
  });
  return { ...view, id: `${view.id} of ${given.id}`, parts: kept };
}

function ofPlain(view: View, branches: readonly View[], orNull: string, reader: Reader): Typed {
  const own = ownType(view, reader);
  const types = branches.map((branch) => typed(branch, reader));
  const names = [...new Set(types.map(({ type }) => type))];
  const type = own === 'anything' && names.length > 0 ? names.join(' or ') : own;
  const narrowed = types.map(({ constraints }) => constraints.join(', '));
  const some = narrowed.filter((text) => text !== '');
  const isOpen = some.length > 0 && some.length < narrowed.length;
  const either = isOpen ? [...some, 'or anything else of its type'] : some;
  const constraints = [...constraintsOf(view), ...(some.length > 0 ? [either.join('; or ')] : [])];
  return {
    type: `${type}${orNull}`,
    ...{ constraints: isOpen ? openEnum(constraints, some) : constraints, shapes: [], view },
  };
}

/** Values that are named beside any value of their type are those known today. */
function openEnum(constraints: readonly string[], some: readonly string[]): string[] {
  const [known] = some;
  const isEnum = some.length === 1 && known?.startsWith('one of ');
  if (!isEnum) return [...constraints];
  return [...constraints.slice(0, -1), `${known?.slice('one of '.length)}, and others later`];
}

function ownType(view: View, reader: Reader): string {
  if (view.nothing) return 'nothing';
  const named = namesOf(first(view, 'type'));
  const names = named.length > 0 ? named : guessed(view);
  const texts = names.map((name) => {
    if (name === 'array') return arrayType(view, reader);
    return name === 'object' ? objectType(view, reader) : name;
  });
  const format = textOf(view, 'format');
  const nullable = first(view, 'nullable') === true ? ['null'] : [];
  const text = [...texts, ...nullable].join(' or ') || 'anything';
  return format === undefined ? text : `${text} (${format})`;
}

function namesOf(type: JsonValue | undefined): string[] {
  const names = Array.isArray(type) ? type : [type];
  return names.filter((name) => typeof name === 'string');
}

/** Where no type is named what the keywords are for says it. */
function guessed(view: View): string[] {
  const value = first(view, 'const');
  const list = first(view, 'enum');
  const values = value !== undefined ? [value] : Array.isArray(list) ? list : [];
  if (values.length > 0) return [...new Set(values.map(typeName))];
  const has = (...keywords: string[]) => keywords.some((one) => first(view, one) !== undefined);
  if (has('properties', 'required', 'additionalProperties', 'patternProperties')) return ['object'];
  return has('items', 'prefixItems') ? ['array'] : [];
}

function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function arrayType(view: View, reader: Reader): string {
  const items = itemsOf(view, reader.document);
  return items === undefined ? 'array' : `array of ${typed(items, reader).type}`;
}

/** What each element is, if that is one schema. */
export function itemsOf(view: View, document: SchemaDocument): View | undefined {
  const pointers = schemasAt(view, 'items');
  return pointers.length === 0 ? undefined : viewAt(document, pointers);
}

function objectType(view: View, reader: Reader): string {
  const values = schemasAt(view, 'additionalProperties');
  const names = propertiesOf(view).size + mapAt(view, 'patternProperties').length;
  if (values.length === 0 || names > 0) return 'object';
  return `map of ${typed(viewAt(reader.document, values), reader).type}`;
}

function isNull(view: View): boolean {
  return namesOf(first(view, 'type')).join() === 'null' || first(view, 'const') === null;
}

/** Whether there is more to tell than a type: in it, in its elements or in its branches. */
function hasFields(view: View, document: SchemaDocument): boolean {
  const seen = new Map([[view.id, view]]);
  for (const one of seen.values()) {
    if (propertiesOf(one).size > 0 || first(one, 'patternProperties') !== undefined) return true;
    const branches = choicesOf(one).flatMap((choice) => choice.branches);
    const views = branches.map((at) => viewAt(document, [at]));
    for (const inner of [...views, itemsOf(one, document)]) {
      if (inner !== undefined && !seen.has(inner.id)) seen.set(inner.id, inner);
    }
  }
  return false;
}

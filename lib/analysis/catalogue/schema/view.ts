/**
 * What a schema says at one place, gathered: the schema there, what its `$ref` leads to and all of
 * its `allOf` are parts of one view. A view leads to others: of a property, an element, a branch. A
 * part is entered once, so that a schema which leads back to itself ends.
 */
import { isObject, type JsonObject, type JsonValue } from '../../../core/schemas/json';
import { below } from '../../../core/schemas/pointer';
import type { SchemaDocument } from '../../../core/schemas/schema-document';

export interface Part {
  readonly schema: JsonObject;
  readonly pointer: string;
}

export interface View {
  /** Tells views of one schema apart. */
  readonly id: string;
  readonly parts: readonly Part[];
  /** Whether nothing is valid here: `false`. */
  readonly nothing: boolean;
  /** What a reference couldn't be followed to. */
  readonly dangling: readonly string[];
}

export function viewAt(document: SchemaDocument, pointers: readonly string[]): View {
  const parts = new Map<string, Part>();
  const dangling: string[] = [];
  let nothing = false;
  const open = [...pointers];
  for (let pointer = open.shift(); pointer !== undefined; pointer = open.shift()) {
    const schema = document.at(pointer);
    nothing ||= schema === false;
    if (!isObject(schema) || parts.has(pointer)) continue;
    const { $ref } = schema;
    const target = typeof $ref === 'string' ? document.resolve($ref, pointer) : undefined;
    if (typeof $ref === 'string' && target === undefined) dangling.push($ref);
    parts.set(pointer, { schema: ownOf(schema, document), pointer });
    open.unshift(
      ...(target === undefined ? [] : [target]),
      ...branchesAt(schema, pointer, 'allOf'),
    );
  }
  return { id: [...parts.keys()].join(' '), parts: [...parts.values()], nothing, dangling };
}

const structural = [
  ...['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'],
  ...['oneOf', 'anyOf'],
];

/** Where the fields of a view come from: views of one key have the same ones, the empty key none. */
export function keyOf({ parts }: View): string {
  const own = parts.filter(({ schema }) => structural.some((name) => Object.hasOwn(schema, name)));
  return own.map(({ pointer }) => `#${pointer}`).join(' ');
}

/** Up to draft-07 nothing beside `$ref` counts, though people describe what they refer to. */
function ownOf(schema: JsonObject, { dialect }: SchemaDocument): JsonObject {
  const isAlone = dialect.startsWith('draft') && typeof schema['$ref'] === 'string';
  if (!isAlone) return schema;
  const kept = ['title', 'description', 'deprecated'];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => kept.includes(name)));
}

/** The places of a list of schemas. */
function branchesAt(schema: JsonObject, pointer: string, keyword: string): string[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list.map((_, at) => below(pointer, [keyword, at])) : [];
}

/** The first value that a part has for a keyword. */
export function first(view: View, keyword: string): JsonValue | undefined {
  for (const { schema } of view.parts) {
    if (Object.hasOwn(schema, keyword)) return schema[keyword];
  }
  return undefined;
}

export function textOf(view: View, keyword: string): string | undefined {
  const value = first(view, keyword);
  return typeof value === 'string' ? value : undefined;
}

/** Where each property is described, in the schema's order; several parts may describe one. */
export function propertiesOf(view: View): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { schema, pointer } of view.parts) {
    const properties = schema['properties'];
    for (const name of isObject(properties) ? Object.keys(properties) : []) {
      found.set(name, [...(found.get(name) ?? []), below(pointer, ['properties', name])]);
    }
  }
  return found;
}

export function requiredOf({ parts }: View): Set<string> {
  return new Set(
    parts.flatMap(({ schema: { required } }) =>
      Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [],
    ),
  );
}

/** The places where a keyword of the parts holds a schema. */
export function schemasAt({ parts }: View, keyword: string): string[] {
  return parts.flatMap(({ schema, pointer }) =>
    isObject(schema[keyword]) ? [below(pointer, [keyword])] : [],
  );
}

/** Of a keyword that holds schemas by name the names with their places. */
export function mapAt({ parts }: View, keyword: string): [string, string][] {
  return parts.flatMap(({ schema, pointer }) => {
    const map = schema[keyword];
    const names = isObject(map) ? Object.keys(map) : [];
    return names.map((name): [string, string] => [name, below(pointer, [keyword, name])]);
  });
}

/** A list of branches of which one, or at least one, holds. */
export interface Choice {
  readonly keyword: 'oneOf' | 'anyOf';
  readonly branches: readonly string[];
}

export function choicesOf({ parts }: View): Choice[] {
  return parts.flatMap(({ schema, pointer }) =>
    (['oneOf', 'anyOf'] as const).flatMap((keyword) => {
      const branches = branchesAt(schema, pointer, keyword);
      return branches.length === 0 ? [] : [{ keyword, branches }];
    }),
  );
}

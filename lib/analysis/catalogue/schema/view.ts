/**
 * What a schema says at one place, gathered. A view leads to others: of a property, an element, a
 * branch.
 */
import { isObject, type JsonValue } from '../../../core/schemas/json';
import { type Gathered, gather } from '../../../core/schemas/places/gather';
import { branchesAt } from '../../../core/schemas/places/parts';
import { below } from '../../../core/schemas/pointer';
import type { SchemaDocument } from '../../../core/schemas/schema-document';

export { requiredOf } from '../../../core/schemas/places/parts';

export interface View extends Gathered {
  /** Tells views of one schema apart. */
  readonly id: string;
}

export function viewAt(document: SchemaDocument, pointers: readonly string[]): View {
  const gathered = gather(document, pointers);
  return { id: gathered.parts.map(({ pointer }) => pointer).join(' '), ...gathered };
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
  return parts.flatMap((part) =>
    (['oneOf', 'anyOf'] as const).flatMap((keyword) => {
      const branches = branchesAt(part, keyword);
      return branches.length === 0 ? [] : [{ keyword, branches }];
    }),
  );
}

import type { JsonValue } from '../../../core/schemas/json';
import type { SchemaDocument } from '../../../core/schemas/schema-document';
import { shown } from './constraints';
import { first, propertiesOf, textOf, type View, viewAt } from './view';

/** What tells shapes apart: a field that has another value in each, else their titles, else numbers. */
export function labelsOf(shapes: readonly View[], document: SchemaDocument): string[] {
  const [, ...others] = shapes;
  const [one] = shapes;
  const names = one ? [...propertiesOf(one).keys()] : [];
  const values = names.map((name) => shapes.map((shape) => onlyValueOf(shape, name, document)));
  const at = values.findIndex(isTelling);
  return shapes.map((shape, number) => {
    const value = at >= 0 && others.length > 0 ? values[at]?.[number] : undefined;
    if (value !== undefined) return `where ${names[at]} is ${shown(value)}`;
    return textOf(shape, 'title') ?? `shape ${number + 1} of ${shapes.length}`;
  });
}

function isTelling(values: readonly (JsonValue | undefined)[]): boolean {
  const texts = values.map((value) => (value === undefined ? undefined : shown(value)));
  return !texts.includes(undefined) && new Set(texts).size === texts.length;
}

/** The only value that a property can have. */
function onlyValueOf(shape: View, name: string, document: SchemaDocument): JsonValue | undefined {
  const view = viewAt(document, propertiesOf(shape).get(name) ?? []);
  const list = first(view, 'enum');
  return first(view, 'const') ?? (Array.isArray(list) && list.length === 1 ? list[0] : undefined);
}

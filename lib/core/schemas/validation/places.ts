import { isObject } from '../json';
import { subschemasOf } from '../keywords';
import { below } from '../pointer';
import type { SchemaDocument } from '../schema-document';

/** Where schemas stand: also in places where only a reference finds one. */
export function schemaPlaces(document: SchemaDocument): ReadonlySet<string> {
  const places = new Set<string>();
  const open = [''];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const schema = document.at(place);
    if (!isObject(schema) || places.has(place)) continue;
    places.add(place);
    for (const [, tokens] of subschemasOf(schema)) open.push(below(place, tokens));
    const reference = schema['$ref'];
    const target = typeof reference === 'string' ? document.resolve(reference, place) : undefined;
    if (target !== undefined) open.push(target);
  }
  return places;
}
